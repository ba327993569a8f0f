import type { Translate } from "../base/translate.ts";
import { parseEffort } from "../domain/effort.ts";

/** Why a text can't be read as a time that something takes; undefined where it can, or is empty. */
export const refuseTime =
  (translate: Translate) =>
  (text: string): string | undefined =>
    text.trim() === "" || parseEffort(text) !== undefined
      ? undefined
      : translate("This can't be read as a time. Write it as 2w, 2-3 weeks or 2 months, or leave it empty.");
