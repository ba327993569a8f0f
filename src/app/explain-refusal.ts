import type { Refusal } from "../protocol/action.ts";
import { sharedRefusalWords } from "../protocol/shared-refusal-words.ts";
import { numberWords } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** Why something was not saved, for the person who did it: what happened, what it means, what to do. What was typed is still there. */
export function explainRefusal(refusal: Refusal, wording: Wording): string {
  const { translate } = wording;
  switch (refusal.kind) {
    case "noSuchNote":
      return translate(
        "This note is not here any more. Nothing was saved; copy what you typed if you need it.",
      );
    case "noSuchPart":
      return translate(
        "What this is about is not on the note any more. Nothing was saved; look at the note again.",
      );
    case "titleMissing":
      return translate("A note needs a title. Say in a few words what is in the way.");
    case "textMissing":
      return translate("There is nothing to save yet. Write a few words first.");
    case "impactMissing":
      return translate(
        "Nobody has written yet what users will notice. Write the effect on users first, then decide.",
      );
    case "becauseMissing":
      return translate("The reason is missing. Write one sentence after “because”.");
    case "sameDay":
    case "otherDay":
    case "noSuchDate":
    case "timeMissing":
    case "endsBeforeStart":
    case "notTheWriter":
      return sharedRefusalWords(refusal.kind, translate);
    case "alreadyDiffered":
      return translate("You have said already that you see this decision differently. It is said once.");
    case "notTheAsker":
      return translate("Only the person who asked can say that. You can ask a question of your own.");
    case "notNamed":
      return translate(
        "Only somebody who is named in this decision can say that. You can write a comment, or see it differently.",
      );
    case "nameMissing":
      return translate("Your name is not known here yet. Say how it should appear, then save again.");
    case "newerRecord":
      return translate("Written by a newer Sightline. You can read it; update to change it.");
    case "tooLarge":
      return refusal.what === "line"
        ? translate(
            "This is too long to save: {size} KB, and {limit} KB fit. Shorten it, or link to it instead.",
            {
              size: kilobytes(refusal.bytes, wording),
              limit: kilobytes(refusal.limit, wording),
            },
          )
        : translate(
            "This note has grown too large to save more: {size} KB, and {limit} KB fit. Open a new note and name this one in it.",
            { size: kilobytes(refusal.bytes, wording), limit: kilobytes(refusal.limit, wording) },
          );
    case "notWritable":
      return translate(
        "This machine could not save: its disk is full, or the folder can't be written. What you typed is still here; make room, then save again.",
      );
    case "readOnly":
      return translate(
        "This window is in Restricted Mode, so nothing is saved. Trust the folder to change notes.",
      );
  }
}

const kilobytes = (bytes: number, wording: Wording): string => numberWords(Math.ceil(bytes / 1024), wording);
