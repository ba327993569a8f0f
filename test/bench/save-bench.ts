import type { NewLine } from "../../src/store/store.ts";
import { aComment, aNote } from "../support/event-builders.ts";
import { world } from "../support/world.ts";
import { figure, inTurn, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { bareGit, oneCommit } from "./floor-git.ts";
import type { BenchOptions } from "./run.ts";

const RUNS = 25;

/** `save.ratio`: a save until "saved" (journal appended and fsynced) against one bare `git fast-import` that writes the same lines as a commit. */
export async function benchSave({ say }: BenchOptions): Promise<readonly Figure[]> {
  const { ann, remote, close } = await world();
  try {
    const store = ann.store();
    const note = aNote({ title: "One query loads every product of the shop" });
    await store.append(note.lines);
    let seen = note.lines.map(({ line }) => line.id);
    let tip: string | undefined;
    let text = note.lines.map(({ line }) => `${Buffer.from(line.bytes).toString()}\n`).join("");
    const path = `records/0/0/${note.record}.jsonl`;

    const nextLine = (run: number): NewLine => aComment(note.record, seen, `Comment ${run}`);
    const measured = await inTurn(
      RUNS,
      async (run) => {
        const line = nextLine(run);
        const took = await timed(async () => {
          const outcome = await store.append([line]);
          if (outcome.kind !== "saved") throw new Error(`not saved: ${outcome.kind}`);
        });
        seen = [line.line.id];
        return took;
      },
      async (run) => {
        text += `${Buffer.from(nextLine(run).line.bytes).toString()}\n`;
        const stream = oneCommit("refs/heads/bench", tip, new Map([[path, text]]));
        const took = await timed(() => bareGit(remote.folder, ["fast-import", "--quiet"], stream));
        tip = await bareGit(remote.folder, ["rev-parse", "refs/heads/bench"]);
        return took;
      },
    );
    say(`  one save ${measured.ours.toFixed(2)} ms, one fast-import ${measured.floor.toFixed(2)} ms`);
    return [
      figure(
        "save.ratio",
        measured.ratio,
        0.25,
        RUNS,
        "a save until fsynced, against one bare `git fast-import` that writes the same commit",
      ),
    ];
  } finally {
    await close();
  }
}
