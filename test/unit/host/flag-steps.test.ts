import assert from "node:assert/strict";
import { english } from "../../../src/base/translate.ts";
import { askWhatIsInTheWay } from "../../../src/host/flag/flag-constraint.ts";
import type { FlagKind } from "../../../src/host/flag/flag-constraint.ts";
import { ScriptedPrompts } from "../../support/host/scripted-prompts.ts";
import type { Answer } from "../../support/host/scripted-prompts.ts";

const flag = async (
  answers: readonly Answer[],
  { kind, lastKind }: { kind?: FlagKind; lastKind?: FlagKind } = {},
) => {
  const prompts = new ScriptedPrompts(...answers);
  const flagged = await askWhatIsInTheWay({
    prompts,
    translate: english,
    today: "2026-11-22",
    kind,
    lastKind,
  });
  assert.deepEqual(prompts.unused, [], "not everything was asked");
  return { flagged, asked: prompts.asked };
};

const title = { type: "One query loads everything" };
const impact = { type: "Search takes over 5 s" };

describe("the three steps of a flag", () => {
  it("are title, impact and kind, and Enter at the end shares", async () => {
    const { flagged, asked } = await flag([title, impact, { choose: "Tech debt" }]);
    assert.deepEqual(flagged, {
      title: title.type,
      impact: impact.type,
      kind: "techDebt",
      neededBy: undefined,
      then: "share",
    });
    assert.deepEqual(
      asked.map(({ prompt, step }) => [step, prompt]),
      [
        ["1/3", "What is in the way here?"],
        [
          "2/3",
          "What will a user or the roadmap notice, and from when? (Leave empty if you don't know yet.)",
        ],
        ["3/3", "What is it? Enter shares it."],
      ],
    );
  });

  it("offer the kinds by their names on screen, and a draft last", async () => {
    const { asked } = await flag([title, impact, "enter"]);
    assert.deepEqual(asked[2]?.offered, [
      "Bottleneck",
      "Tech debt",
      "Outside limit",
      "Date at risk",
      "Would speed us up",
      "Keep as a draft on this machine",
    ]);
  });

  it("have the kind that was used last ready for Enter", async () => {
    const { flagged, asked } = await flag([title, impact, "enter"], { lastKind: "enabler" });
    assert.equal(asked[2]?.preselected, "Would speed us up");
    assert.equal(flagged.kind, "enabler");
  });

  it("are two where a key binding names the kind", async () => {
    const { flagged, asked } = await flag([title, impact], { kind: "constraint" });
    assert.deepEqual([flagged.kind, flagged.then], ["constraint", "share"]);
    assert.deepEqual(
      asked.map(({ step }) => step),
      ["1/2", "2/2"],
    );
  });

  it("take an empty impact: it may not be known yet", async () => {
    const { flagged } = await flag([title, { type: "" }, "enter"]);
    assert.deepEqual([flagged.impact, flagged.then], ["", "share"]);
  });

  it("do not take an empty title", async () => {
    const { asked } = await flag([{ type: "  " }, title, impact, "enter"]);
    assert.equal(asked[1]?.prompt, "Write a few words first.");
  });

  it("keep what was typed when the person leaves the first box", async () => {
    const { flagged } = await flag([{ typeAndLeave: "One qu" }]);
    assert.deepEqual([flagged.title, flagged.then], ["One qu", "keep"]);
  });

  it("keep what was typed when the person leaves the second box", async () => {
    const { flagged } = await flag([title, { typeAndLeave: "Search" }]);
    assert.deepEqual([flagged.title, flagged.impact, flagged.then], [title.type, "Search", "keep"]);
  });

  it("keep what was typed when the person leaves the list", async () => {
    const { flagged } = await flag([title, impact, "leave"]);
    assert.deepEqual(
      [flagged.title, flagged.impact, flagged.kind, flagged.then],
      [title.type, impact.type, undefined, "keep"],
    );
  });

  it("keep a draft where that is chosen", async () => {
    const { flagged } = await flag([title, impact, { choose: "Keep as a draft on this machine" }]);
    assert.deepEqual([flagged.kind, flagged.then], [undefined, "keep"]);
  });

  it("ask for the date where one is at risk", async () => {
    const { flagged, asked } = await flag([title, impact, { choose: "Date at risk" }, { type: "14 March" }]);
    assert.deepEqual([flagged.neededBy, flagged.then], ["2027-03-14", "share"]);
    assert.equal(asked[3]?.prompt, "Which date is at risk? (Leave empty to skip.)");
  });

  it("let the date be skipped, and ask again for one that can't be read", async () => {
    const { flagged, asked } = await flag([
      title,
      impact,
      { choose: "Date at risk" },
      { type: "soonish" },
      { type: "" },
    ]);
    assert.deepEqual([flagged.neededBy, flagged.then], [undefined, "share"]);
    assert.match(asked[4]?.prompt ?? "", /can't be read as a date/);
  });
});
