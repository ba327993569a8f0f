import type { BriefValues } from "../../../domain/brief/brief-fields.ts";
import type { Refusal } from "../../../protocol/action.ts";
import { tidyAreas } from "../../briefs/tidy-areas.ts";

/** The values as they are kept. */
export const tidyBriefValues = ({ areas, scope, ...fields }: BriefValues): BriefValues => ({
  ...fields,
  ...(scope === undefined
    ? {}
    : {
        scope: scope.kind === "sprint" ? { ...scope, name: scope.name.replace(/\s+/g, " ").trim() } : scope,
      }),
  ...(areas === undefined ? {} : { areas: tidyAreas(areas) }),
});

/** Why these values can't be kept; undefined where they can. */
export const briefValuesInTheWay = ({ scope }: BriefValues): Refusal | undefined =>
  scope?.kind === "sprint" && scope.to < scope.from ? { kind: "endsBeforeStart" } : undefined;
