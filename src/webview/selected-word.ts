import { plainLine } from "../base/plain-text.ts";

/** Characters, and words, that somebody would still call a word. */
const LONGEST = 60;
const MOST_WORDS = 4;

/** The word or two that are selected in the text of a note; undefined where something else is, or nothing. */
export function selectedWord(selection: Selection | null): string | undefined {
  if (selection === null || selection.isCollapsed) return undefined;
  const { anchorNode } = selection;
  const from = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
  if (!from?.closest("article.note")) return undefined;
  const word = plainLine(selection.toString()).replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "");
  return word === "" || word.length > LONGEST || word.split(" ").length > MOST_WORDS ? undefined : word;
}
