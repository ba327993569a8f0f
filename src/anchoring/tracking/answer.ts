/** Lines `startLine` to `endLine` of the file at `path`, counted from 1, both included. */
export interface LineRange {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** What happened to a region's lines, blank ones not counted. */
export interface LineChanges {
  /** Lines that are there, but different. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** Whether nothing but white space and line ends differs. */
  readonly onlyFormatting: boolean;
}

/** Why a region is said to be where it is said to be. */
export interface FoundReason {
  readonly kind: "followed";
  /** The file it was in before, and whether the whole file was renamed or only the code moved. */
  readonly from: { readonly path: string; readonly how: "renamed" | "moved" } | undefined;
  /** How many lines further down it is; negative for up. */
  readonly shiftedBy: number;
  /** What the definition was and is called, where that changed. */
  readonly renamed: { readonly from: string; readonly to: string } | undefined;
  readonly lines: LineChanges;
}

/** Why a region is said to be nowhere. */
export type OrphanReason =
  /** Nothing is like it. */
  | { readonly kind: "gone" }
  /** The place most like it is not like it enough. */
  | { readonly kind: "unlike"; readonly nearest: LineRange }
  /** Several places are as like it as each other. */
  | { readonly kind: "tie"; readonly places: readonly LineRange[] }
  /** No text to look in: the file is gone, and nothing else was given. */
  | { readonly kind: "no file" }
  | { readonly kind: "too large" }
  | { readonly kind: "not text" }
  /** HEAD does not come from the commit that has it; these branches do. */
  | { readonly kind: "other branch"; readonly branches: readonly string[] }
  /** The lines were not put on record, and the text they were in is not to be had. */
  | { readonly kind: "not shared" }
  /** The lines asked for are not in the text they are said to be in. */
  | { readonly kind: "no such lines" };

/**
 * Where a region is now. `changed` is found, but so different that a person should look. `confidence`, from 0 to 1, is how likely it is that
 * the region is there; of an orphan, that it is nowhere. Of the finds said with 0.9, nine in ten are right (measured: docs/anchoring.md).
 */
export type Answer =
  | (LineRange & {
      readonly status: "found" | "changed";
      readonly confidence: number;
      readonly reason: FoundReason;
    })
  | {
      readonly status: "orphaned";
      readonly lastSeen: LineRange;
      readonly confidence: number;
      readonly reason: OrphanReason;
    };
