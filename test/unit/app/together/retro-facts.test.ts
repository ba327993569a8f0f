import assert from "node:assert/strict";
import { appWorld, opened, saved } from "../../../support/app-world.ts";
import type { AppWorld } from "../../../support/app-world.ts";
import type { Session } from "../../../../src/app/session.ts";
import type { RetroFact } from "../../../../src/protocol/retro-state.ts";

const DAY = 86_400_000;

/** A year that nothing of the test is before or after. */
async function factsOf(session: Session, period = { from: "2026-01-01", to: "2028-01-01" }) {
  await saved(session, { type: "openRetro", fields: { name: "Look back", period } });
  const page = await session.view({ view: "retro" });
  return page?.view === "retro" && page.retro !== null ? page.retro.facts : assert.fail("no retro");
}

const sentences = (facts: readonly RetroFact[], about: RetroFact["about"]) =>
  facts.filter((fact) => fact.about === about).map(({ sentence }) => sentence);

const later = (world: AppWorld, days: number) => world.time.pass(days * DAY);

async function decidedOn(session: Session, note: string, effort: object): Promise<void> {
  await saved(session, {
    type: "tableOptions",
    note,
    options: [{ fields: { title: "Cache it", effort: { unit: "weeks", ...effort } } }],
  });
  const option = session.note(note)?.options[0]?.id ?? "";
  await saved(session, { type: "decide", note, option, because: "it is ready in March" });
}

