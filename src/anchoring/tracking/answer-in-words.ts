import { english } from "../../base/translate.ts";
import type { Translate } from "../../base/translate.ts";
import type { Answer, FoundReason, LineChanges, OrphanReason } from "./answer.ts";

/** The answer's reason as a person reads it: "moved to billing/tax.ts, 3 lines changed". */
export const answerInWords = (answer: Answer, translate: Translate = english): string =>
  answer.status === "orphaned"
    ? orphanWords(answer.reason, translate)
    : foundWords(answer.path, answer.reason, translate).join(", ");

function foundWords(
  path: string,
  { from, shiftedBy, renamed, lines }: FoundReason,
  translate: Translate,
): string[] {
  const words: string[] = [];
  if (from !== undefined)
    words.push(
      from.how === "renamed"
        ? translate("file renamed to {path}", { path })
        : translate("moved to {path}", { path }),
    );
  else if (shiftedBy !== 0) words.push(shiftWords(shiftedBy, translate));
  if (renamed !== undefined) words.push(translate("{from} is now {to}", renamed));
  words.push(...changeWords(lines, translate));
  return words.length > 0 ? words : [translate("unchanged")];
}

function shiftWords(shiftedBy: number, translate: Translate): string {
  const count = Math.abs(shiftedBy);
  if (shiftedBy > 0)
    return count === 1
      ? translate("1 line further down")
      : translate("{count} lines further down", { count });
  return count === 1 ? translate("1 line further up") : translate("{count} lines further up", { count });
}

function changeWords(
  { changed, added, removed, onlyFormatting }: LineChanges,
  translate: Translate,
): string[] {
  if (onlyFormatting) return [translate("only formatting changed")];
  const words: string[] = [];
  if (changed > 0)
    words.push(
      changed === 1 ? translate("1 line changed") : translate("{count} lines changed", { count: changed }),
    );
  if (added > 0)
    words.push(added === 1 ? translate("1 line added") : translate("{count} lines added", { count: added }));
  if (removed > 0)
    words.push(
      removed === 1 ? translate("1 line removed") : translate("{count} lines removed", { count: removed }),
    );
  return words;
}

function orphanWords(reason: OrphanReason, translate: Translate): string {
  switch (reason.kind) {
    case "gone":
      return translate("the code is gone");
    case "unlike":
      return translate("the code is gone; lines {start} to {end} of {path} are most like it", {
        start: reason.nearest.startLine,
        end: reason.nearest.endLine,
        path: reason.nearest.path,
      });
    case "tie":
      return translate("{count} places look the same; which one it is cannot be told", {
        count: reason.places.length,
      });
    case "no file":
      return translate("the file is gone");
    case "too large":
      return translate("too large to follow");
    case "no such lines":
      return translate("these lines do not exist");
  }
}
