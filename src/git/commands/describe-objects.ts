import { streamed } from "../command.ts";
import { NEWLINE, Parts } from "../parts.ts";
import type { ObjectId } from "../object-id.ts";

export interface DescribedObject {
  readonly object: ObjectId;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * What is behind each of `names` (ids or `<commit>:<path>`, without newlines), in the order asked for; undefined where nothing is, or not in
 * this clone (git-cat-file(1), batch output).
 */
export const describeObjects = (names: readonly string[]) =>
  streamed<readonly (DescribedObject | undefined)[]>({
    args: ["cat-file", "--batch-check"],
    input: Buffer.from(names.map((name) => `${name}\n`).join(""), "utf8"),
    reader: () => {
      const found = describedObjects(names);
      return {
        take: (chunk) => {
          found.take(chunk);
        },
        finish: () => {
          if (!found.isComplete())
            throw new Error(`cat-file answered ${found.answer.length} of ${names.length}`);
          return found.answer;
        },
      };
    },
  });

/** Reads what git says of `names`. */
export function describedObjects(names: readonly string[]) {
  const answer: (DescribedObject | undefined)[] = [];
  const lines = new Parts(NEWLINE, (line) => {
    const [, object, type, size] = described.exec(line) ?? [];
    answer.push(
      object === undefined || type === undefined ? undefined : { object, type, size: Number(size) },
    );
  });
  return {
    answer: answer as readonly (DescribedObject | undefined)[],
    take: (chunk: Uint8Array): void => {
      lines.take(chunk);
    },
    isComplete: (): boolean => answer.length === names.length,
  };
}

const described = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/;
