import { quotedRegion, regionIn } from "../anchoring/base-region.ts";
import { lookAlikes } from "../anchoring/look-alikes.ts";
import { tellingParts } from "../anchoring/telling-parts.ts";
import { tellingWords } from "../anchoring/telling-words.ts";
import type { Region } from "../anchoring/tracking/places.ts";
import { SourceFile } from "../anchoring/tracking/source-file.ts";
import type { Anchor } from "../domain/anchor.ts";
import type { CodeHistory } from "./code-history.ts";
import { readAhead } from "./work-files.ts";
import type { ReadWorkFile } from "./work-files.ts";

/** Files that are looked through for the lines of one place, and for its words. */
const MOST_FILES = 30;

/** Places that a person is shown. */
const MOST_CANDIDATES = 12;

/** Lines of a candidate that are shown with it. */
const LINES_SHOWN = 3;

/** Where the code of a place may be. */
export interface Candidate {
  readonly path: string;
  /** From 1, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
  /** Of `lines` that say something, how many stand there as they were but for white space. */
  readonly same: number;
  readonly lines: number;
  /** Its first lines, without the white space around them. */
  readonly shown: readonly string[];
}

export type Searched =
  | { readonly kind: "candidates"; readonly candidates: readonly Candidate[] }
  /** Neither the lines of the place nor the commit it was made at are here: there is nothing to look for. */
  | { readonly kind: "nothingToLookFor" }
  /** The place is a file or a folder, not lines. */
  | { readonly kind: "whole" };

/**
 * Looks through the whole work tree for what is most like the code of a place, for a person to choose from. Unlike following, which takes the
 * one place that it is sure of, it shows all that come near.
 */
export async function searchCode(
  anchor: Anchor,
  history: Pick<CodeHistory, "texts" | "filesWith">,
  read: ReadWorkFile,
): Promise<Searched> {
  if (anchor.whole !== undefined) return { kind: "whole" };
  const region = await regionOf(anchor, history);
  if (region === undefined) return { kind: "nothingToLookFor" };
  const holding = await history.filesWith([tellingParts(region), tellingWords(region)], MOST_FILES);
  const paths = [...new Set([anchor.path, ...holding.flat()])];
  await readAhead(paths, read);
  const files: SourceFile[] = [];
  for (const path of paths) {
    const file = await read(path);
    if (file.kind === "text") files.push(file.source);
  }
  const candidates = lookAlikes(region, files, MOST_CANDIDATES).map(
    ({ file, startLine, endLine, same, lines }) => ({
      path: file.path,
      startLine,
      endLine,
      same,
      lines,
      shown: file.lines
        .slice(startLine - 1, endLine)
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .slice(0, LINES_SHOWN),
    }),
  );
  return { kind: "candidates", candidates };
}

/** What is looked for: as the commit has it, where this clone has the commit; else as the note quotes it. */
async function regionOf(anchor: Anchor, history: Pick<CodeHistory, "texts">): Promise<Region | undefined> {
  const { commit, path } = anchor;
  const [text] = commit === undefined ? [] : await history.texts([{ commit, path }]);
  const region =
    text?.kind === "text" ? regionIn(anchor, text.text, new SourceFile(path, text.text)) : undefined;
  return region ?? quotedRegion(anchor);
}
