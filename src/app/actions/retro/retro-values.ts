import type { RetroValues } from "../../../domain/retro/retro-fields.ts";
import type { Refusal } from "../../../protocol/action.ts";

/** The values as they are kept: the name on one line. */
export const tidyRetroValues = ({ name, ...values }: RetroValues): RetroValues => ({
  ...values,
  ...(name === undefined ? {} : { name: name.replace(/\s+/g, " ").trim() }),
});

/** Why these values can't be kept; undefined where they can. */
export const retroValuesInTheWay = ({ period }: RetroValues): Refusal | undefined =>
  period !== undefined && period.to < period.from ? { kind: "endsBeforeStart" } : undefined;
