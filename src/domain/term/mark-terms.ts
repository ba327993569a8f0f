/** A word and what it means. */
export interface ExplainedWord {
  readonly term: string;
  readonly explanation: string;
}

/** A stretch of a text; with its explanation where it is a known word. The stretches in a row are the text, to the letter. */
export interface Stretch {
  readonly text: string;
  readonly explanation?: string;
}

/** Longer ones are no words; so many are marked at most in one text. */
const LONGEST_TERM = 100;
const MOST_MARKS = 500;

const inWord = /[\p{L}\p{M}\p{N}_]/u;

/**
 * Finds the known words in a text: whole words only, the longest first where several begin at the same place, whatever their case. Linear in the text
 * for each length that a term has. The text is looked at, never changed.
 */
export function markTerms(text: string, words: readonly ExplainedWord[]): readonly Stretch[] {
  const known = new Map<string, string>();
  for (const { term, explanation } of words) {
    const key = term.trim().toLowerCase();
    if (key !== "" && key.length <= LONGEST_TERM && explanation.trim() !== "" && !known.has(key))
      known.set(key, explanation);
  }
  const lower = text.toLowerCase();
  // Where a letter's small form has another length, places would no longer fit.
  if (known.size === 0 || lower.length !== text.length) return [{ text }];
  const lengths = [...new Set([...known.keys()].map(({ length }) => length))].sort(
    (one, other) => other - one,
  );
  const stretches: Stretch[] = [];
  let plainFrom = 0;
  let marks = 0;
  for (let at = 0; at < text.length && marks < MOST_MARKS; at++) {
    if (at > 0 && isInWord(lower, at - 1) && isInWord(lower, at)) continue;
    for (const length of lengths) {
      const end = at + length;
      if (end > text.length || (end < text.length && isInWord(lower, end - 1) && isInWord(lower, end)))
        continue;
      const explanation = known.get(lower.slice(at, end));
      if (explanation === undefined) continue;
      if (plainFrom < at) stretches.push({ text: text.slice(plainFrom, at) });
      stretches.push({ text: text.slice(at, end), explanation });
      plainFrom = end;
      at = end - 1;
      marks += 1;
      break;
    }
  }
  if (plainFrom < text.length || stretches.length === 0) stretches.push({ text: text.slice(plainFrom) });
  return stretches;
}

/** Whether the character at a place belongs to a word; both halves of a pair that stands for one character do as it does. */
function isInWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const start = unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
  return inWord.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
}
