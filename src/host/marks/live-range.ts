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

/**
 * Where a range of lines is after an edit. What is inserted at its start or after its end stays outside; what is inserted in between grows
 * it; a range whose lines are all deleted is left as one line where they were.
 */
export function afterEdit(range: LineRange, { start, end, text }: TextEdit): LineRange {
  const first = start.line + 1;
  const last = end.line + 1;
  const added = text.split(/\r\n?|\n/).length - 1;
  const moved = added - (last - first);
  if (
    last < range.startLine ||
    (last === range.startLine && end.character === 0 && (added > 0 || first < last))
  )
    return { startLine: range.startLine + moved, endLine: range.endLine + moved };
  const appended = first === range.endLine && first === last && /^\r?\n/.test(text);
  if (first > range.endLine || appended) return range;
  const startLine = Math.min(range.startLine, first);
  return { startLine, endLine: Math.max(startLine, Math.max(range.endLine, last) + moved) };
}
