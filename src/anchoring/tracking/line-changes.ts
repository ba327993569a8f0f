import { alignLines } from "./align-lines.ts";
import type { LineChanges } from "./answer.ts";
import { at } from "./at.ts";
import type { Region } from "./places.ts";

/** What happened between a region and what it became. */
export function lineChanges(old: Region, now: Region): LineChanges {
  const from = old.startLine - 1;
  const { to, likeness } = alignLines(old.file, { from, to: old.endLine }, now.file, {
    from: now.startLine - 1,
    to: now.endLine,
  });
  let changed = 0;
  let removed = 0;
  let kept = 0;
  let reformatted = old.endLine - old.startLine !== now.endLine - now.startLine;
  to.forEach((row, index) => {
    if (old.file.isBlank(from + index)) return;
    if (row < 0) removed++;
    else {
      kept++;
      if (at(likeness, index) < 1) changed++;
      if (at(old.file.lines, from + index) !== at(now.file.lines, row)) reformatted = true;
    }
  });
  let filled = 0;
  for (let row = now.startLine - 1; row < now.endLine; row++) if (!now.file.isBlank(row)) filled++;
  const added = filled - kept;
  return { changed, added, removed, onlyFormatting: reformatted && changed + added + removed === 0 };
}
