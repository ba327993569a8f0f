import assert from "node:assert/strict";
import fc from "fast-check";
import type { EventId, RecordId } from "../../src/domain/ids.ts";
import type { Store, SyncRequest } from "../../src/store/store.ts";
import { aComment, aNote, idsOf } from "./event-builders.ts";

/** One thing that happens. Clones, and processes on them, are numbers. */
export type Step =
  | { readonly kind: "save"; readonly clone: number; readonly process: number; readonly opens: boolean }
  | { readonly kind: "sync"; readonly clone: number; readonly process: number }
  /** Two that push at the same moment. */
  | { readonly kind: "race"; readonly clone: number; readonly other: number }
  | { readonly kind: "loseAnswer" }
  | { readonly kind: "failPush" };

/** What may go wrong, and the stores it happens to. */
export interface Topology {
  store(clone: number, process: number): Store;
  /** Another process on the clone: a sync that meets one of its own store would join it, and wait for itself. */
  another(clone: number): Store;
  beforeNextPush(race: () => Promise<unknown>): void;
  loseNextAnswer(): void;
  failNextPush(): void;
  /** Ends what was injected and has not happened. */
  calm(): void;
  /** Ids on the remote's branch, sorted. */
  lines(): Promise<readonly EventId[]>;
}

export const CLONES = 3;
const clone = fc.nat({ max: CLONES - 1 });
const inProcess = fc.nat({ max: 1 });

export const steps = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant("save" as const),
          clone,
          process: inProcess,
          opens: fc.boolean(),
        }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant("sync" as const), clone, process: inProcess }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant("race" as const), clone, other: clone }) },
      { weight: 1, arbitrary: fc.constant({ kind: "loseAnswer" as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: "failPush" as const }) },
    ),
    { maxLength },
  );

const request: SyncRequest = { render: () => [], message: "Sightline: random" };

/** Whatever happened, and in whatever order: at the end every clone, and the remote, hold exactly what was acknowledged. */
export async function convergesAfter(topology: Topology, happenings: readonly Step[]): Promise<void> {
  const acknowledged = new Set<EventId>();
  const notes: RecordId[] = [];
  for (const step of happenings) {
    switch (step.kind) {
      case "save": {
        const store = topology.store(step.clone, step.process);
        const note = notes.at(-1);
        const lines =
          step.opens || note === undefined
            ? aNote().lines
            : [aComment(note, [...acknowledged].slice(-1), "x")];
        const outcome = await store.append(lines);
        assert.equal(outcome.kind, "saved");
        for (const { record, line } of lines) {
          acknowledged.add(line.id);
          if (line.id === record) notes.push(record);
        }
        const mine = new Set(idsOf(await store.read()));
        for (const { line } of lines) assert.ok(mine.has(line.id), "what was acknowledged is read back");
        break;
      }
      case "sync":
        await topology.store(step.clone, step.process).sync(request);
        break;
      case "race":
        topology.beforeNextPush(() => topology.another(step.other).sync(request));
        if (step.clone !== step.other) await topology.store(step.clone, 0).sync(request);
        break;
      case "loseAnswer":
        topology.loseNextAnswer();
        break;
      case "failPush":
        topology.failNextPush();
        break;
    }
  }
  topology.calm();
  // Once each brings everything to the remote, once more brings everything from it.
  for (let round = 0; round < 2; round++) {
    for (let at = 0; at < CLONES; at++) {
      assert.equal((await topology.store(at, round).sync(request)).kind, "synced");
    }
  }
  const all = [...acknowledged].sort();
  for (let at = 0; at < CLONES; at++) {
    for (const process of [0, 1]) {
      assert.deepEqual(
        idsOf(await topology.store(at, process).read()),
        all,
        `clone ${at}, process ${process}`,
      );
    }
    assert.equal(await topology.store(at, 0).waiting(), 0);
  }
  assert.deepEqual(await topology.lines(), all);
}
