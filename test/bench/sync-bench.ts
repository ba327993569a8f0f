import { recordPath } from "../../src/git/record-path.ts";
import type { NewLine } from "../../src/store/store.ts";
import { aNote } from "../support/event-builders.ts";
import { world } from "../support/world.ts";
import { figure, inTurn, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { bareGit, oneCommit } from "./floor-git.ts";
import type { BenchOptions } from "./run.ts";

const RUNS = 15;
const CHANGES = 20;

/** `sync.busy`: a sync that brings 20 changes and sends 20, against bare `git fetch` and `git push` of the same number of objects over file. */
export async function benchSync({ say }: BenchOptions): Promise<readonly Figure[]> {
  const { ann, ben, remote, close } = await world();
  const floor = await floorWorld();
  try {
    const [annStore, benStore] = [ann.store(), ben.store()];
    const request = { message: "Sync notes", render: () => [] };
    const twenty = (who: string, run: number): NewLine[] =>
      Array.from({ length: CHANGES }, (_, at) => aNote({ title: `${who} ${run} ${at}` }).lines).flat();
    const save = async (store: typeof annStore, lines: readonly NewLine[]) => {
      const outcome = await store.append(lines);
      if (outcome.kind !== "saved") throw new Error(`not saved: ${outcome.kind}`);
    };
    const synced = async (store: typeof annStore) => {
      const outcome = await store.sync(request);
      if (outcome.kind !== "synced") throw new Error(`not synced with ${remote.folder}: ${outcome.kind}`);
    };
    await save(annStore, twenty("start", 0));
    await synced(annStore);
    await synced(benStore);

    const measured = await inTurn(
      RUNS,
      async (run) => {
        await save(benStore, twenty("ben", run));
        await synced(benStore);
        await save(annStore, twenty("ann", run));
        return timed(() => synced(annStore));
      },
      (run) => floor.exchange(run),
    );
    say(`  one sync ${measured.ours.toFixed(0)} ms, bare fetch and push ${measured.floor.toFixed(0)} ms`);
    return [
      figure(
        "sync.busy",
        measured.ratio,
        1.9,
        RUNS,
        "a sync with 20 new notes each way over file, against bare `git fetch` + `git push` of as many files",
      ),
    ];
  } finally {
    await close();
    await floor.close();
  }
}

/** Two bare clones of a bare remote that exchange the same amount with git alone: each has a branch, as two branches need no merge. */
async function floorWorld() {
  const { ann, ben, remote, close } = await world();
  const [annFolder, benFolder] = [ann.folder, ben.folder];
  // The same layout as the record's, so that the same number of objects travels.
  const files = () =>
    new Map(aNoteFiles(CHANGES).map(([record, text]) => [recordPath(record), text] as const));
  const commit = async (folder: string, who: string, isFirst: boolean) => {
    const from = isFirst
      ? undefined
      : await bareGit(folder, ["rev-parse", "--verify", "--quiet", `refs/bench/${who}`]).catch(
          () => undefined,
        );
    await bareGit(
      folder,
      ["fast-import", "--quiet", "--force"],
      oneCommit(`refs/bench/${who}`, from, files()),
    );
  };
  return {
    close,
    exchange: async (run: number): Promise<number> => {
      await commit(benFolder, "ben", run < 0);
      await bareGit(benFolder, ["push", "--quiet", remote.folder, "refs/bench/ben:refs/heads/ben"]);
      await commit(annFolder, "ann", run < 0);
      return timed(async () => {
        await bareGit(annFolder, [
          "fetch",
          "--quiet",
          "--no-tags",
          remote.folder,
          "+refs/heads/ben:refs/bench/from-ben",
        ]);
        await bareGit(annFolder, ["push", "--quiet", remote.folder, "refs/bench/ann:refs/heads/ann"]);
      });
    },
  };
}

const aNoteFiles = (count: number): (readonly [string, string])[] =>
  Array.from({ length: count }, () => {
    const note = aNote({ title: "A note of the floor" });
    return [
      note.record,
      note.lines.map(({ line }) => `${Buffer.from(line.bytes).toString()}\n`).join(""),
    ] as const;
  });
