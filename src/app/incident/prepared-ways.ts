import type { Translate } from "../../base/translate.ts";
import { WayOut } from "../../domain/words.ts";
import type { ActionInput } from "../../protocol/action.ts";
import { wayLabel } from "../../protocol/labels.ts";

/** Roll back, patch, hold: on the table before anybody has typed a word. */
export const preparedWays = (
  translate: Translate,
): NonNullable<Extract<ActionInput, { type: "openNote" }>["options"]> =>
  WayOut.options.map((way) => ({ way, fields: { title: wayLabel(way, translate) } }));
