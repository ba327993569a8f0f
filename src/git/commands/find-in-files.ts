import { streamed } from "../command.ts";
import { NulParts } from "../nul-parts.ts";

export interface FileWithLines {
  readonly path: string;
  /** Lines that hold one of the parts. */
  readonly lines: number;
}

/** 5 s: a person waits for the answer, and a tree that takes longer has too many candidates anyway. */
const LIMIT_MS = 5_000;

/**
 * The text files below the folder it runs in that hold one of `parts` (none of them empty, none with a newline), tracked or not. What
 * .gitignore matches is left out, and so are submodules, other repositories and what lies behind links (git-grep(1)).
 */
export const findInFiles = (parts: readonly string[]) =>
  streamed<readonly FileWithLines[]>({
    args: [
      "grep",
      "--untracked",
      "--exclude-standard",
      "--no-recurse-submodules",
      "--count",
      "--null",
      "-I",
      "--fixed-strings",
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
      const files: FileWithLines[] = [];
      let path: string | undefined;
      // "<path>\0<count>\n": the count and the next path come in one part.
      const take = (part: string) => {
        const end = path === undefined ? -1 : part.indexOf("\n");
        if (path !== undefined) files.push({ path, lines: Number(part.slice(0, end)) });
        path = part.slice(end + 1);
      };
      const cut = new NulParts(take);
      return {
        take: (chunk) => {
          cut.take(chunk);
        },
        finish: () => {
          // The last count is ended by a newline only.
          cut.take(END);
          return files;
        },
      };
    },
  });

const END = new Uint8Array(1);
