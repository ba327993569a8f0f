import fc from "fast-check";
import { idsOf } from "../../support/event-builders.ts";
import { MemoryClone, memoryRemote, MemoryStore } from "../../support/memory-store.ts";
import { CLONES, convergesAfter, steps } from "../../support/random-topology.ts";
import type { Topology } from "../../support/random-topology.ts";
import { seed } from "../../support/seed.ts";

function inMemory(): Topology {
  const remote = memoryRemote();
  const clones = Array.from({ length: CLONES }, () => new MemoryClone(remote));
  const stores = clones.map((clone) => [new MemoryStore(clone), new MemoryStore(clone)]);
  return {
    store: (clone, process) => stores[clone]![process]!,
    another: (clone) => new MemoryStore(clones[clone]!),
    beforeNextPush: (race) => {
      remote.beforeNextPush(async () => {
        await race();
      });
    },
    loseNextAnswer: () => {
      remote.loseNextAnswer();
    },
    failNextPush: () => {
      remote.failNext("push", "refusedByRule");
    },
    calm: () => {
      remote.calm();
    },
    lines: () => Promise.resolve(idsOf(remote.at(remote.tip)?.records ?? new Map())),
  };
}

const TOPOLOGIES = 2_000;

describe("clones that sync in any order", () => {
  it(`end with the same lines, and nothing acknowledged is missing: ${TOPOLOGIES} random topologies, 0 lost, 0 diverged (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(steps(40), (happenings) => convergesAfter(inMemory(), happenings)),
      { numRuns: TOPOLOGIES, seed },
    );
  });
});
