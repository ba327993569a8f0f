import { CONTEXT_LINES } from "../domain/anchor.ts";
import type { Anchor } from "../domain/anchor.ts";
import { codeFile, comparableLine, MAX_FILE_CHARACTERS } from "./code-file.ts";
import type { CodeFile } from "./code-file.ts";
import { findRuns } from "./find-runs.ts";
import { sidesThatAgree } from "./surroundings.ts";

/** Where an anchor's region is in a text. */
export type Location =
  | {
      readonly kind: "found";
      /** From 1, inclusive. */
      readonly startLine: number;
      readonly endLine: number;
      /** Whether nothing else can be meant: both sides are as they were too, or the whole file is. */
      readonly certain: boolean;
    }
  | { readonly kind: "orphaned"; readonly why: OrphanedWhy };

export type OrphanedWhy =
  /** The quoted lines are not in the file, or nothing tells them from lines written since. */
  | "gone"
  /** They are there more than once, and what is around them does not tell which is meant. */
  | "several"
  /** Over {@link MAX_FILE_CHARACTERS}. */
  | "tooLarge"
  /** The lines were not shared with the note, and the file is not as it was. */
  | "noQuote";

/** Letters and digits from which on lines are taken not to be written twice by chance. `return null;` has 10, a signature 24 or more. */
const DISTINCTIVE_CHARACTERS = 24;

export const locate = (anchor: Anchor, text: string): Location =>
  text.length > MAX_FILE_CHARACTERS ? orphaned("tooLarge") : locateIn(anchor, codeFile(text));

/**
 * Looks for the quoted lines. A wrong place is worse than none, so a single find counts only where nothing else can be meant: the quote was
 * the only one of its kind when the note was made and is long enough not to be written again by chance, or one side of it is as it was; a
 * quote that had twins, or has them now, needs both sides. A tie is not a find.
 */
export function locateIn(anchor: Anchor, file: CodeFile): Location {
  const length = anchor.endLine - anchor.startLine + 1;
  const wasAt = anchor.startLine - 1;
  if (anchor.quote === undefined || anchor.quote.length === 0)
    return isSameFile(anchor, file) ? found(anchor, wasAt, true) : orphaned("noQuote");

  const { quote } = anchor;
  const places = findRuns(file.numbers, numbersOf(quote, file)).filter(
    (at) => at + length <= file.lines.length,
  );
  const agreeing = places.map((at) => ({ at, ...sides(anchor, file, at, length) }));
  const onBoth = agreeing.filter(({ before, after }) => before && after);
  const [only] = onBoth;
  if (only !== undefined && onBoth.length === 1) return found(anchor, only.at, true);

  // In the same file the lines and what was around them are where they were: only then the whole file is worth reading.
  const hasContext = anchor.before !== undefined && anchor.after !== undefined;
  const there = agreeing.find(({ at }) => at === wasAt);
  const mayBeSame = there !== undefined && (!hasContext || (there.before && there.after));
  const isSame = () => mayBeSame && isSameFile(anchor, file);

  const [single] = agreeing;
  const wasOnly = anchor.alike === 0;
  // Of a long region only the first lines are quoted: that its end is where it should be is told by what follows.
  const isWhole = quote.length === length;
  if (single !== undefined && agreeing.length === 1 && wasOnly && (isWhole || single.after)) {
    const isTold = (single.before && hasWords(anchor.before)) || (single.after && hasWords(anchor.after));
    if (isTold || lettersIn(quote) >= DISTINCTIVE_CHARACTERS) return found(anchor, single.at, isSame());
  }
  if (isSame()) return found(anchor, wasAt, true);
  return orphaned(places.length > 1 ? "several" : "gone");
}

const isSameFile = (anchor: Anchor, file: CodeFile): boolean =>
  anchor.fileHash !== undefined && anchor.endLine <= file.lines.length && anchor.fileHash === file.hash();

function sides(anchor: Anchor, file: CodeFile, at: number, length: number) {
  const { before, after } = anchor;
  if (before === undefined || after === undefined) return { before: false, after: false };
  return sidesThatAgree(file, at, length, { before, after }, CONTEXT_LINES);
}

function numbersOf(lines: readonly string[], file: CodeFile): Int32Array {
  const numbers = lines.map((line) => file.numberOf(line));
  return numbers.includes(undefined) ? new Int32Array() : Int32Array.from(numbers as number[]);
}

const lettersIn = (lines: readonly string[]): number =>
  lines
    .map(comparableLine)
    .join("\n")
    .match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const hasWords = (lines: readonly string[] = []): boolean => lettersIn(lines) > 0;

const found = (anchor: Anchor, at: number, certain: boolean): Location => ({
  kind: "found",
  startLine: at + 1,
  endLine: at + 1 + anchor.endLine - anchor.startLine,
  certain,
});

const orphaned = (why: OrphanedWhy): Location => ({ kind: "orphaned", why });
