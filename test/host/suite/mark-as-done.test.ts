import assert from "node:assert/strict";
import { workshop } from "../../support/host/workshop.ts";

describe("a note whose code is still there is marked as done", () => {
  const flagged = async () => {
    const shop = await workshop();
    const note = await shop.flag("src/search.ts", [3, 6], "Search reads everything");
    const session = await shop.session();
    return { shop, note, closed: () => session.note(note)?.fields.closed.value };
  };

  it("with one Enter", async () => {
    const { shop, note, closed } = await flagged();
    await shop.run("markAsDone", { note }, { choose: "Mark as done" });
    assert.equal(
      shop.prompts.asked.find(({ title }) => title === "Mark as Done")?.offered?.[0],
      "Mark as done",
    );
    assert.deepEqual(closed(), { as: "done" });
  });

  it("with how it went, where the person says so first", async () => {
    const { shop, note, closed } = await flagged();
    const first = { choose: "Say how it went first…" };
    await shop.run("markAsDone", { note }, first, { type: "2-3 weeks" }, { choose: "Partly" });
    assert.deepEqual(closed(), {
      as: "done",
      took: { low: 2, high: 3, unit: "weeks" },
      beforeItHurt: "partly",
    });
  });

  it("with nothing said where all of it is skipped, and not at all where the person leaves", async () => {
    const { shop, note, closed } = await flagged();
    const first = { choose: "Say how it went first…" };
    await shop.run("markAsDone", { note }, first, { type: "" }, "leave");
    assert.equal(closed(), null);
    await shop.run("markAsDone", { note }, first, { type: "" }, { choose: "Skip" });
    assert.deepEqual(closed(), { as: "done" });
  });
});