describe("the facts beside a retro", () => {
  it("put what was estimated beside when it was decided and done", async () => {
    const world = await appWorld();
    const { ann } = world;
    const note = await opened(ann);
    await decidedOn(ann, note, { low: 2, high: 3 });
    assert.deepEqual(sentences(await factsOf(ann), "estimate"), [], "not before it is done");
    await later(world, 20);
    await saved(ann, { type: "close", note, as: "done" });
    const facts = await factsOf(ann);
    assert.deepEqual(sentences(facts, "estimate"), [
      "A was to take 2 to 3 weeks. Decided on 22 November, done on 12 December.",
    ]);
    assert.deepEqual(
      facts.map(({ of, record, title }) => [of, record, title]),
      [["note", note, "One query loads every product"]],
    );
  });

  it("say how long it took where somebody said so, and nothing of whether that was right", async () => {
    const { ann } = await appWorld();
    const note = await opened(ann);
    await decidedOn(ann, note, { low: 2, likely: 2.5, high: 3 });
    await saved(ann, { type: "close", note, as: "done", took: { likely: 5, unit: "weeks" } });
    assert.deepEqual(sentences(await factsOf(ann), "estimate"), [
      "A was to take 2 to 3 weeks, likely 2.5, and took 5 weeks. Decided on 22 November, done on 22 November.",
    ]);
  });

  it("say nothing of an estimate that nobody gave, or of a note that was withdrawn", async () => {
    const { ann } = await appWorld();
    const bare = await opened(ann);
    await saved(ann, { type: "tableOptions", note: bare, options: [{ fields: { title: "Cache it" } }] });
    const option = ann.note(bare)?.options[0]?.id ?? "";
    await saved(ann, { type: "decide", note: bare, option, because: "it is small" });
    await saved(ann, { type: "close", note: bare, as: "done" });
    const withdrawn = await opened(ann);
    await decidedOn(ann, withdrawn, { likely: 2 });
    await saved(ann, { type: "close", note: withdrawn, as: "withdrawn" });
    assert.deepEqual(sentences(await factsOf(ann), "estimate"), []);
  });

  it("say by how long something surfaced late: near its date, on it, or after it", async () => {
    const { ann } = await appWorld();
    for (const day of ["2026-12-05", "2026-11-22", "2026-11-18", "2026-12-06"])
      await opened(ann, { title: day, neededBy: { day } });
    assert.deepEqual(
      new Set(sentences(await factsOf(ann), "late")),
      new Set([
        "On record 13 days before 5 December, when it was needed.",
        "On record on 22 November, the day it was needed.",
        "On record 4 days after 18 November, when it was needed.",
      ]),
    );
  });

  it("believe what people said when they closed it more than the dates", async () => {
    const { ann } = await appWorld();
    const near = { neededBy: { day: "2026-11-23" } };
    for (const [beforeItHurt, hurtFrom] of [
      ["yes", "2026-12-01"],
      ["neverNeeded", undefined],
      ["no", "2026-11-13"],
      ["no", undefined],
      ["partly", "2026-12-01"],
    ] as const) {
      const note = await opened(ann, near);
      await saved(ann, { type: "close", note, as: "done", beforeItHurt, hurtFrom });
    }
    assert.deepEqual(
      new Set(sentences(await factsOf(ann), "late")),
      new Set([
        "It hurt from 13 November on, 9 days before it was on record.",
        "It was not on record before it hurt, as was said when it was closed.",
        "It was on record only in part before it hurt, as was said when it was closed.",
      ]),
    );
  });

  it("name the date of the roadmap that something surfaced late for", async () => {
    const { ann } = await appWorld();
    const milestone = await saved(ann, {
      type: "openMilestone",
      day: "2026-11-23",
      fields: { title: "Returns chatbot" },
    });
    await saved(ann, { type: "openNote", fields: { title: "Labels" }, anchors: [], threatens: [milestone] });
    assert.deepEqual(sentences(await factsOf(ann), "late"), [
      "On record 1 day before 23 November, the date of Returns chatbot.",
    ]);
  });

  it("measure what moved a date against the date as it was", async () => {
    const { ann } = await appWorld();
    const milestone = await saved(ann, {
      type: "openMilestone",
      day: "2026-11-25",
      fields: { title: "Returns chatbot" },
    });
    const note = await opened(ann, { title: "The vendor's interface is not ready" });
    await saved(ann, {
      type: "moveMilestone",
      milestone,
      to: "2027-01-15",
      because: "the vendor is late",
      notes: [note],
    });
    const facts = await factsOf(ann);
    assert.deepEqual(sentences(facts, "late"), [
      "On record 3 days before 25 November, the date of Returns chatbot.",
    ]);
    assert.deepEqual(sentences(facts, "moved"), [
      "Moved from 25 November to 15 January 2027, said 3 days before, because: the vendor is late",
    ]);
    assert.deepEqual(
      facts.filter(({ about }) => about === "moved").map(({ of, record }) => [of, record]),
      [["milestone", milestone]],
    );
  });

  it("say how long a question waited, and name nobody", async () => {
    const world = await appWorld({ ann: "pm", ben: "lead" });
    const { ann } = world;
    const note = await opened(ann);
    const ask = async () => {
      await saved(ann, { type: "ask", note, text: "Help me understand why it takes this long" });
      return ann.note(note)?.questions.at(-1)?.id ?? "";
    };
    const slow = await ask();
    await later(world, 9);
    await saved(ann, { type: "answer", note, question: slow, text: "The index" });
    const quick = await ask();
    await later(world, 6);
    await saved(ann, { type: "answer", note, question: quick, text: "The cache" });
    await ask();
    await later(world, 12);
    const facts = await factsOf(ann);
    assert.deepEqual(
      new Set(sentences(facts, "question")),
      new Set([
        "A question waited 9 days for its answer.",
        "A question has waited 12 days and has no answer yet.",
      ]),
    );
    assert.equal(/Ann|Ben/.test(JSON.stringify(facts)), false);
  });

  it("count a challenge of a why as a question, and one that was asked further anew", async () => {
    const world = await appWorld();
    const { ann } = world;
    const brief = await saved(ann, {
      type: "openBrief",
      fields: {
        text: "Support waits",
        scope: { kind: "sprint", name: "Sprint 14", from: "2026-11-16", to: "2026-11-29" },
      },
    });
    await saved(ann, { type: "challengeBrief", brief, kind: "challenge", text: "Is it the label?" });
    const challenge = ann.recordsOf("brief").get(brief)?.challenges[0]?.id ?? "";
    await saved(ann, { type: "answerChallenge", brief, challenge, text: "Yes" });
    await saved(ann, { type: "furtherChallenge", brief, challenge, text: "And the bank?" });
    await later(world, 8);
    await saved(ann, { type: "answerChallenge", brief, challenge, text: "It too" });
    const facts = await factsOf(ann);
    assert.deepEqual(
      facts.map(({ of, title, sentence }) => [of, title, sentence]),
      [["brief", "Sprint 14", "A question waited 8 days for its answer."]],
    );
  });

  it("leave out what was not in these days, and what nobody waits for any more", async () => {
    const world = await appWorld();
    const { ann } = world;
    await opened(ann, { neededBy: { day: "2026-11-23" } });
    const closed = await opened(ann);
    await saved(ann, { type: "ask", note: closed, text: "Help me understand" });
    await later(world, 30);
    await saved(ann, { type: "close", note: closed, as: "done" });
    assert.deepEqual(sentences(await factsOf(ann), "question"), []);
    assert.deepEqual(await factsOf(ann, { from: "2026-12-01", to: "2026-12-10" }), []);
  });
});
