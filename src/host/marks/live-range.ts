/** Lines from 1, the last one included. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** One edit: the positions it replaces, counted from 0 as editors do, and the text that takes their place. */
export interface TextEdit {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly text: string;
}

/** How an edit meets a range: beside it, between its ends, or over one of them, so that nobody can tell by the edit alone where that is now. */
export type Reach = "beside" | "within" | "across";

export function reachOf(range: LineRange, edit: TextEdit): Reach {
  const { start, end } = edit;
  if (isAbove(range, edit) || isBelow(range, edit)) return "beside";
  const first = start.line + 1;
  const endsAtLineStart = end.character === 0 && end.line > start.line;
  const last = endsAtLineStart ? end.line : end.line + 1;
  const replacesAll =
    first === range.startLine && start.character === 0 && last === range.endLine && endsAtLineStart;
  return range.startLine <= first && last <= range.endLine && !replacesAll ? "within" : "across";
}

/**
 * Where a range of lines is after an edit. What is inserted at its start or after its end stays outside; what is inserted in between grows
 * it; a range whose lines are all deleted is left as one line where they were.
 */
export function afterEdit(range: LineRange, edit: TextEdit): LineRange {
  const first = edit.start.line + 1;
  const last = edit.end.line + 1;
  const moved = linesAdded(edit) - (last - first);
  if (isAbove(range, edit)) return { startLine: range.startLine + moved, endLine: range.endLine + moved };
  if (isBelow(range, edit)) return range;
  const startLine = Math.min(range.startLine, first);
  return { startLine, endLine: Math.max(startLine, Math.max(range.endLine, last) + moved) };
}

const linesAdded = ({ text }: TextEdit): number => text.split(/\r\n?|\n/).length - 1;

function isAbove({ startLine }: LineRange, edit: TextEdit): boolean {
  const { start, end } = edit;
  const last = end.line + 1;
  if (last < startLine) return true;
  const isOfLines = linesAdded(edit) > 0 || start.line < end.line;
  return last === startLine && end.character === 0 && isOfLines;
}

function isBelow({ endLine }: LineRange, { start, end, text }: TextEdit): boolean {
  const first = start.line + 1;
  const isAppended = first === endLine && start.line === end.line && /^\r?\n/.test(text);
  return first > endLine || isAppended;
}
