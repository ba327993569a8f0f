import assert from "node:assert/strict";
import { MemoryCodeHistory, objectIdOf } from "../support/memory-code-history.ts";
import { codeHistoryContract, linesOf } from "./code-history-contract.ts";

codeHistoryContract("the twin in memory", () => {
  const history = new MemoryCodeHistory();
  return Promise.resolve({
    history,
    commit: (files, ...parents) => {
      const { head } = history;
      const id = history.commit(files, parents);
      history.head = head;
      return Promise.resolve(id);
    },
    putHead: (commit) => {
      history.head = commit;
      return Promise.resolve();
    },
    putBranch: (name, commit) => {
      history.branches.set(name, commit);
      return Promise.resolve();
    },
    putOnDisk: ({ tracked, untracked }) => {
      history.workTree = { ...tracked, ...untracked };
      return Promise.resolve();
    },
    objectOf: objectIdOf,
  });
});

describe("the twin in memory", () => {
  it("takes commits as a list, whose last is HEAD, and commits on top of it", async () => {
    const [a, b] = ["a".repeat(40), "b".repeat(40)];
    const history = new MemoryCodeHistory(
      [
        { id: a, parents: [], files: { "a.ts": linesOf("a") } },
        { id: b, parents: [a], files: { "b.ts": linesOf("a") } },
      ],
      { "b.ts": linesOf("a") },
    );
    const c = history.commit({ "b.ts": linesOf("c") });
    const steps = (await history.stepsSince(a)) ?? [];
    assert.deepEqual(
      steps.map(({ commit, changes }) => [commit, changes.map(({ kind }) => kind)]),
      [
        [b, ["renamed"]],
        [c, ["changed"]],
      ],
    );
    assert.deepEqual(await history.filesWith([["a1 = a("]], 5), [["b.ts"]]);
    assert.deepEqual(history.calls, ["stepsSince", "filesWith"]);
  });
});
