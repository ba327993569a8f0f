import type { Location } from "../anchoring/locate.ts";
import { isOne, numberWords } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** How a place was found, or why it was not, for a person. */
export function placeReason(location: Location, wording: Wording): string {
  const { translate } = wording;
  if (location.kind === "orphaned") {
    switch (location.why) {
      case "gone":
        return translate("The quoted lines are not in the file any more, or too little tells them apart.");
      case "several":
        return translate("The quoted lines are in the file more than once.");
      case "fileMissing":
        return translate("The file is not here any more, or has another name.");
      case "notText":
        return translate("The file is not text any more.");
      case "tooLarge":
        return translate("The file is too large to look through.");
      case "noQuote":
        return translate("The lines were not shared with the note, so the place can't be followed.");
    }
  }
  const { how } = location;
  if (how.kind === "unchanged") return translate("Where it was");
  const count = Math.abs(how.by);
  const n = numberWords(count, wording);
  if (how.by > 0)
    return translate(isOne(count, wording) ? "Moved down one line" : "Moved down {n} lines", { n });
  return translate(isOne(count, wording) ? "Moved up one line" : "Moved up {n} lines", { n });
}
