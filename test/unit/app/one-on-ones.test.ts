import assert from "node:assert/strict";
import { OneOnOneBox } from "../../../src/domain/one-on-one.ts";
import { oneOnOneMarkdown } from "../../../src/app/together/one-on-one-markdown.ts";
import { NotWritable } from "../../../src/app/private-json.ts";
import { english } from "../../../src/base/translate.ts";
import { appWorld, exchanged, saved } from "../../support/app-world.ts";
import type { AppWorld } from "../../support/app-world.ts";

const page = async (session: AppWorld["ann"]) => {
  const view = await session.view({ view: "oneOnOne" });
  assert.ok(view?.view === "oneOnOne");
  return view;
};

describe("a 1:1", () => {
  it("begins with empty boxes and keeps what is typed in a private file of its own", async () => {
    const { ann, annsMachine } = await appWorld();
    const { id, typed, since, earlier } = await page(ann);
    assert.deepEqual([typed, since, earlier], [{}, undefined, []]);
    assert.equal(ann.oneOnOnes.has(id), true);
    assert.equal(await ann.oneOnOnes.keep(id, "mind", "The vendor"), "done");
    assert.deepEqual(
      [...annsMachine.files.texts.keys()].filter((name) => name.includes(id)),
      [`one-on-one/${id}.json`],
    );
    const again = await annsMachine.open();
    assert.deepEqual((await page(again)).typed, { mind: "The vendor" });
    again.dispose();
  });

  it("is finished, and the next begins; the one before stands below and can't be written any more", async () => {
    const { ann, time } = await appWorld();
    const first = await page(ann);
    assert.equal(await ann.oneOnOnes.finish(first.id), "empty");
    await ann.oneOnOnes.keep(first.id, "way", "Slow builds");
    await ann.oneOnOnes.keep(first.id, "line.note.way.0", "Slow builds, as a note");
    assert.equal(await ann.oneOnOnes.finish(first.id), "done");
    time.jump("2026-11-29T10:00:00+01:00");
    const next = await page(ann);
    assert.notEqual(next.id, first.id);
    assert.deepEqual(next.typed, {});
    assert.deepEqual(
      next.earlier.map(({ id, texts }) => [id, texts]),
      [[first.id, { mind: "", way: "Slow builds", understand: "" }]],
    );
    assert.equal(await ann.oneOnOnes.keep(first.id, "way", "Typed in another window"), "gone");
    assert.equal(await ann.oneOnOnes.finish(first.id), "gone");
  });

  it("is deleted for good", async () => {
    const { ann, annsMachine } = await appWorld();
    const { id } = await page(ann);
    await ann.oneOnOnes.keep(id, "mind", "The vendor");
    await ann.oneOnOnes.remove(id);
    assert.equal([...annsMachine.files.texts.values()].join().includes("The vendor"), false);
    assert.equal(await ann.oneOnOnes.keep(id, "mind", "late letter"), "gone");
    assert.notEqual((await page(ann)).id, id);
  });

  it("takes a line under what stands in its first box", async () => {
    const { ann } = await appWorld();
    await ann.oneOnOnes.put("I see B differently");
    const { id, typed } = await page(ann);
    assert.deepEqual(typed, { mind: "I see B differently" });
    await ann.oneOnOnes.keep(id, "mind", "I see B differently\nHolidays\n");
    await ann.oneOnOnes.put("The date");
    assert.equal((await page(ann)).typed["mind"], "I see B differently\nHolidays\nThe date");
  });

  it("loses none of two that were started at the same time", async () => {
    const { ann, annsMachine } = await appWorld();
    const { id } = await page(ann);
    const file = annsMachine.files.texts.get(`one-on-one/${id}.json`) ?? "";
    const other = "e".repeat(64);
    annsMachine.files.texts.set(
      `one-on-one/${other}.json`,
      file.replace(id, other).replace('"texts":{}', '"texts":{"mind":"other"}'),
    );
    const shown = await page(ann);
    await ann.oneOnOnes.keep(shown.id, "way", "a word");
    await ann.oneOnOnes.finish(shown.id);
    const then = await page(ann);
    assert.deepEqual(new Set([shown.id, then.id]), new Set([id, other]));
  });

  it("passes over files that hold something else", async () => {
    const { ann, annsMachine } = await appWorld();
    annsMachine.files.texts.set("one-on-one/x.json", '{"id": 3}');
    annsMachine.files.texts.set(`one-on-one/${"d".repeat(64)}.json`, "not JSON");
    assert.deepEqual((await page(ann)).typed, {});
  });

  it("says that this machine can't keep it", async () => {
    const { ann, annsMachine } = await appWorld();
    annsMachine.files.isFull = true;
    await assert.rejects(page(ann), NotWritable);
  });

  it("says what changed since the one before, in seven lines at most", async () => {
    const { ann, ben, time } = await appWorld();
    const note = await saved(ann, {
      type: "openNote",
      fields: { title: "Search is slow", impact: "Search takes 5 s" },
      anchors: [],
    });
    await saved(ann, { type: "comment", note, text: "before" });
    const { id } = await page(ann);
    await ann.oneOnOnes.keep(id, "mind", "x");
    await ann.oneOnOnes.finish(id);
    await time.pass(60_000);
    assert.deepEqual((await page(ann)).since, []);
    await exchanged(ann, ben);
    await saved(ben, { type: "ask", note, text: "Help me understand" });
    const question = ben.note(note)?.questions[0]?.id ?? "";
    await time.pass(1000);
    await saved(ben, { type: "answer", note, question, text: "Because of the index" });
    await time.pass(1000);
    await saved(ben, { type: "close", note, as: "acceptedAsIs" });
    await time.pass(1000);
    const date = await saved(ben, { type: "openMilestone", day: "2027-03-31", fields: { title: "Chatbot" } });
    await saved(ben, {
      type: "moveMilestone",
      milestone: date,
      to: "2027-04-14",
      because: "The vendor is late",
    });
    await exchanged(ann, ben);
    assert.deepEqual(
      (await page(ann)).since?.map(({ title, sentence }) => `${title}: ${sentence}`),
      [
        "Chatbot: Moved to 14 April 2027, because The vendor is late",
        "Search is slow: Accepted as it is.",
        "Search is slow: Answered: Because of the index",
      ],
    );
    for (let turn = 0; turn < 9; turn++) {
      await time.pass(1000);
      await saved(ben, { type: "answer", note, question, text: `more ${turn}` });
    }
    await exchanged(ann, ben);
    const since = (await page(ann)).since ?? [];
    assert.equal(since.length, 7);
    assert.equal(since[0]?.sentence, "Answered: more 8");
  });

  it("is copied as Markdown, without the boxes that are empty", () => {
    const one = {
      id: "a".repeat(64),
      started: "2026-11-22T10:00:00+01:00",
      texts: { mind: "The vendor\n", understand: " ", "line.find": "private" },
    };
    assert.equal(
      oneOnOneMarkdown(one, english),
      "# 1:1, 2026-11-22\n\n## What's on your mind?\n\nThe vendor\n",
    );
  });

  it("leaves no byte in the store, in what is sent, or on the other machine", async () => {
    const { ann, ben, annsMachine, bensMachine } = await appWorld();
    const secret = "SECRET-between-us";
    const { id } = await page(ann);
    for (const box of OneOnOneBox.options) await ann.oneOnOnes.keep(id, box, `${secret} ${box}`);
    await saved(ann, { type: "openNote", fields: { title: "The one line that was shared" }, anchors: [] });
    await exchanged(ann, ben);
    await ann.oneOnOnes.finish(id);
    await page(ann);
    await exchanged(ann, ben);
    const everywhere = [...ann.notes().values(), ...ben.notes().values()];
    assert.equal(everywhere.length, 2);
    assert.equal(JSON.stringify(everywhere).includes(secret), false);
    assert.equal(JSON.stringify([...bensMachine.files.texts]).includes(secret), false);
    assert.deepEqual(
      [...annsMachine.files.texts].filter(([, text]) => text.includes(secret)).map(([name]) => name),
      [`one-on-one/${id}.json`],
    );
  });
});
