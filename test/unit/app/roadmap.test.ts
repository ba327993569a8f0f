import assert from "node:assert/strict";
import type { Session } from "../../../src/app/session.ts";
import type { ActionInput } from "../../../src/protocol/action.ts";
import { appWorld, exchanged, opened, saved } from "../../support/app-world.ts";

const chatbot = {
  type: "openMilestone",
  day: "2027-03-31",
  fields: { title: "Returns chatbot", promisedTo: "support", firmness: "fixed" },
} as const;

describe("the roadmap", () => {
  it("travels to others, with every move and its cause", async () => {
    const { ann, ben } = await appWorld();
    const id = await saved(ann, chatbot);
    await saved(ann, {
      type: "moveMilestone",
      milestone: id,
      to: "2027-04-14",
      because: "The vendor is late",
    });
    await exchanged(ann, ben);
    const roadmap = await ben.view({ view: "roadmap" });
    assert.ok(roadmap?.view === "roadmap");
    assert.deepEqual(
      roadmap.milestones.map(({ title, day, promisedTo }) => [title, day, promisedTo]),
      [["Returns chatbot", "2027-04-14", "support"]],
    );
    const page = await ben.view({ view: "milestone", id });
    assert.ok(page?.view === "milestone");
    assert.deepEqual(
      page.moves.map(({ from, to, because }) => [from, to, because]),
      [["2027-03-31", "2027-04-14", "The vendor is late"]],
    );
  });

  it("asks for a title, a cause and another day", async () => {
    const { ann } = await appWorld();
    const refusal = async (action: Parameters<typeof ann.perform>[0]) => {
      const outcome = await ann.perform(action);
      return outcome.kind === "refused" ? outcome.refusal.kind : outcome.kind;
    };
    assert.equal(await refusal({ ...chatbot, fields: { title: " " } }), "titleMissing");
    const milestone = await saved(ann, chatbot);
    const move = { type: "moveMilestone", milestone, to: "2027-04-14", because: "Late" } as const;
    assert.equal(await refusal({ ...move, because: " " }), "becauseMissing");
    assert.equal(await refusal({ ...move, to: "2027-03-31" }), "sameDay");
    assert.equal(await refusal({ ...move, milestone: "0".repeat(64) }), "noSuchNote");
    assert.equal(await refusal({ type: "editMilestone", milestone, fields: { title: "" } }), "titleMissing");
  });

  it("says in Now that two people moved a date without seeing each other", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "engineer" });
    const milestone = await saved(ann, chatbot);
    await exchanged(ann, ben);
    const move = { type: "moveMilestone", milestone, because: "Late" } as const;
    await saved(ann, { ...move, to: "2027-04-14" });
    await saved(ben, { ...move, to: "2027-05-02" });
    await exchanged(ann, ben);
    const [row] = ann.nowRows();
    assert.deepEqual([row?.of, row?.record, row?.group], ["milestone", milestone, "needsYou"]);
    assert.match(row?.reason ?? "", /14 April .* 2 May/);
    assert.equal(ben.nowRows()[0]?.group, "worthKnowing");
    await saved(ann, { ...move, to: "2027-05-02", because: "We talked" });
    assert.deepEqual(ann.nowRows(), []);
  });

  const page = async (session: Session, id: string) => {
    const view = await session.view({ view: "milestone", id });
    assert.ok(view?.view === "milestone");
    return view;
  };

  it("asks the lead about a date that was moved, until engineering answers", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "lead" });
    const milestone = await saved(ann, chatbot);
    await exchanged(ann, ben);
    const [asked] = ben.nowRows();
    assert.deepEqual([asked?.group, asked?.action], ["needsYou", "answer"]);
    assert.match(asked?.reason ?? "", /^Promised to support for 31 March 2027\. Can engineering agree\?/);
    const answer = { type: "answerMilestone", milestone, day: "2027-03-31" } as const;
    await saved(ben, { ...answer, answer: "agreed" });
    assert.deepEqual(ben.nowRows(), []);
    await exchanged(ben, ann);
    await saved(ann, { type: "moveMilestone", milestone, to: "2027-04-14", because: "The vendor is late." });
    await exchanged(ann, ben);
    assert.match(
      ben.nowRows()[0]?.reason ?? "",
      /^Moved from 31 March 2027 to 14 April 2027: The vendor is late\. Can engineering agree\?/,
    );
    const refusal = async (input: ActionInput) => {
      const outcome = await ben.perform(input);
      return outcome.kind === "refused" ? outcome.refusal.kind : outcome.kind;
    };
    assert.equal(await refusal({ ...answer, answer: "agreed" }), "otherDay");
    const now = { ...answer, day: "2027-04-14" };
    assert.equal(await refusal({ ...now, answer: "concerns", text: " " }), "textMissing");
    await saved(ben, { ...now, answer: "concerns", text: "Only if search is done by then" });
    const view = await page(ben, milestone);
    assert.equal(view.agreement, "concerns");
    assert.deepEqual([view.moves[0]?.gaveUp, view.moves[0]?.stands], ["agreed", false]);
  });

  it("names the dates a note threatens, once, and takes one off again", async () => {
    const { ann } = await appWorld({ ann: "pm" });
    const milestone = await saved(ann, chatbot);
    const note = await opened(ann, { neededBy: { day: "2026-12-01" } });
    await saved(ann, { type: "threatenDate", note, threatens: milestone });
    const again = await ann.perform({ type: "threatenDate", note, threatens: milestone });
    assert.equal(again.kind === "refused" && again.refusal.kind, "noSuchDate");
    assert.deepEqual(
      (await page(ann, milestone)).threats.map(({ id, day }) => [id, day]),
      [[note, "2026-12-01"]],
    );
    assert.deepEqual(ann.noteRows()[0]?.milestones, [milestone]);
    const row = ann.nowRows().find(({ of }) => of === "milestone");
    assert.equal(row?.group, "needsYou");
    assert.match(
      row?.reason ?? "",
      /^One note threatens it: needed by 1 December\. Promised to support for 31/,
    );
    const threat = (await ann.notePage(note))?.threatens[0];
    assert.deepEqual([threat?.title, threat?.promisedTo], ["Returns chatbot", "support"]);
    await saved(ann, { type: "removeItems", note, items: [threat?.id ?? ""] });
    assert.deepEqual((await page(ann, milestone)).threats, []);
  });

  it("draws where the chosen options lead, and says by how much they miss", async () => {
    const { ann } = await appWorld({ ann: "pm" });
    const milestone = await saved(ann, { ...chatbot, day: "2026-12-15" });
    const note = await opened(ann);
    await saved(ann, { type: "threatenDate", note, threatens: milestone });
    await saved(ann, {
      type: "tableOptions",
      note,
      options: [
        {
          fields: {
            title: "Cache",
            effort: { low: 3, high: 5, unit: "weeks" },
            moves: [{ milestone, days: 14 }],
          },
        },
      ],
    });
    const undecided = await ann.notePage(note);
    assert.equal(undecided?.start.decided, false);
    assert.notEqual(undecided?.options[0]?.ready, null);
    assert.equal((await page(ann, milestone)).way, null);
    await saved(ann, { type: "decide", note, option: undecided?.options[0]?.id ?? "", because: "It holds" });
    const { way, decisions } = await page(ann, milestone);
    assert.ok(way !== null && way.missedBy > 0, JSON.stringify(way));
    assert.deepEqual(
      decisions.map(({ letter, moves }) => [letter, moves]),
      [["A", 14]],
    );
    assert.equal((await ann.notePage(note))?.start.decided, true);
    const row = ann.nowRows().find(({ of }) => of === "milestone");
    assert.match(row?.reason ?? "", /^What was decided may miss it by up to \d+ days\./);
    await saved(ann, { type: "editMilestone", milestone, fields: { closed: { as: "dropped" } } });
    assert.equal(
      ann.nowRows().some(({ of }) => of === "milestone"),
      false,
    );
  });

  it("asks whether a date that has passed was reached", async () => {
    const { ann } = await appWorld({ ann: "pm" });
    const milestone = await saved(ann, { ...chatbot, day: "2026-11-01" });
    assert.match(ann.nowRows()[0]?.reason ?? "", /^1 November has passed\. Say that it was reached/);
    await saved(ann, { type: "editMilestone", milestone, fields: { closed: { as: "reached" } } });
    assert.deepEqual(ann.nowRows(), []);
    await saved(ann, { type: "editMilestone", milestone, fields: { closed: null } });
    assert.equal(ann.nowRows().length, 1);
  });

  it("shows two values of a field of a date until somebody picks one", async () => {
    const { ann, ben } = await appWorld();
    const milestone = await saved(ann, chatbot);
    await exchanged(ann, ben);
    const edit = { type: "editMilestone", milestone } as const;
    await saved(ann, { ...edit, fields: { promisedTo: "the board" } });
    await saved(ben, { ...edit, fields: { promisedTo: "sales" } });
    await exchanged(ann, ben);
    const [field] = (await page(ann, milestone)).contested;
    assert.equal(field?.label, "Promised to");
    const version = field.versions.find(({ text }) => text === "sales")?.event ?? "";
    await saved(ann, { type: "settleMilestone", milestone, field: "promisedTo", version });
    await exchanged(ann, ben);
    const settled = await page(ben, milestone);
    assert.deepEqual([settled.promisedTo, settled.contested], ["sales", []]);
  });
});
