import assert from "node:assert/strict";
import type { Page } from "../../src/store/store.ts";
import { aNote } from "../support/event-builders.ts";
import { world } from "../support/world.ts";

describe("pages that a newer Sightline has written", () => {
  it("are left alone, while the lines are sent all the same", async () => {
    const { ann, ben, remote, close } = await world();
    try {
      const push = async (store: ReturnType<typeof ann.store>, title: string, pages: readonly Page[]) => {
        await store.append(aNote({ title }).lines);
        const outcome = await store.sync({ message: "Sync notes", render: () => pages });
        assert.equal(outcome.kind, "synced");
      };
      const shown = (path: string) => remote.git("show", `refs/heads/sightline:${path}`);
      await push(ann.store(), "One", [
        { path: "README.md", text: "as today\n" },
        { path: "pages-version", text: "1\n" },
      ]);
      await push(ben.store(), "Two", [
        { path: "README.md", text: "as in years to come\n" },
        { path: "pages-version", text: "999\n" },
      ]);
      await push(ann.store(), "Three", [{ path: "README.md", text: "as today, again\n" }]);
      assert.equal((await shown("README.md")).trim(), "as in years to come");
      const records = (
        await remote.git("ls-tree", "-r", "--name-only", "refs/heads/sightline", "records")
      ).trim();
      assert.equal(records.split("\n").length, 3);
    } finally {
      await close();
    }
  });
});
