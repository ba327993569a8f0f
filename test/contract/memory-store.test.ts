import assert from "node:assert/strict";
import { aNote, idsOf } from "../support/event-builders.ts";
import { MemoryClone, MemoryStore, memoryRemote } from "../support/memory-store.ts";
import { storeContract } from "./store-contract.ts";

storeContract("the twin in memory", () => {
  const remote = memoryRemote();
  const clones = new Map<string, MemoryClone>();
  const clone = (name: string) => {
    const known = clones.get(name) ?? new MemoryClone(remote);
    clones.set(name, known);
    return known;
  };
  return Promise.resolve({
    open: (name) => new MemoryStore(clone(name)),
    openWithoutRemote: () => new MemoryStore(new MemoryClone(undefined)),
    remote: {
      lines: () => {
        const at = remote.at(remote.tip);
        return Promise.resolve(at === undefined ? undefined : idsOf(at.records));
      },
      history: () => {
        const messages: string[] = [];
        for (let at = remote.at(remote.tip); at !== undefined; at = remote.at(at.parent)) {
          messages.unshift(at.message);
        }
        return Promise.resolve(messages);
      },
      file: (path) => Promise.resolve(remote.at(remote.tip)?.files.get(path)),
      writeFile: (path, text) => {
        const at = remote.at(remote.tip);
        const files = new Map(at?.files).set(path, text);
        remote.tip = remote.add(remote.tip, at?.records ?? new Map(), files, "by hand");
        return Promise.resolve();
      },
      rewrite: (keep) => {
        remote.rewrite(keep);
        return Promise.resolve();
      },
      removeByCommit: (remove) => {
        remote.removeByCommit(remove);
        return Promise.resolve();
      },
      delete: () => {
        remote.delete();
        return Promise.resolve();
      },
      remember: () => {
        const { tip } = remote;
        return Promise.resolve(() => {
          remote.tip = tip;
          return Promise.resolve();
        });
      },
      setOffline: (isOffline) => {
        remote.isOffline = isOffline;
        return Promise.resolve();
      },
      setRefusing: (isRefusing) => {
        remote.refusal = isRefusing ? "refusedByRule" : undefined;
        return Promise.resolve();
      },
      beforeNextPush: (race) => {
        remote.beforeNextPush(async () => {
          await race();
        });
      },
      afterNextFetch: (race) => {
        remote.afterNextFetch(async () => {
          await race();
        });
      },
      loseNextAnswer: () => {
        remote.loseNextAnswer();
      },
    },
  });
});

describe("the twin in memory", () => {
  it("says that this machine can't write, and acknowledges nothing", async () => {
    const clone = new MemoryClone(memoryRemote());
    const store = new MemoryStore(clone);
    clone.isFull = true;
    assert.equal((await store.append(aNote().lines)).kind, "notWritable");
    assert.equal((await store.read()).records.size, 0);
  });
});
