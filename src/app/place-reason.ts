import type { Answer, FoundReason, LineChanges, OrphanReason } from "../anchoring/tracking/answer.ts";
import { plainLine } from "../base/plain-text.ts";
import { isOne, numberWords } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** How a place was found, or why it was not, for a person: "Moved to billing/tax.ts, 3 lines changed". */
export const placeReason = (answer: Answer, wording: Wording): string =>
  answer.status === "orphaned"
    ? orphanWords(answer.reason, wording)
    : foundWords(answer.path, answer.reason, wording).join(", ");

/** The same for a file or a folder as a whole. */
export function wholeReason(answer: Answer, whole: "file" | "folder", wording: Wording): string {
  const { translate } = wording;
  if (answer.status !== "orphaned") {
    if (answer.reason.from === undefined) return translate("Where it was");
    const shown = { path: plainLine(answer.path) };
    return whole === "file"
      ? translate("The file is now {path}", shown)
      : translate("The folder is now {path}", shown);
  }
  if (answer.reason.kind === "other branch") return orphanWords(answer.reason, wording);
  return whole === "file"
    ? translate("The file is not here any more.")
    : translate("The folder is not here any more.");
}

function foundWords(
  path: string,
  { from, shiftedBy, renamed, lines }: FoundReason,
  wording: Wording,
): string[] {
  const { translate } = wording;
  const changes = changeWords(lines, wording);
  if (renamed !== undefined) changes.unshift(translate("{from} is now {to}", renamed));
  const shown = { path: plainLine(path) };
  if (from?.how === "renamed") return [translate("The file is now {path}", shown), ...changes];
  if (from !== undefined) return [translate("Moved to {path}", shown), ...changes];
  return [shiftWords(shiftedBy, wording), ...changes];
}

function shiftWords(shiftedBy: number, wording: Wording): string {
  const { translate } = wording;
  if (shiftedBy === 0) return translate("Where it was");
  const count = Math.abs(shiftedBy);
  const n = numberWords(count, wording);
  if (shiftedBy > 0)
    return translate(isOne(count, wording) ? "Moved down one line" : "Moved down {n} lines", { n });
  return translate(isOne(count, wording) ? "Moved up one line" : "Moved up {n} lines", { n });
}

function changeWords({ changed, added, removed, onlyFormatting }: LineChanges, wording: Wording): string[] {
  const { translate } = wording;
  if (onlyFormatting) return [translate("only formatting changed")];
  const words: string[] = [];
  const n = (count: number) => ({ n: numberWords(count, wording) });
  if (changed > 0)
    words.push(
      isOne(changed, wording) ? translate("one line changed") : translate("{n} lines changed", n(changed)),
    );
  if (added > 0)
    words.push(isOne(added, wording) ? translate("one line added") : translate("{n} lines added", n(added)));
  if (removed > 0)
    words.push(
      isOne(removed, wording) ? translate("one line removed") : translate("{n} lines removed", n(removed)),
    );
  return words;
}

function orphanWords(reason: OrphanReason, { translate }: Wording): string {
  switch (reason.kind) {
    case "gone":
      return translate("The code is not here any more.");
    case "unlike":
      return translate("The code is not here any more. Lines {start} to {end} of {path} are most like it.", {
        start: reason.nearest.startLine,
        end: reason.nearest.endLine,
        path: plainLine(reason.nearest.path),
      });
    case "tie":
      return translate("{n} places look like it, and nothing tells which one it is.", {
        n: reason.places.length,
      });
    case "no file":
      return translate("The file is not here any more, and no other holds the code.");
    case "other branch":
      return translate("The code is not on this branch. It is on {branches}.", {
        branches: reason.branches.map(plainLine).join(", "),
      });
    case "not text":
      return translate("The file is not text any more.");
    case "too large":
      return translate("The file is too large to look through.");
    case "not shared":
      return translate("The lines were not shared with the note, so the place can't be followed.");
    case "no such lines":
      return translate("The lines that the note names were never there.");
  }
}
