import { shortLine } from "../base/plain-text.ts";
import type { Wording } from "./wording.ts";

/** Characters of the reason that a line of the history quotes. */
const QUOTED = 160;

/** That lines were taken out, in the history of whatever record. */
export const redactionSentence = (because: string | undefined, { translate }: Wording): string =>
  translate("Took something out of the record for good: {because}", {
    because: shortLine(because ?? "", QUOTED),
  });
