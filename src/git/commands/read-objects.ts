import { streamed } from "../command.ts";

/**
 * Reads objects, named by id or as `<commit>:<path>`, in one process and in the order asked for. `each` gets the place in `names` and the
 * bytes; undefined where there is no such file (git-cat-file(1), batch output).
 */
export const readObjects = (
  names: readonly string[],
  each: (at: number, content: Uint8Array | undefined) => void,
) =>
  streamed<undefined>({
    args: ["cat-file", "--batch"],
    input: Buffer.from(names.map((name) => `${name}\n`).join(""), "utf8"),
    reader: () => {
      const contents = objectContents(names, each);
      return {
        take: (chunk) => {
          contents.take(chunk);
        },
        finish: () => {
          if (!contents.isComplete())
            throw new Error(`cat-file answered ${contents.answered()} of ${names.length}`);
          return undefined;
        },
      };
    },
  });

/** Reads what git gives for `names`. */
export function objectContents(
  names: readonly string[],
  each: (at: number, content: Uint8Array | undefined) => void,
) {
  let at = 0;
  let header: Uint8Array = new Uint8Array();
  let content: Uint8Array | undefined;
  let filled = 0;
  let isFile = false;
  const next = (bytes: Uint8Array | undefined) => {
    each(at, bytes);
    at += 1;
    content = undefined;
    filled = 0;
  };
  return {
    take: (chunk: Uint8Array): void => {
      let from = 0;
      while (from < chunk.length) {
        if (content === undefined) {
          const end = chunk.indexOf(NEWLINE, from);
          const part = chunk.subarray(from, end === -1 ? undefined : end);
          header = header.length === 0 ? part : Buffer.concat([header, part]);
          if (end === -1) return;
          from = end + 1;
          const found = objectIn(header);
          header = new Uint8Array();
          if (found === undefined) {
            next(undefined);
            continue;
          }
          isFile = found.type === "blob";
          // The newline after the content is read with it.
          content = new Uint8Array(found.size + 1);
        } else {
          const part = chunk.subarray(from, from + content.length - filled);
          content.set(part, filled);
          filled += part.length;
          from += part.length;
          if (filled === content.length) next(isFile ? content.subarray(0, -1) : undefined);
        }
      }
    },
    /** How many were answered so far. */
    answered: (): number => at,
    isComplete: (): boolean => at === names.length,
  };
}

const NEWLINE = 0x0a;

/** `<id> <type> <size>`; undefined for `<name> missing` and other refusals. */
function objectIn(header: Uint8Array): { readonly type: string; readonly size: number } | undefined {
  const text = Buffer.from(header).toString("utf8");
  const [, type, size] = /^[0-9a-f]{40,64} ([a-z]+) (\d+)$/.exec(text) ?? [];
  return type === undefined ? undefined : { type, size: Number(size) };
}
