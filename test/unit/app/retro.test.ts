import assert from "node:assert/strict";
import { appWorld, exchanged, opened, saved } from "../../support/app-world.ts";
import type { Session } from "../../../src/app/session.ts";
import type { RetroState } from "../../../src/protocol/retro-state.ts";
import { routeOfRow } from "../../../src/protocol/route-of-row.ts";

const period = { from: "2026-11-02", to: "2026-11-30" };
const openRetro = { type: "openRetro", fields: { name: " Sprint  14 ", period } } as const;

const pageOf = async (session: Session, id?: string): Promise<RetroState> => {
  const page = await session.view({ view: "retro", ...(id === undefined ? {} : { id }) });
  return page?.view === "retro" ? page : assert.fail("no such page");
};
const shownIn = async (session: Session) => (await pageOf(session)).retro ?? assert.fail("no retro");
const textsIn = async (session: Session) => (await shownIn(session)).words.map(({ text }) => text);

describe("a retro", () => {
  it("needs a name and days that do not end before they begin", async () => {
    const { ann } = await appWorld();
    const refusal = async (fields: object) => {
      const outcome = await ann.perform({ type: "openRetro", fields });
      return outcome.kind === "refused" ? outcome.refusal.kind : outcome.kind;
    };
    assert.equal(await refusal({ name: " ", period }), "titleMissing");
    assert.equal(await refusal({ name: "Sprint 14" }), "timeMissing");
    assert.equal(
      await refusal({ name: "Sprint 14", period: { from: "2026-11-02", to: "2026-11-01" } }),
      "endsBeforeStart",
    );
    assert.equal((await pageOf(ann)).retro, null);
    assert.equal(await refusal({ name: "Sprint 14", period }), "saved");
    assert.equal((await shownIn(ann)).name, "Sprint 14");
  });

  it("lets who wrote something correct it, and nobody else, and keeps what stood there", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "engineer" });
    const retro = await saved(ann, openRetro);
    await saved(ann, { type: "shareInRetro", retro, part: "mine", text: "I did not ask" });
    await exchanged(ann, ben);
    const [words] = (await shownIn(ann)).words;
    assert.ok(words !== undefined);
    const refusal = async (session: Session, text: string, id = words.id) => {
      const outcome = await session.perform({ type: "correctRetroWords", retro, words: id, text });
      return outcome.kind === "refused" ? outcome.refusal.kind : outcome.kind;
    };
    assert.equal(await refusal(ben, "Ann did not ask"), "notTheWriter");
    assert.equal(await refusal(ann, "  "), "textMissing");
    assert.equal(await refusal(ann, "x", "0".repeat(64)), "noSuchPart");
    assert.equal(await refusal(ann, "I asked too late"), "saved");
    await exchanged(ann, ben);
    const [corrected] = (await shownIn(ben)).words;
    assert.equal(corrected?.text, "I asked too late");
    assert.deepEqual(
      corrected?.earlier.map(({ text }) => text),
      ["I did not ask"],
    );
  });

  it("shows to each what they wrote and nobody else's, until the PM has shared", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "engineer" });
    const retro = await saved(ann, openRetro);
    await exchanged(ann, ben);
    await saved(ben, { type: "shareInRetro", retro, part: "inTheWay", text: "The vendor was late" });
    await exchanged(ann, ben);
    assert.deepEqual(await textsIn(ben), ["The vendor was late"]);
    assert.deepEqual(await textsIn(ann), []);
    assert.equal((await shownIn(ann)).othersWrote, true);
    assert.equal(
      JSON.stringify(await pageOf(ann)).includes("vendor"),
      false,
      "not a word of it leaves the host",
    );
    await saved(ann, {
      type: "shareInRetro",
      retro,
      part: "mine",
      text: "I did not pass on the legal limit",
    });
    assert.deepEqual(
      new Set(await textsIn(ann)),
      new Set(["The vendor was late", "I did not pass on the legal limit"]),
    );
    assert.deepEqual((await shownIn(ann)).underWay, { because: "pmFirst" });
    await exchanged(ann, ben);
    assert.equal((await textsIn(ben)).length, 2);
  });

  it("shows everything once somebody starts without, and says who did", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "engineer" });
    const retro = await saved(ann, openRetro);
    await exchanged(ann, ben);
    await saved(ann, { type: "shareInRetro", retro, part: "helped", text: "The early demo" });
    await saved(ben, { type: "startRetroWithout", retro });
    await exchanged(ann, ben);
    assert.deepEqual(await textsIn(ben), ["The early demo"]);
    const { underWay } = await shownIn(ann);
    assert.equal(underWay?.because === "without" ? underWay.by.name : "", "Ben");
    assert.deepEqual(ann.nowRows(), [], "nobody waits for the first box any more");
    const before = ann.record(retro);
    await saved(ann, { type: "startRetroWithout", retro });
    assert.equal(ann.record(retro), before, "a second start says nothing");
  });

  it("gives nobody a right by role: an engineer may write in the first box", async () => {
    const { ann } = await appWorld({ ann: "engineer" });
    const retro = await saved(ann, openRetro);
    await saved(ann, { type: "shareInRetro", retro, part: "mine", text: "I look after the product here" });
    assert.deepEqual((await shownIn(ann)).underWay, { because: "pmFirst" });
  });

  it("waits in Now for the PM alone, until the first box is shared, and can be put off", async () => {
    const { ann, ben } = await appWorld({ ann: "pm", ben: "lead" });
    const retro = await saved(ben, openRetro);
    await exchanged(ann, ben);
    assert.deepEqual(ben.nowRows(), []);
    const [row] = ann.nowRows();
    assert.ok(row !== undefined);
    assert.deepEqual([row.title, row.group, row.action], ["Retro: Sprint 14", "needsYou", "open"]);
    assert.equal(
      row.reason,
      "Open since today. You go first: the first box is yours. What others write is shown when you have shared, or somebody starts without.",
    );
    assert.deepEqual(routeOfRow(row, true), { section: "together", show: { view: "retro", id: retro } });
    await ann.putOffRow(row.key, "2027-01-01");
    assert.deepEqual(ann.nowRows(), []);
    await ann.putOffRow(row.key, null);
    assert.equal(ann.nowRows().length, 1);
    await saved(ann, { type: "shareInRetro", retro, part: "mine", text: "I said yes too early" });
    assert.deepEqual(ann.nowRows(), []);
  });

  it("is in nobody's Now once it is closed, and among the others then", async () => {
    const { ann } = await appWorld({ ann: "pm" });
    const retro = await saved(ann, openRetro);
    await saved(ann, { type: "editRetro", retro, fields: { closed: true } });
    assert.deepEqual(ann.nowRows(), []);
    const page = await pageOf(ann);
    assert.equal(page.retro, null);
    assert.deepEqual(
      page.others.map(({ id, closed }) => [id, closed]),
      [[retro, true]],
    );
    assert.equal((await pageOf(ann, retro)).retro?.closed, true);
    assert.equal(await ann.view({ view: "retro", id: "f".repeat(64) }), undefined);
  });

  it("makes a note of an action, both or neither, and leads to it", async () => {
    const { ann, ben } = await appWorld();
    const retro = await saved(ann, openRetro);
    await saved(ann, { type: "takeDownAction", retro, text: "Ask legal before we promise" });
    const [action] = (await shownIn(ann)).actions;
    assert.ok(action !== undefined);
    const before = ann.notes().size;
    const make = (fields: object, of = action.id) =>
      ann.perform({ type: "makeNoteOfAction", retro, action: of, fields });
    const untitled = await make({ title: " " });
    assert.equal(untitled.kind === "refused" ? untitled.refusal.kind : "", "titleMissing");
    const nowhere = await make({ title: "Ask legal" }, retro);
    assert.equal(nowhere.kind === "refused" ? nowhere.refusal.kind : "", "noSuchPart");
    assert.equal(ann.notes().size, before, "no note without its action");
    const outcome = await make({ title: "Ask legal before we promise", kind: "problem" });
    assert.ok(outcome.kind === "saved");
    await exchanged(ann, ben);
    assert.equal(ben.note(outcome.record)?.fields.title.value, "Ask legal before we promise");
    assert.deepEqual((await shownIn(ben)).actions[0]?.made, [
      { of: "note", record: outcome.record, title: "Ask legal before we promise" },
    ]);
  });

  it("makes a why of an action", async () => {
    const { ann } = await appWorld();
    const retro = await saved(ann, openRetro);
    await saved(ann, { type: "takeDownAction", retro, text: "Say earlier why returns matter" });
    const action = (await shownIn(ann)).actions[0]?.id ?? "";
    const brief = await saved(ann, {
      type: "makeWhyOfAction",
      retro,
      action,
      fields: {
        text: "Support waits a day.",
        scope: { kind: "sprint", name: "Sprint 15", from: "2026-12-01", to: "2026-12-14" },
      },
    });
    assert.deepEqual((await shownIn(ann)).actions[0]?.made, [
      { of: "brief", record: brief, title: "Sprint 15" },
    ]);
  });

  it("says that two people changed its name without seeing each other, until one is picked", async () => {
    const { ann, ben } = await appWorld();
    const retro = await saved(ann, openRetro);
    await exchanged(ann, ben);
    await saved(ann, { type: "editRetro", retro, fields: { name: "Returns" } });
    await saved(ben, { type: "editRetro", retro, fields: { name: "November" } });
    await exchanged(ann, ben);
    const [field] = (await shownIn(ann)).contested;
    assert.deepEqual(new Set(field?.versions.map(({ text }) => text)), new Set(["Returns", "November"]));
    const version = field?.versions.find(({ text }) => text === "November")?.event ?? "";
    await saved(ann, { type: "settleRetro", retro, field: "name", version });
    assert.deepEqual([(await shownIn(ann)).name, (await shownIn(ann)).contested], ["November", []]);
  });

  it("offers the sprints and dates that are behind us or near to look back at", async () => {
    const { ann } = await appWorld();
    for (const [name, from, to] of [
      ["Sprint 13", "2026-11-02", "2026-11-15"],
      ["Sprint 14", "2026-11-16", "2026-11-28"],
      ["Sprint 15", "2026-12-30", "2027-01-12"],
    ] as const)
      await saved(ann, {
        type: "openBrief",
        fields: { text: "Why", scope: { kind: "sprint", name, from, to } },
      });
    await saved(ann, { type: "openMilestone", day: "2027-03-31", fields: { title: "Chatbot" } });
    assert.deepEqual(
      (await pageOf(ann)).suggestions.map(({ name }) => name),
      ["Sprint 14", "Sprint 13", "Chatbot"],
    );
  });

  it("stands beside notes that are none of its business", async () => {
    const { ann } = await appWorld();
    await opened(ann);
    await saved(ann, openRetro);
    assert.deepEqual((await shownIn(ann)).facts, []);
  });
});
