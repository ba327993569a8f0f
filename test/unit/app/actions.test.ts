import assert from "node:assert/strict";
import { appWorld, exchanged, opened, saved } from "../../support/app-world.ts";
import type { Session } from "../../../src/app/session.ts";
import type { ActionInput, Refusal } from "../../../src/protocol/action.ts";
import { parseLine } from "../../../src/domain/event-line.ts";
import { versionsOf } from "../../../src/domain/register.ts";

const refusal = async (session: Session, action: ActionInput): Promise<Refusal["kind"]> => {
  const outcome = await session.perform(action);
  assert.equal(outcome.kind, "refused", `${action.type} was saved`);
  return outcome.kind === "refused" ? outcome.refusal.kind : assert.fail();
};

const note = (session: Session, id: string) => session.note(id) ?? assert.fail("no such note");

async function tabled(session: Session, id: string, ...titles: string[]): Promise<readonly string[]> {
  await saved(session, {
    type: "tableOptions",
    note: id,
    options: titles.map((title) => ({ fields: { title } })),
  });
  return note(session, id)
    .options.slice(-titles.length)
    .map((option) => option.id);
}

describe("what people do to a note", () => {
  it("opens it with a title alone, and its places", async () => {
    const { ann } = await appWorld();
    const anchor = { path: "src/search.ts", startLine: 3, endLine: 5, quote: ["a"] };
    const id = await saved(ann, {
      type: "openNote",
      fields: { title: "  One  query\nloads all ", impact: " " },
      anchors: [anchor],
    });
    assert.equal(note(ann, id).fields.title.value, "One query loads all");
    assert.equal(versionsOf(note(ann, id).fields.impact).length, 0, "an empty impact is not said");
    assert.deepEqual(
      note(ann, id).anchors.map((place) => place.anchor.path),
      ["src/search.ts"],
    );
  });

  it("does not open it without a title", async () => {
    const { ann } = await appWorld();
    assert.equal(
      await refusal(ann, { type: "openNote", fields: { title: " \n " }, anchors: [] }),
      "titleMissing",
    );
    assert.equal(await refusal(ann, { type: "openNote", fields: {}, anchors: [] }), "titleMissing");
    assert.equal(ann.notes().size, 0);
  });

  it("makes two records of two notes with the same words", async () => {
    const { ann } = await appWorld();
    assert.notEqual(await opened(ann), await opened(ann));
    assert.equal(ann.notes().size, 2);
  });

  it("says each event saw the one before, and the first of an action saw the newest of the note", async () => {
    const { ann, annsMachine } = await appWorld();
    const id = await opened(ann);
    await tabled(ann, id, "Cache", "Rewrite", "Nothing");
    const lines = annsMachine.clone.saved.map(({ line }) => parseLine(line.line));
    const seen = lines.map((line) => (line.kind === "event" ? line.envelope.seen : assert.fail()));
    assert.deepEqual(seen, [[], ...lines.slice(0, -1).map((line) => [line.id])]);
  });

  it("saves an action's events in one append", async () => {
    const { ann, annsMachine } = await appWorld();
    const id = await opened(ann);
    annsMachine.clone.isFull = true;
    assert.equal(
      await refusal(ann, {
        type: "tableOptions",
        note: id,
        options: [{ fields: { title: "A" } }, { fields: { title: "B" } }],
      }),
      "notWritable",
    );
    assert.equal(note(ann, id).options.length, 0);
  });

  it("says only what is other than before when it edits", async () => {
    const { ann, annsMachine } = await appWorld();
    const id = await opened(ann, { title: "Title", impact: "Slow" });
    await saved(ann, { type: "editNote", note: id, fields: { title: "Title", impact: "Slower" } });
    assert.deepEqual(note(ann, id).history.at(-1)?.fields, ["impact"]);
    const lines = annsMachine.clone.saved.length;
    await saved(ann, { type: "editNote", note: id, fields: { title: " Title ", impact: "Slower" } });
    assert.equal(annsMachine.clone.saved.length, lines, "nothing was other, nothing was written");
  });

  it("does not take the title away", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    assert.equal(await refusal(ann, { type: "editNote", note: id, fields: { title: "  " } }), "titleMissing");
  });

  it("shows where a place belongs now, in its old place's stead", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const anchor = { path: "a.ts", startLine: 1, endLine: 1 };
    await saved(ann, { type: "addAnchor", note: id, anchor });
    const old = note(ann, id).anchors[0]?.id ?? assert.fail();
    await saved(ann, { type: "addAnchor", note: id, anchor: { ...anchor, path: "b.ts" }, insteadOf: old });
    assert.deepEqual(
      note(ann, id).anchors.map((place) => place.anchor.path),
      ["b.ts"],
    );
    assert.equal(await refusal(ann, { type: "addAnchor", note: id, anchor, insteadOf: old }), "noSuchPart");
  });

  it("puts a place back where it was, and that again", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const anchor = { path: "a.ts", startLine: 3, endLine: 4, quote: ["a", "b"] };
    await saved(ann, { type: "addAnchor", note: id, anchor });
    const only = () => note(ann, id).anchors[0] ?? assert.fail();
    const paths = () => note(ann, id).anchors.map((place) => place.anchor.path);
    const back = () => ({ type: "putBackPlace", note: id, place: only().id }) as const;
    assert.equal(await refusal(ann, back()), "noSuchPart", "nobody has put it anywhere");
    await saved(ann, {
      type: "addAnchor",
      note: id,
      anchor: { ...anchor, path: "b.ts" },
      insteadOf: only().id,
    });
    assert.deepEqual((await ann.notePage(id))?.places[0]?.before, { path: "a.ts", startLine: 3, endLine: 4 });
    await saved(ann, back());
    assert.deepEqual(paths(), ["a.ts"]);
    assert.deepEqual(only().anchor, anchor);
    await saved(ann, back());
    assert.deepEqual(paths(), ["b.ts"]);
    assert.deepEqual(
      (await ann.notePage(id))?.history.slice(0, 2).map(({ sentence }) => sentence),
      Array(2).fill("Said where a place in the code belongs now."),
    );
  });

  it("has one place again where two people put it elsewhere and both take that back", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const anchor = { path: "a.ts", startLine: 1, endLine: 1 };
    await saved(ann, { type: "addAnchor", note: id, anchor });
    await saved(ann, { type: "addAnchor", note: id, anchor: { ...anchor, path: "b.ts" } });
    for (const { id: place, anchor: there } of note(ann, id).anchors)
      await saved(ann, {
        type: "addAnchor",
        note: id,
        anchor: { ...there, path: `new-${there.path}` },
        insteadOf: place,
      });
    const [one, other] = note(ann, id).anchors;
    await saved(ann, { type: "putBackPlace", note: id, place: one?.id ?? "" });
    await saved(ann, { type: "addAnchor", note: id, anchor, insteadOf: other?.id });
    const [, twin] = note(ann, id).anchors;
    await saved(ann, {
      type: "addAnchor",
      note: id,
      anchor: { ...anchor, path: "c.ts" },
      insteadOf: twin?.id,
    });
    const [, again] = note(ann, id).anchors;
    await saved(ann, { type: "putBackPlace", note: id, place: again?.id ?? "" });
    assert.deepEqual(
      note(ann, id).anchors.map((place) => place.anchor.path),
      ["a.ts"],
    );
  });

  it("adds evidence, and takes it off again", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    assert.equal(await refusal(ann, { type: "addEvidence", note: id, text: " " }), "textMissing");
    await saved(ann, {
      type: "addEvidence",
      note: id,
      text: "p95 is 5.2 s",
      source: "load test",
      date: "2026-11-20",
    });
    const [evidence] = note(ann, id).evidence;
    assert.deepEqual(
      [evidence?.text, evidence?.source, evidence?.link],
      ["p95 is 5.2 s", "load test", undefined],
    );
    await saved(ann, { type: "removeItems", note: id, items: [evidence?.id ?? ""] });
    assert.equal(note(ann, id).evidence.length, 0);
    assert.equal(
      await refusal(ann, { type: "removeItems", note: id, items: [evidence?.id ?? ""] }),
      "noSuchPart",
    );
  });

  it("puts options on the table by letter, with what engineering would take", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    await saved(ann, {
      type: "tableOptions",
      note: id,
      options: [
        { fields: { title: "Cache" } },
        { fields: { title: "Rewrite" } },
        { doNothing: true, fields: {} },
      ],
      recommendation: { index: 1, because: "it lasts" },
    });
    const { options, fields } = note(ann, id);
    assert.deepEqual(
      options.map(({ letter, doNothing }) => [letter, doNothing]),
      [
        ["A", false],
        ["B", false],
        ["C", true],
      ],
    );
    assert.deepEqual(fields.recommendation.value, { option: options[1]?.id, because: "it lasts" });
  });

  it("gives no letter twice, not even a withdrawn option's", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const [first = ""] = await tabled(ann, id, "Cache");
    await saved(ann, { type: "editOption", note: id, option: first, fields: { withdrawn: true } });
    await tabled(ann, id, "Rewrite");
    assert.deepEqual(
      note(ann, id).options.map(({ letter }) => letter),
      ["A", "B"],
    );
  });

  it("puts no option on the table without words, and none where another one is refused", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const options = [{ fields: { title: "Cache" } }, { fields: { title: " " } }];
    assert.equal(await refusal(ann, { type: "tableOptions", note: id, options }), "textMissing");
    assert.equal(
      await refusal(ann, {
        type: "tableOptions",
        note: id,
        options: options.slice(0, 1),
        recommendation: { index: 1 },
      }),
      "noSuchPart",
    );
    assert.equal(note(ann, id).options.length, 0);
  });

  it("edits an option that is there", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const [option = ""] = await tabled(ann, id, "Cache");
    await saved(ann, { type: "editOption", note: id, option, fields: { implications: "Search takes 1 s" } });
    assert.equal(note(ann, id).options[0]?.fields.implications.value, "Search takes 1 s");
    assert.equal(
      await refusal(ann, { type: "editOption", note: id, option, fields: { title: "" } }),
      "textMissing",
    );
    assert.equal(await refusal(ann, { type: "editOption", note: id, option: id, fields: {} }), "noSuchPart");
  });

  it("keeps a question open until its asker accepts an answer", async () => {
    const { ann, ben } = await appWorld();
    const id = await opened(ann);
    await exchanged(ann, ben);
    await saved(ben, { type: "ask", note: id, text: "Help me understand the trade-offs" });
    await exchanged(ben, ann);
    const question = note(ann, id).questions[0]?.id ?? assert.fail();
    assert.equal(note(ann, id).questions[0]?.waitsFor, "answer");
    await saved(ann, { type: "answer", note: id, question, text: "A is quick, B lasts" });
    assert.equal(note(ann, id).questions[0]?.waitsFor, "asker");
    assert.equal(await refusal(ann, { type: "acceptAnswer", note: id, question }), "notTheAsker");
    assert.equal(await refusal(ann, { type: "askFurther", note: id, question, text: "and?" }), "notTheAsker");
    await exchanged(ann, ben);
    await saved(ben, { type: "askFurther", note: id, question, text: "How long does it last?" });
    assert.equal(note(ben, id).questions[0]?.waitsFor, "answer");
    await saved(ben, { type: "acceptAnswer", note: id, question });
    assert.equal(note(ben, id).questions[0]?.waitsFor, "nobody");
  });

  it("asks nothing without words, nor of an option that is not there", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    assert.equal(await refusal(ann, { type: "ask", note: id, text: "" }), "textMissing");
    assert.equal(await refusal(ann, { type: "ask", note: id, text: "Why?", options: [id] }), "noSuchPart");
    await saved(ann, { type: "ask", note: id, text: "Why?" });
    const question = note(ann, id).questions[0]?.id ?? "";
    assert.equal(await refusal(ann, { type: "answer", note: id, question, text: " " }), "textMissing");
    assert.equal(await refusal(ann, { type: "answer", note: id, question: id, text: "So" }), "noSuchPart");
    assert.equal(await refusal(ann, { type: "acceptAnswer", note: id, question: id }), "noSuchPart");
  });

  it("decides only with an impact, an option on the table, and a reason", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann, { impact: "" });
    const [cache = "", rewrite = ""] = await tabled(ann, id, "Cache", "Rewrite");
    const decide = (parts: Partial<Extract<ActionInput, { type: "decide" }>>): ActionInput => ({
      type: "decide",
      note: id,
      option: cache,
      because: "it is quick",
      ...parts,
    });
    assert.equal(await refusal(ann, decide({})), "impactMissing");
    await saved(ann, { type: "editNote", note: id, fields: { impact: "Search takes 5 s" } });
    assert.equal(await refusal(ann, decide({ because: "  " })), "becauseMissing");
    assert.equal(await refusal(ann, decide({ option: id })), "noSuchPart");
    assert.equal(await refusal(ann, decide({ restsOn: [id] })), "noSuchPart");
    await saved(ann, { type: "editOption", note: id, option: rewrite, fields: { withdrawn: true } });
    assert.equal(await refusal(ann, decide({ option: rewrite })), "noSuchPart");
    await saved(ann, decide({}));
    assert.deepEqual(
      note(ann, id).decisions.map(({ option, because, stands }) => [option, because, stands]),
      [[cache, "it is quick", true]],
    );
  });

  it("decides an incident without a reason, which may follow", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann, { kind: "incident" });
    const [back = ""] = await tabled(ann, id, "Roll back");
    await saved(ann, { type: "decide", note: id, option: back, because: "" });
    assert.equal(note(ann, id).decisions[0]?.because, "");
  });

  it("keeps a decision that a later one replaces", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const [cache = "", rewrite = ""] = await tabled(ann, id, "Cache", "Rewrite");
    await saved(ann, { type: "decide", note: id, option: cache, because: "it is quick" });
    await saved(ann, { type: "decide", note: id, option: rewrite, because: "the cache did not help" });
    assert.deepEqual(
      note(ann, id).decisions.map(({ option, stands }) => [option, stands]),
      [
        [cache, false],
        [rewrite, true],
      ],
    );
  });

  it("hears each person differ once with a decision", async () => {
    const { ann, ben } = await appWorld();
    const id = await opened(ann);
    const [cache = ""] = await tabled(ann, id, "Cache");
    await saved(ann, { type: "decide", note: id, option: cache, because: "it is quick" });
    await exchanged(ann, ben);
    const decision = note(ben, id).decisions[0]?.id ?? assert.fail();
    const differ = {
      type: "differ",
      note: id,
      decision,
      because: "it hides the cause",
      commits: true,
    } as const;
    assert.equal(await refusal(ben, { ...differ, because: "" }), "becauseMissing");
    assert.equal(await refusal(ben, { ...differ, decision: id }), "noSuchPart");
    await saved(ben, differ);
    assert.equal(await refusal(ben, differ), "alreadyDiffered");
    assert.deepEqual(
      note(ben, id).decisions[0]?.dissent.map(({ by, because }) => [by.name, because]),
      [["Ben", "it hides the cause"]],
    );
  });

  it("hears, comments, closes, puts off and opens again", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    await saved(ann, { type: "hear", note: id, backBy: "2026-12-01" });
    await saved(ann, { type: "comment", note: id, text: "Seen in the shop of Lyon" });
    assert.equal(await refusal(ann, { type: "comment", note: id, text: "\n" }), "textMissing");
    await saved(ann, {
      type: "close",
      note: id,
      as: "putOff",
      until: "2027-01-10",
      because: "after the release",
    });
    assert.deepEqual(note(ann, id).fields.closed.value, {
      as: "putOff",
      until: "2027-01-10",
      because: "after the release",
    });
    await saved(ann, { type: "reopen", note: id });
    assert.equal(note(ann, id).fields.closed.value, null);
    assert.deepEqual(
      note(ann, id).history.map(({ type }) => type),
      ["noteOpened", "heard", "commented", "noteEdited", "noteEdited"],
    );
  });

  it("settles a title that two people set without having seen each other's", async () => {
    const { ann, ben } = await appWorld();
    const id = await opened(ann);
    await exchanged(ann, ben);
    await saved(ann, { type: "editNote", note: id, fields: { title: "Ann's words" } });
    await saved(ben, { type: "editNote", note: id, fields: { title: "Ben's words" } });
    await exchanged(ann, ben);
    assert.deepEqual(note(ann, id).fields.title, note(ben, id).fields.title);
    const versions = versionsOf(note(ann, id).fields.title);
    assert.deepEqual(versions.map(({ value }) => value).sort(), ["Ann's words", "Ben's words"]);
    const bens = versions.find(({ value }) => value === "Ben's words")?.event ?? assert.fail();
    assert.equal(await refusal(ann, { type: "settle", note: id, field: "title", version: id }), "noSuchPart");
    assert.equal(
      await refusal(ann, { type: "settle", note: id, field: "constructor", version: bens }),
      "noSuchPart",
    );
    await saved(ann, { type: "settle", note: id, field: "title", version: bens });
    await exchanged(ann, ben);
    for (const session of [ann, ben]) {
      assert.equal(note(session, id).fields.title.value, "Ben's words");
      assert.equal(versionsOf(note(session, id).fields.title).length, 1);
    }
  });

  it("settles a field of an option", async () => {
    const { ann, ben } = await appWorld();
    const id = await opened(ann);
    const [option = ""] = await tabled(ann, id, "Cache");
    await exchanged(ann, ben);
    const effort = (likely: number) => ({ effort: { likely, unit: "weeks" as const } });
    await saved(ann, { type: "editOption", note: id, option, fields: effort(2) });
    await saved(ben, { type: "editOption", note: id, option, fields: effort(3) });
    await exchanged(ann, ben);
    const versions = versionsOf(note(ben, id).options[0]?.fields.effort);
    assert.equal(versions.length, 2);
    const anns = versions.find(({ value }) => value?.likely === 2)?.event ?? assert.fail();
    await saved(ben, { type: "settle", note: id, option, field: "effort", version: anns });
    assert.deepEqual(note(ben, id).options[0]?.fields.effort.value, { likely: 2, unit: "weeks" });
    assert.equal(versionsOf(note(ben, id).options[0]?.fields.effort).length, 1);
  });

  it("does nothing for somebody without a name, until they give one", async () => {
    const { ann, annsMachine } = await appWorld();
    annsMachine.user.person = undefined;
    const action: ActionInput = { type: "openNote", fields: { title: "Slow" }, anchors: [] };
    assert.equal(await refusal(ann, action), "nameMissing");
    await ann.setName(" Ann A. ");
    const id = await saved(ann, action);
    assert.deepEqual(note(ann, id).opened.by, { name: "Ann A.", email: "" });
  });

  it("does nothing in a window that is not trusted", async () => {
    const { ann, annsMachine } = await appWorld();
    annsMachine.isReadOnly = true;
    assert.equal(
      await refusal(ann, { type: "openNote", fields: { title: "Slow" }, anchors: [] }),
      "readOnly",
    );
  });

  it("refuses what is too long, with its size, and keeps what was there", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const outcome = await ann.perform({ type: "comment", note: id, text: "x".repeat(300_000) });
    assert.ok(outcome.kind === "refused" && outcome.refusal.kind === "tooLarge");
    assert.deepEqual([outcome.refusal.what, outcome.refusal.limit], ["line", 262_144]);
    assert.ok(outcome.refusal.bytes > 300_000);
    assert.equal(note(ann, id).comments.length, 0);
  });

  it("refuses what no longer fits into a record", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    const text = "x".repeat(250_000);
    for (let count = 0; count < 4; count++) await saved(ann, { type: "comment", note: id, text });
    const outcome = await ann.perform({ type: "comment", note: id, text });
    assert.ok(outcome.kind === "refused" && outcome.refusal.kind === "tooLarge");
    assert.deepEqual([outcome.refusal.what, outcome.refusal.limit], ["record", 1_048_576]);
    assert.equal(note(ann, id).comments.length, 4);
  }).timeout(30_000);

  it("refuses notes it does not have", async () => {
    const { ann } = await appWorld();
    const nowhere = "0".repeat(64);
    assert.equal(await refusal(ann, { type: "comment", note: nowhere, text: "x" }), "noSuchNote");
  });

  it("lets two actions at the same time see each other", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    await Promise.all(
      ["One", "Two", "Three"].map((title) => saved(ann, { type: "editNote", note: id, fields: { title } })),
    );
    assert.equal(versionsOf(note(ann, id).fields.title).length, 1);
    assert.equal(note(ann, id).fields.title.value, "Three");
  });
});
