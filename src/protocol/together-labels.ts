import type { Translate } from "../base/translate.ts";
import type { OneOnOneBox } from "../domain/one-on-one.ts";

/** The three questions of a 1:1, as the panel and the copied text have them. */
export function oneOnOneQuestion(box: OneOnOneBox, translate: Translate): string {
  switch (box) {
    case "mind":
      return translate("What's on your mind?");
    case "way":
      return translate("What's getting in your way?");
    case "understand":
      return translate("What do you wish I understood better?");
  }
}
