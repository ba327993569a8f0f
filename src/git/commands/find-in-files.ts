import { streamed } from "../command.ts";

/** 5 s: a person waits for the answer, and a tree that takes longer has too many candidates anyway. */
const LIMIT_MS = 5_000;

const NUL = 0;
const NEWLINE = 10;

/**
 * Hands over every line with one of `parts` (none of them empty, none with a newline) of the text files below the folder it runs in: those that
 * .gitignore does not match, tracked or not, or `"tracked"` alone, whatever it matches. Submodules, other repositories and what lies behind
 * links are left out (git-grep(1)).
 */
export const findInFiles = (
  parts: readonly string[],
  each: (path: string, line: string) => void,
  which: "notIgnored" | "tracked" = "notIgnored",
) =>
  streamed<undefined>({
    args: [
      "grep",
      ...(which === "tracked" ? [] : ["--untracked", "--exclude-standard"]),
      "--no-recurse-submodules",
      "--null",
      "-I",
      "--fixed-strings",
      "--no-line-number",
      "--no-column",
      "--no-heading",
      "--no-break",
      "--no-color",
      "--no-textconv",
      "--full-name",
      // Code is never in the arguments: they can be read by everybody on the machine.
      "-f",
      "-",
    ],
    input: Buffer.from(parts.map((part) => `${part}\n`).join(""), "utf8"),
    limitMs: LIMIT_MS,
    // 1 is none found.
    okExit: [0, 1],
    reader: () => {
      // "<path>\0<line>\n": a line may hold a NUL far from the file's beginning, a path a newline.
      let rest: Buffer = Buffer.alloc(0);
      let path: string | undefined;
      return {
        take: (chunk) => {
          rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
          let from = 0;
          for (;;) {
            const end = rest.indexOf(path === undefined ? NUL : NEWLINE, from);
            if (end === -1) break;
            const part = rest.toString("utf8", from, end);
            if (path === undefined) path = part;
            else {
              each(path, part);
              path = undefined;
            }
            from = end + 1;
          }
          rest = rest.subarray(from);
        },
        finish: () => undefined,
      };
    },
  });
