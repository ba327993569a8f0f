import { join } from "node:path";
import { ask } from "../../../src/git/ask.ts";
import { BranchWriter } from "../../../src/git/branch-writer.ts";
import { resolveRef } from "../../../src/git/commands/resolve-ref.ts";
import { GitReplica } from "../../../src/git/git-replica.ts";
import { encodeBatch } from "../../../src/git/journal-entry.ts";
import { JournalWriter } from "../../../src/git/journal-writer.ts";
import { Journals } from "../../../src/git/journals.ts";
import { RecordReader } from "../../../src/git/record-reader.ts";
import { recordPath } from "../../../src/git/record-path.ts";
import { StateRef } from "../../../src/git/store-state.ts";
import { figure, inTurn, median, timed } from "../figure.ts";
import type { Figure } from "../figure.ts";
import { bareGit, oneCommit } from "../floor-git.ts";
import type { BenchOptions } from "../run.ts";
import { filledWorld, synced } from "./filled-world.ts";
import { commentOn, fileOf, madeRecord } from "./made-record.ts";

export const publishFigures = ["publish.ratio", "save.growth"] as const;

const RUNS = 15;
const FEW = 100;
const MANY = 10_000;

/** What it costs to make a commit of what a journal holds, and how saving and committing grow with the number of notes. */
export async function benchPublish({ say }: BenchOptions): Promise<readonly Figure[]> {
  const few = await publisher(FEW);
  const many = await publisher(MANY);
  try {
    const measured = await inTurn(RUNS, many.publish, many.floor);
    say(`  one publish ${measured.ours.toFixed(1)} ms, one fast-import ${measured.floor.toFixed(1)} ms`);
    const growth: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const small = await few.saveAndPublish();
      const large = await many.saveAndPublish();
      growth.push(large / small);
    }
    return [
      figure(
        "publish.ratio",
        measured.ratio,
        1.5,
        RUNS,
        `journal to commit among ${MANY} notes, against one bare \`git fast-import\` that writes the same commit`,
      ),
      figure(
        "save.growth",
        median(growth),
        1.15,
        RUNS,
        `save and publish among ${MANY} notes, against among ${FEW}`,
      ),
    ];
  } finally {
    await few.close();
    await many.close();
  }
}

async function publisher(notes: number) {
  const { world } = await filledWorld(notes);
  const { ann, git } = world;
  const store = ann.store();
  await synced(store);
  const { repository } = ann;
  const gitDirectory = join(ann.storeFolder, "store.git");
  const state = new StateRef(git, gitDirectory, repository.objectFormat);
  const { adopted, remote } = (await state.read()).state;
  if (adopted === null) throw new Error("nothing was taken over");
  let next = 0;

  /** The parts a store has that was just opened, with one save in its journal. */
  const waiting = () => {
    next = (next + 7) % notes;
    const made = madeRecord(next);
    const line = { record: made.record, line: commentOn(made, `Said in ${next}`) };
    const folder = join(world.folder, `journal-${notes}-${next}`);
    const reader = new RecordReader(git, gitDirectory, repository.objectFormat);
    const journal = new JournalWriter(folder);
    const replica = new GitReplica(
      {
        git,
        gitDirectory,
        journals: new Journals(folder),
        journal,
        state,
        reader,
        writer: new BranchWriter({ git, gitDirectory, reader, now: Date.now }),
      },
      {
        remoteKey: remote,
        author: () => Promise.resolve({ name: "Bench", email: "bench@example.invalid" }),
        signing: [],
      },
    );
    const save = () => journal.append(encodeBatch([line]));
    const publish = async () => {
      const lines = await replica.unsent(adopted);
      if (lines.length !== 1) throw new Error(`${lines.length} lines wait`);
      const written = await replica.commit(adopted, lines, [], "Sync notes");
      if (written.kind === "failed") throw new Error(written.failure.detail);
    };
    return { save, publish, end: () => journal.seal() };
  };

  return {
    close: world.close,
    publish: async () => {
      const { save, publish, end } = waiting();
      await save();
      const took = await timed(publish);
      await end();
      return took;
    },
    saveAndPublish: async () => {
      const { save, publish, end } = waiting();
      const took = await timed(async () => {
        await save();
        await publish();
      });
      await end();
      return took;
    },
    /** The same commit in the same repository. */
    floor: async (run: number) => {
      const made = madeRecord(next);
      const file = `${fileOf(made).toString()}${Buffer.from(commentOn(made, `Bare ${run}`).bytes).toString()}\n`;
      const stream = oneCommit(`refs/bench/${run + 1}`, adopted, new Map([[recordPath(made.record), file]]));
      const took = await timed(() =>
        bareGit(gitDirectory, ["-c", "core.fsync=objects,reference", "fast-import", "--quiet"], stream),
      );
      const place = { kind: "store", gitDirectory } as const;
      if ((await ask(git, place, resolveRef(`refs/bench/${run + 1}`))) === undefined)
        throw new Error("no commit");
      return took;
    },
  };
}
