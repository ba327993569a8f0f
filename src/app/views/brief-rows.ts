import { shortLine } from "../../base/plain-text.ts";
import { briefPhase, briefTime, newestFirst } from "../../domain/brief/brief-time.ts";
import type { Brief } from "../../domain/brief/brief.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { BriefRow } from "../../protocol/brief-state.ts";
import { briefTitle } from "../briefs/brief-title.ts";
import type { ViewScene } from "./view-state.ts";

/** Characters of the paragraph that a list shows. */
const SHOWN = 200;

const phases: readonly BriefRow["phase"][] = ["now", "ahead", "over"];

/** Every why, or those of one date: of now first, then what is ahead, then what is over; in each the newest first. */
export function briefRows(scene: ViewScene, milestone?: RecordId): BriefRow[] {
  const briefs = [...scene.book.of("brief").values()].sort(newestFirst);
  return briefs
    .filter(({ fields }) => milestone === undefined || milestoneOf(fields.scope.value) === milestone)
    .map((brief) => briefRow(brief, scene))
    .sort((one, other) => phases.indexOf(one.phase) - phases.indexOf(other.phase));
}

function briefRow(brief: Brief, { book, viewer }: ViewScene): BriefRow {
  const { today, wording } = viewer;
  const milestones = book.of("milestone");
  const time = briefTime(brief, milestones);
  const of = milestoneOf(brief.fields.scope.value);
  return {
    id: brief.id,
    title: briefTitle(brief, milestones, today, wording),
    ...(of === undefined ? {} : { milestone: of }),
    ...time,
    phase: briefPhase(time, today),
    text: shortLine(brief.fields.text.value, SHOWN),
  };
}

const milestoneOf = (scope: Brief["fields"]["scope"]["value"]): RecordId | undefined =>
  scope?.kind === "milestone" ? scope.milestone : undefined;
