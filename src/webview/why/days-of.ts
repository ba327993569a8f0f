import type { BriefRow } from "../../protocol/brief-state.ts";
import type { View } from "../view.ts";

/** "Now, 1 March to 14 March": from when to when a why is. */
export function daysOf(
  { translate, values }: View,
  { from, to, phase }: Pick<BriefRow, "from" | "to" | "phase">,
): string {
  if (from === undefined || to === undefined)
    return translate("The date it is for is not here. It may not have reached this machine yet.");
  const days = translate("{from} to {to}", { from: values.day(from), to: values.day(to) });
  switch (phase) {
    case "now":
      return translate("Now, {days}", { days });
    case "ahead":
      return days;
    case "over":
      return translate("Over, {days}", { days });
  }
}
