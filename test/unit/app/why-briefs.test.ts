import assert from "node:assert/strict";
import { appWorld, exchanged, saved } from "../../support/app-world.ts";
import { makeAnchor } from "../../../src/anchoring/make-anchor.ts";
import { AREAS_KEY, draftOf, isDraftIn, TEXT_KEY } from "../../../src/protocol/brief-state.ts";
import type { ActionInput } from "../../../src/protocol/action.ts";
import type { Session } from "../../../src/app/session.ts";

const sprint = { kind: "sprint", name: "Sprint 14", from: "2026-11-16", to: "2026-11-29" } as const;
const returns = { name: "Returns", paths: ["src/returns/**"] };
const why = {
  type: "openBrief",
  fields: { text: "Support waits a day for a label.", scope: sprint, areas: [returns] },
} satisfies ActionInput;
const code = "export function label() {\n  return print();\n}\n";

async function flagged(session: Session, title: string, path: string): Promise<string> {
  return await saved(session, {
    type: "openNote",
    fields: { title, impact: `${title} hurts` },
    anchors: [makeAnchor({ path, text: code, startLine: 1, endLine: 3 })],
  });
}

const briefPage = async (session: Session, id: string) => {
  const page = await session.view({ view: "brief", id });
  return page?.view === "brief" ? page : assert.fail("no such page");
};

