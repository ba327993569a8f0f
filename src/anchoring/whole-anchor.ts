import type { Anchor } from "../domain/anchor.ts";

/** Takes down a file or a folder as a whole. */
export const wholeAnchor = (whole: "file" | "folder", path: string, commit: string | undefined): Anchor => ({
  path,
  ...(commit === undefined ? {} : { commit }),
  whole,
  startLine: 1,
  endLine: 1,
});
