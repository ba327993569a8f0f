import assert from "node:assert/strict";
import { exchanged, saved, appWorld } from "../../support/app-world.ts";

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
});
