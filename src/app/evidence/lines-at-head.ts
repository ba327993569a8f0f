import type { LineRange } from "../change-history.ts";

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);

/**
 * The lines of the committed text that some lines of the text on disk are about. What is edited and not committed yet lies between the lines that both texts
 * begin with and those that both end with; a range that reaches into it takes what was there before. Undefined where nothing was.
 */
export function linesAtHead(
  committed: string,
  onDisk: string,
  { startLine, endLine }: LineRange,
): LineRange | undefined {
  const [old, now] = [linesOf(committed), linesOf(onDisk)];
  const most = Math.min(old.length, now.length);
  let same = 0;
  while (same < most && old[same] === now[same]) same += 1;
  let sameAtEnd = 0;
  while (sameAtEnd < most - same && old.at(-1 - sameAtEnd) === now.at(-1 - sameAtEnd)) sameAtEnd += 1;
  const shift = old.length - now.length;
  const start = startLine <= same ? startLine : Math.max(same + 1, startLine + shift);
  const end = endLine > now.length - sameAtEnd ? endLine + shift : Math.min(endLine, old.length - sameAtEnd);
  // The empty line after the last newline is none of git's.
  const last = Math.min(end, old.at(-1) === "" ? old.length - 1 : old.length);
  return start >= 1 && start <= last ? { startLine: start, endLine: last } : undefined;
}
