import * as z from "zod/mini";

/** Lines quoted at most; a longer region keeps its first ones and its length. */
export const MAX_QUOTED_LINES = 200;

/** Lines of context kept on either side. */
export const CONTEXT_LINES = 3;

const LineNumber = z.int().check(z.gte(1), z.lte(10_000_000));
const CodeLine = z.string().check(z.maxLength(20_000));

/**
 * Where in the code a note lives, as it was when the note was made. `path` is relative to the top of the repository, with `/`; lines count
 * from 1, `endLine` included. `quote` is the text of the region (its first {@link MAX_QUOTED_LINES} lines), absent where it was not to be
 * shared. `alike` counts the other places in the file that had the same quote then; undefined where nobody counted. `fileHash` is the
 * SHA-256 of the whole file with LF line ends and without a byte order mark. `whole` is set where the note is about a file or a folder as it is, not
 * about lines of it: the lines are then both 1, and nothing is quoted.
 */
export const Anchor = z
  .object({
    path: z.string().check(z.minLength(1), z.maxLength(4096)),
    commit: z.optional(z.string().check(z.regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/))),
    whole: z.optional(z.enum(["file", "folder"])),
    startLine: LineNumber,
    endLine: LineNumber,
    quote: z.optional(z.array(CodeLine).check(z.maxLength(MAX_QUOTED_LINES))),
    before: z.optional(z.array(CodeLine).check(z.maxLength(CONTEXT_LINES))),
    after: z.optional(z.array(CodeLine).check(z.maxLength(CONTEXT_LINES))),
    alike: z.optional(z.int().check(z.gte(0), z.lte(10_000_000))),
    symbol: z.optional(z.string().check(z.maxLength(500))),
    fileHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  })
  .check(z.refine((anchor) => anchor.endLine >= anchor.startLine, { message: "endLine before startLine" }));
export type Anchor = z.infer<typeof Anchor>;
