import assert from "node:assert/strict";
import { appWorld, exchanged, saved } from "../../support/app-world.ts";
import type { AppWorld } from "../../support/app-world.ts";

const words = async (session: AppWorld["ann"]) => {
  const view = await session.view({ view: "words" });
  assert.ok(view?.view === "words");
  return view.words;
};
const mrr = { type: "openTerm", fields: { term: "MRR", explanation: "What customers pay a month" } } as const;

describe("the words of the team", () => {
  it("travel to others, in the order of the alphabet, and leave the list when they are withdrawn", async () => {
    const { ann, ben } = await appWorld();
    const id = await saved(ann, mrr);
    await saved(ann, {
      type: "openTerm",
      fields: { term: " cold\nstart ", explanation: "The first seconds" },
    });
    await exchanged(ann, ben);
    assert.deepEqual(
      (await words(ben)).map(({ term, explanation }) => [term, explanation]),
      [
        ["cold start", "The first seconds"],
        ["MRR", "What customers pay a month"],
      ],
    );
    assert.deepEqual(
      ben.glossary().words.map(({ term }) => term),
      ["MRR", "cold start"],
    );
    await saved(ben, { type: "editTerm", term: id, fields: { withdrawn: true } });
    await exchanged(ben, ann);
    assert.deepEqual(
      (await words(ann)).map(({ term }) => term),
      ["cold start"],
    );
    assert.equal(ann.glossary().words.length, 1);
  });

  it("show both of two explanations that were written at the same time, until somebody settles it", async () => {
    const { ann, ben } = await appWorld();
    const term = await saved(ann, mrr);
    await exchanged(ann, ben);
    await saved(ann, { type: "editTerm", term, fields: { explanation: "Ann's words" } });
    await saved(ben, { type: "editTerm", term, fields: { explanation: "Ben's words" } });
    await exchanged(ann, ben);
    assert.deepEqual(new Set((await words(ann))[0]?.explanations), new Set(["Ann's words", "Ben's words"]));
    assert.deepEqual(await words(ann), await words(ben));
    await saved(ann, { type: "editTerm", term, fields: { explanation: "Ben's words" } });
    assert.deepEqual((await words(ann))[0]?.explanations, []);
    assert.equal((await words(ann))[0]?.explanation, "Ben's words");
  });

  it("need the word and what it means", async () => {
    const { ann } = await appWorld();
    const refusal = async (action: Parameters<typeof ann.perform>[0]) => {
      const outcome = await ann.perform(action);
      return outcome.kind === "refused" ? outcome.refusal.kind : outcome.kind;
    };
    assert.equal(await refusal({ ...mrr, fields: { term: "MRR", explanation: " " } }), "textMissing");
    const term = await saved(ann, mrr);
    assert.equal(await refusal({ type: "editTerm", term, fields: { term: "" } }), "textMissing");
    assert.equal(
      await refusal({ type: "editTerm", term: "0".repeat(64), fields: { term: "x" } }),
      "noSuchNote",
    );
  });

  it("come with the names that stand on the record", async () => {
    const { ann } = await appWorld();
    await saved(ann, {
      type: "openNote",
      fields: { title: "Slow", owner: { name: "Zoé Martin", email: "z@example.org" } },
      anchors: [],
    });
    assert.deepEqual(ann.glossary().people, ["Ann", "Zoé Martin"]);
  });
});
