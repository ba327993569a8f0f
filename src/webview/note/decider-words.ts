import type { Translate } from "../../base/translate.ts";
import type { NotePage } from "../../protocol/panel-state.ts";

/** "Not decided. {who} decides." */
export function notDecided({ decider }: NotePage, translate: Translate): string {
  switch (decider) {
    case "pm":
      return translate("Not decided. The product manager decides.");
    case "lead":
      return translate("Not decided. The tech lead decides.");
  }
}

/** The other choice: one of the two decides, and anyone may change who. */
export function otherDecides({ decider }: NotePage, translate: Translate): string {
  switch (decider) {
    case "pm":
      return translate("Let the tech lead decide");
    case "lead":
      return translate("Let the product manager decide");
  }
}
