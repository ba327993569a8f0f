import { plainLine } from "../../base/plain-text.ts";
import type { Brief } from "../../domain/brief/brief.ts";
import type { Day } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import { dayWords } from "../date-words.ts";
import type { Wording } from "../wording.ts";

/** What a why is called: by its sprint, or by the date it is for. */
export function briefTitle(
  brief: Brief,
  milestones: ReadonlyMap<RecordId, Milestone>,
  today: Day,
  wording: Wording,
): string {
  const { translate } = wording;
  const scope = brief.fields.scope.value;
  if (scope === null) return translate("Why");
  if (scope.kind === "milestone")
    return plainLine(milestones.get(scope.milestone)?.fields.title.value ?? "") || translate("Why");
  return (
    plainLine(scope.name) ||
    translate("{from} to {to}", {
      from: dayWords(scope.from, today, wording),
      to: dayWords(scope.to, today, wording),
    })
  );
}