describe("why briefs", () => {
  it("need a paragraph and a time that does not end before it begins", async () => {
    const { ann } = await appWorld();
    const refusal = async (fields: object) => {
      const outcome = await ann.perform({ type: "openBrief", fields });
      return outcome.kind === "refused" ? outcome.refusal.kind : outcome.kind;
    };
    assert.equal(await refusal({ text: " ", scope: sprint }), "textMissing");
    assert.equal(await refusal({ text: "Why" }), "timeMissing");
    assert.equal(await refusal({ text: "Why", scope: { ...sprint, to: "2026-01-01" } }), "endsBeforeStart");
    assert.equal(await refusal({ text: "Why", scope: sprint }), "saved");
  });

  it("travel to others, who see the current one and where it holds", async () => {
    const { ann, ben, time } = await appWorld();
    const id = await saved(ann, why);
    await exchanged(ann, ben);
    assert.ok(time.today() >= sprint.from && time.today() <= sprint.to, time.today());
    const current = ben.why();
    assert.equal(current?.brief, id);
    assert.equal(current.text, "Support waits a day for a label.");
    assert.ok(current.covers("src/returns/label.ts"));
    assert.ok(!current.covers("src/search.ts"));
    const roadmap = await ben.view({ view: "roadmap" });
    assert.ok(roadmap?.view === "roadmap");
    assert.deepEqual(
      roadmap.briefs.map(({ title, phase }) => [title, phase]),
      [["Sprint 14", "now"]],
    );
  });

  it("are of a date on the roadmap too, and stand on its page", async () => {
    const { ann } = await appWorld();
    const milestone = await saved(ann, {
      type: "openMilestone",
      day: "2027-03-31",
      fields: { title: "Returns chatbot" },
    });
    const id = await saved(ann, {
      ...why,
      fields: { ...why.fields, scope: { kind: "milestone", milestone } },
    });
    const page = await briefPage(ann, id);
    assert.deepEqual([page.title, page.to, page.phase], ["Returns chatbot", "2027-03-31", "now"]);
    const date = await ann.view({ view: "milestone", id: milestone });
    assert.ok(date?.view === "milestone");
    assert.deepEqual(
      date.briefs.map((brief) => brief.id),
      [id],
    );
  });

  it("show exactly the open notes with code in their areas, as it is now", async () => {
    const { ann, annsMachine } = await appWorld();
    const { files } = annsMachine.code;
    for (const path of ["src/returns/label.ts", "src/returns/desk/money.ts", "src/search.ts", "src/gone.ts"])
      files.set(path, code.replaceAll("label", path.replaceAll(/\W/g, "")));
    const inFile = async (title: string, path: string) =>
      await saved(ann, {
        type: "openNote",
        fields: { title },
        anchors: [makeAnchor({ path, text: files.get(path) ?? "", startLine: 1, endLine: 3 })],
      });
    const label = await inFile("Labels are printed one by one", "src/returns/label.ts");
    const money = await inFile("Money goes back by hand", "src/returns/desk/money.ts");
    await inFile("Search is slow", "src/search.ts");
    const done = await inFile("Done", "src/returns/label.ts");
    await saved(ann, { type: "close", note: done, as: "done" });
    await saved(ann, { type: "openNote", fields: { title: "Nowhere" }, anchors: [] });
    const id = await saved(ann, why);
    const found = async () => new Set((await briefPage(ann, id)).facts.notes.map(({ note }) => note));
    assert.deepEqual(await found(), new Set([label, money]));

    // The label's code moves out of the area, and that of the search into it.
    const moved = async (from: string, to: string) => {
      files.set(to, files.get(from) ?? "");
      files.delete(from);
      ann.fileChanged(from);
      ann.fileChanged(to);
      for (const note of ann.notes().values()) await ann.places(note);
    };
    await moved("src/returns/label.ts", "src/print/label.ts");
    assert.deepEqual(await found(), new Set([money]));
    await moved("src/search.ts", "src/returns/search.ts");
    assert.equal((await found()).size, 2);
    assert.ok((await found()).has(money));
  });

  it("bring a challenge to the PM, the answer to who challenged, and let them accept it", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "engineer" });
    const brief = await saved(ann, why);
    await exchanged(ann, ben);
    assert.deepEqual(ben.nowRows(), [], "nobody is asked to say that they have read it");
    await saved(ben, {
      type: "challengeBrief",
      brief,
      kind: "challenge",
      text: "They wait for money, not labels",
    });
    await exchanged(ann, ben);
    const [asked] = ann.nowRows();
    assert.deepEqual(
      [asked?.of, asked?.record, asked?.group, asked?.action],
      ["brief", brief, "needsYou", "answer"],
    );
    assert.match(asked?.reason ?? "", /challenged this why today: “They wait for money, not labels”/);
    assert.equal(ben.nowRows()[0]?.group, "waitsForOthers");
    const challenge = (await briefPage(ann, brief)).challenges[0]?.id ?? "";
    await saved(ann, { type: "answerChallenge", brief, challenge, text: "The label starts the clock" });
    await exchanged(ann, ben);
    assert.deepEqual(ann.nowRows(), []);
    assert.deepEqual([ben.nowRows()[0]?.group, ben.nowRows()[0]?.action], ["needsYou", "readAnswer"]);
    const notMine = await ann.perform({ type: "acceptChallenge", brief, challenge });
    assert.equal(notMine.kind === "refused" ? notMine.refusal.kind : "", "notTheAsker");
    await saved(ben, { type: "acceptChallenge", brief, challenge });
    assert.deepEqual(ben.nowRows(), []);
  });

  it("ask the lead for the places, where nobody has named any", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "lead" });
    const brief = await saved(ann, { ...why, fields: { ...why.fields, areas: [] } });
    await exchanged(ann, ben);
    assert.deepEqual(ann.nowRows(), []);
    assert.deepEqual([ben.nowRows()[0]?.record, ben.nowRows()[0]?.action], [brief, "namePlaces"]);
    await saved(ben, { type: "editBrief", brief, fields: { areas: [returns] } });
    assert.deepEqual(ben.nowRows(), []);
  });

  it("say that two people wrote without seeing each other, until one is picked", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "engineer" });
    const brief = await saved(ann, why);
    await exchanged(ann, ben);
    await saved(ann, { type: "editBrief", brief, fields: { text: "Support waits a week." } });
    await saved(ben, { type: "editBrief", brief, fields: { text: "Support waits two days." } });
    await exchanged(ann, ben);
    assert.deepEqual([ann.nowRows()[0]?.group, ann.nowRows()[0]?.action], ["needsYou", "settle"]);
    const { contested } = await briefPage(ann, brief);
    assert.equal(contested[0]?.versions.length, 2);
    const version = contested[0].versions.find(({ text }) => text.includes("week"))?.event ?? "";
    await saved(ann, { type: "settleBrief", brief, field: "text", version });
    const settled = await briefPage(ann, brief);
    assert.deepEqual([settled.text, settled.contested], ["Support waits a week.", []]);
    assert.deepEqual(ann.nowRows(), []);
  });

  it("are quiet once their time is over", async () => {
    const { ann } = await appWorld({ ann: "lead" });
    const id = await saved(ann, {
      ...why,
      fields: { text: "Old", scope: { ...sprint, from: "2026-10-01", to: "2026-10-14" } },
    });
    assert.equal(ann.why(), undefined);
    assert.deepEqual(ann.nowRows(), []);
    assert.equal((await briefPage(ann, id)).phase, "over");
  });

  it("keep what is typed before there is a record, and suggest by it", async () => {
    const { ann, annsMachine } = await appWorld();
    annsMachine.user.fileList = ["src/returns/label.ts", "src/search.ts"];
    await flagged(ann, "Labels are printed one by one", "src/returns/label.ts");
    const draft = draftOf(ann.repository.id);
    assert.ok(isDraftIn(ann.repository.id, draft));
    assert.ok(!isDraftIn("another", draft));
    await ann.keepTyped(draft, TEXT_KEY, "Whoever returns a parcel waits");
    const page = await ann.view({ view: "newBrief" });
    assert.ok(page?.view === "newBrief");
    assert.equal(page.draft, draft);
    assert.equal(page.typed[TEXT_KEY], "Whoever returns a parcel waits");
    assert.deepEqual(page.suggestions[0], returns);
    assert.deepEqual(page.facts.notes, []);
    await ann.keepTyped(draft, AREAS_KEY, JSON.stringify([returns]));
    const chosen = await ann.view({ view: "newBrief" });
    assert.ok(chosen?.view === "newBrief");
    assert.equal(chosen.facts.notes.length, 1);
    assert.deepEqual(chosen.suggestions, []);
    await ann.keepTyped(draft, AREAS_KEY, "not what was written");
    assert.equal((await ann.view({ view: "newBrief" }))?.view, "newBrief");
  });

  it("that touch three known constraints among 1,000 notes and 5,000 files show exactly these three", async function () {
    this.timeout(60_000);
    const { ann, annsMachine } = await appWorld();
    const { files } = annsMachine.code;
    const path = (at: number) => `src/area${at % 100}/part${Math.trunc(at / 100)}.ts`;
    for (let at = 0; at < 5_000; at++)
      files.set(
        path(at),
        Array.from({ length: 5 }, (_, line) => `const value${at}x${line} = ${at};`).join("\n"),
      );
    const touched = [742, 1_842, 4_342];
    // Every note's file is in some folder of the product; only these three are in the one that the why names.
    const elsewhere = Array.from({ length: 5_000 }, (_, at) => at).filter((at) => at % 100 !== 42);
    const ids: string[] = [];
    for (const at of [...touched, ...elsewhere.slice(0, 997)])
      ids.push(
        await saved(ann, {
          type: "openNote",
          fields: { title: `Limit ${at}` },
          anchors: [
            makeAnchor({ path: path(at), text: files.get(path(at)) ?? "", startLine: 2, endLine: 3 }),
          ],
        }),
      );
    annsMachine.code.reads = 0;
    const brief = await saved(ann, {
      ...why,
      fields: { ...why.fields, areas: [{ name: "Area 42", paths: ["src/area42/**"] }] },
    });
    const { notes } = (await briefPage(ann, brief)).facts;
    assert.deepEqual(new Set(notes.map(({ note }) => note)), new Set(ids.slice(0, 3)));
    assert.ok(annsMachine.code.reads < 20, `${annsMachine.code.reads} files read`);
  });
});
