import { ask } from "../../git/ask.ts";
import { listFiles } from "../../git/commands/list-files.ts";
import { readObjects } from "../../git/commands/read-objects.ts";
import type { GitRepository } from "../../git/git-repository.ts";
import { readRecordFile } from "../../git/record-file.ts";
import { recordAt, RECORDS } from "../../git/record-path.ts";
import { StateRef } from "../../git/store-state.ts";
import { storeFolder } from "../../git/store-folder.ts";
import type { EventId, RecordId } from "../../domain/ids.ts";

/** Where lines stand on the branch as it was last taken over, and what else stands among them. */
export interface BranchFiles {
  /** By record and event: the file, and the line from 1. */
  readonly positions: ReadonlyMap<RecordId, ReadonlyMap<EventId, Position>>;
  /** Files under records/ that no record has its place in. */
  readonly others: readonly string[];
}

export interface Position {
  readonly path: string;
  readonly line: number;
}

export async function readBranchFiles(repository: GitRepository): Promise<BranchFiles> {
  const { git, objectFormat } = repository;
  const gitDirectory = storeFolder(repository.storeFolder).repository;
  const { state } = await new StateRef(git, gitDirectory, objectFormat).read();
  const positions = new Map<RecordId, Map<EventId, Position>>();
  const others: string[] = [];
  if (state.adopted === null) return { positions, others };

  const place = { kind: "store", gitDirectory } as const;
  const files = await ask(git, place, listFiles(state.adopted, RECORDS));
  const records = files.flatMap(({ path, object }) => {
    const record = recordAt(path);
    if (record === undefined) others.push(path);
    return record === undefined ? [] : [{ path, object, record }];
  });
  if (records.length > 0) {
    const objects = records.map(({ object }) => object);
    await ask(
      git,
      place,
      readObjects(objects, (at, content) => {
        const file = records[at];
        if (file !== undefined && content !== undefined)
          positions.set(file.record, positionsIn(file.path, content));
      }),
    );
  }
  return { positions, others };
}

const NEWLINE = 0x0a;

/** Empty lines are no lines of the record, but an editor counts them. */
function positionsIn(path: string, content: Uint8Array): Map<EventId, Position> {
  const positions = new Map<EventId, Position>();
  let number = 1;
  for (let from = 0; from < content.length; number += 1) {
    const end = content.indexOf(NEWLINE, from);
    const to = end === -1 ? content.length : end;
    const [line] = readRecordFile(content.subarray(from, to));
    if (line !== undefined && !positions.has(line.id)) positions.set(line.id, { path, line: number });
    from = to + 1;
  }
  return positions;
}
