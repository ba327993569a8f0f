import { recordPath } from "../../src/git/record-path.ts";
import type { NewLine } from "../../src/store/store.ts";
import { aNote } from "../support/event-builders.ts";
import { serveOverHttp } from "../support/http-remote.ts";
import { world } from "../support/world.ts";
import { figure, inTurn, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { bareGit, oneCommit } from "./floor-git.ts";
import { saved, synced } from "./record/filled-world.ts";
import type { BenchOptions } from "./run.ts";

const RUNS = 15;
const CHANGES = 20;

export const syncFigures = ["sync.busy", "sync.busy.http", "sync.empty"] as const;

/** What a sync costs with twenty changes each way, over file and over http, and with none. */
export async function benchSync({ say }: BenchOptions): Promise<readonly Figure[]> {
  const busy = await benchBusy("file", say);
  const overHttp = await benchBusy("http", say);
  const empty = await benchEmpty(say);
  const what = "a sync with 20 new notes each way";
  const floor = "against bare `git fetch` + `git push` of as many files";
  return [
    figure("sync.busy", busy, 1.9, RUNS, `${what} over file, ${floor}`),
    figure("sync.busy.http", overHttp, 1.3, RUNS, `${what} over http, ${floor}`),
    figure(
      "sync.empty",
      empty,
      1.5,
      RUNS,
      "a sync with nothing to exchange, against bare `git ls-remote` of the one ref",
    ),
  ];
}

type Way = "file" | "http";

async function benchBusy(way: Way, say: BenchOptions["say"]): Promise<number> {
  const ours = await reachedBy(way);
  const { ann, ben } = ours.world;
  const floor = await floorWorld(way);
  try {
    const [annStore, benStore] = [ann.store(), ben.store()];
    const twenty = (who: string, run: number): NewLine[] =>
      Array.from({ length: CHANGES }, (_, at) => aNote({ title: `${who} ${run} ${at}` }).lines).flat();
    await saved(annStore, twenty("start", 0));
    await synced(annStore);
    await synced(benStore);

    const measured = await inTurn(
      RUNS,
      async (run) => {
        await saved(benStore, twenty("ben", run));
        await synced(benStore);
        await saved(annStore, twenty("ann", run));
        return timed(() => synced(annStore));
      },
      (run) => floor.exchange(run),
    );
    say(
      `  over ${way}: one sync ${measured.ours.toFixed(0)} ms, bare fetch and push ${measured.floor.toFixed(0)} ms`,
    );
    return measured.ratio;
  } finally {
    await ours.close();
    await floor.close();
  }
}

async function benchEmpty(say: BenchOptions["say"]): Promise<number> {
  const { ann, remote, close } = await world();
  try {
    const store = ann.store();
    await saved(store, aNote().lines);
    await synced(store);
    const measured = await inTurn(
      RUNS,
      () => timed(() => synced(store)),
      () => timed(() => bareGit(ann.folder, ["ls-remote", remote.folder, "refs/heads/sightline"])),
    );
    say(`  empty: one sync ${measured.ours.toFixed(0)} ms, bare ls-remote ${measured.floor.toFixed(0)} ms`);
    return measured.ratio;
  } finally {
    await close();
  }
}

/** A world whose clones reach their remote in this way; `url` is the remote's. */
async function reachedBy(way: Way) {
  const made = await world();
  if (way === "file") return { world: made, url: made.remote.folder, close: made.close };
  const server = await serveOverHttp(made);
  for (const clone of [made.ann, made.ben]) await clone.git("remote", "set-url", "origin", server.url);
  const close = async () => {
    await made.close();
    await server.close();
  };
  return { world: made, url: server.url, close };
}

/** Two bare clones of a bare remote that exchange the same amount with git alone: each has a branch, as two branches need no merge. */
async function floorWorld(way: Way) {
  const { world: made, url, close } = await reachedBy(way);
  const { ann, ben } = made;
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
      await bareGit(benFolder, ["push", "--quiet", url, "refs/bench/ben:refs/heads/ben"]);
      await commit(annFolder, "ann", run < 0);
      return timed(async () => {
        await bareGit(annFolder, [
          "fetch",
          "--quiet",
          "--no-tags",
          url,
          "+refs/heads/ben:refs/bench/from-ben",
        ]);
        await bareGit(annFolder, ["push", "--quiet", url, "refs/bench/ann:refs/heads/ann"]);
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
