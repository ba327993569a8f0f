import type { Translate } from "../base/translate.ts";
import type { Refusal } from "./action.ts";

type Shared = Extract<
  Refusal["kind"],
  "sameDay" | "otherDay" | "noSuchDate" | "timeMissing" | "endsBeforeStart" | "notTheWriter"
>;

/** Refusals that read the same wherever they are said. */
export function sharedRefusalWords(kind: Shared, translate: Translate): string {
  switch (kind) {
    case "sameDay":
      return translate("The date stands there already. Choose the day it moves to.");
    case "otherDay":
      return translate("The date has moved meanwhile. Look at it again, then answer.");
    case "noSuchDate":
      return translate("This date is not on the roadmap here, or the note names it already.");
    case "timeMissing":
      return translate("Choose the first and the last day.");
    case "endsBeforeStart":
      return translate("The last day is before the first. Choose another.");
    case "notTheWriter":
      return translate("Only the one who wrote it can correct it. You can write beside it.");
  }
}
