import type { Translate } from "../base/translate.ts";
import type { Refusal } from "../protocol/action.ts";
import { sharedRefusalWords } from "../protocol/shared-refusal-words.ts";

/** Why something was not saved, where the host sent no words of its own: what happened, what it means, what to do. */
export function refusalWords(refusal: Refusal, translate: Translate): string {
  switch (refusal.kind) {
    case "noSuchNote":
      return translate("This note is not here any more. What you typed is kept; sync and try again.");
    case "noSuchPart":
      return translate("What this is about is not on the note any more. What you typed is kept.");
    case "titleMissing":
      return translate("A note needs a title.");
    case "textMissing":
      return translate("There is nothing in the box yet.");
    case "impactMissing":
      return translate(
        "Nobody has written yet what users will notice. A decision needs that sentence first.",
      );
    case "becauseMissing":
      return translate("Add one sentence: because … Others will read it instead of asking.");
    case "sameDay":
    case "otherDay":
    case "noSuchDate":
    case "timeMissing":
    case "endsBeforeStart":
    case "notTheWriter":
      return sharedRefusalWords(refusal.kind, translate);
    case "alreadyDiffered":
      return translate("You have said this already for this decision. It can be said once.");
    case "notTheAsker":
      return translate("Only the one who asked can say that it is answered.");
    case "notNamed":
      return translate("Only somebody who is named in this decision can say that.");
    case "nameMissing":
      return translate("Your name is needed first.");
    case "newerRecord":
      return translate("This note was written by a newer Sightline. You can read it; update to change it.");
    case "tooLarge":
      return translate(
        "This is too long to be saved. Make it shorter, or link to it; what you typed is kept.",
      );
    case "notWritable":
      return translate(
        "It could not be saved on this machine. What you typed is kept; details are in the output channel.",
      );
    case "readOnly":
      return translate(
        "Nothing can be changed here: the folder is in Restricted Mode. Trust it to go on; what you typed is kept.",
      );
  }
}
