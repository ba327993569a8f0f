import { dayOf, daysBetween } from "./dates.ts";
import type { Day } from "./dates.ts";
import { workingDays } from "./effort.ts";
import type { Effort } from "./effort.ts";
import type { Decision, Note, Option } from "./note.ts";
import { standingDecisions } from "./note-status.ts";
import type { Person } from "./person.ts";
import type { BeforeItHurt, Closing } from "./words.ts";
import { versionsOf } from "./register.ts";

/** How a closed note turned out: what people said when they closed it, beside what the record knows. Never about who. */
export interface Outcome {
  readonly as: Exclude<Closing, "putOff">;
  readonly recordedOn: Day;
  readonly closedOn: Day;
  readonly beforeItHurt: BeforeItHurt | "skipped";
  /** The day it began to hurt, as somebody said; of an incident, that since when it was broken. */
  readonly hurtFrom: Day | undefined;
  /** How many days it was on record before it hurt; negative where it hurt first, undefined where nobody said from when it did. */
  readonly daysBefore: number | undefined;
  readonly took: Effort | undefined;
  /** How long the option that was taken was said to take, when it was taken; where nobody had said then, what was said after. */
  readonly estimate: Effort | undefined;
  /** How what it took stands to the estimate; undefined where one of the two is not known. */
  readonly against: Against | undefined;
}

/** Where an outcome lies: inside low to high, both included, or beyond. `noRange`: one number alone was given, and a range is never made up. */
export type Against = "inside" | "longer" | "shorter" | "noRange";

/** The outcome of a note that is closed for good; undefined of one that is open, or put off. */
export function outcomeOf(note: Note): Outcome | undefined {
  const { closed, kind, since } = note.fields;
  const said = closed.value;
  const closing = versionsOf(closed).at(-1);
  if (said === null || said.as === "putOff" || closing === undefined) return undefined;
  const recordedOn = dayOf(note.opened.at);
  const broken = kind.value === "incident" && since.value !== null ? dayOf(since.value) : undefined;
  const hurtFrom = said.beforeItHurt === "neverNeeded" ? undefined : (said.hurtFrom ?? broken);
  const estimate = estimateTaken(note);
  return {
    as: said.as,
    recordedOn,
    closedOn: dayOf(closing.at),
    beforeItHurt: said.beforeItHurt ?? "skipped",
    hurtFrom,
    daysBefore: hurtFrom === undefined ? undefined : daysBetween(recordedOn, hurtFrom),
    took: said.took,
    estimate,
    against: estimate === undefined || said.took === undefined ? undefined : against(said.took, estimate),
  };
}

/** The decision that stands and its option; a note that was decided twice has none. */
function taken(note: Note): { readonly decision: Decision; readonly option: Option | undefined } | undefined {
  const [decision, other] = standingDecisions(note);
  if (decision === undefined || other !== undefined) return undefined;
  return { decision, option: note.options.find(({ id }) => id === decision.option) };
}

function estimateTaken(note: Note): Effort | undefined {
  const { decision, option } = taken(note) ?? {};
  return decision?.estimate ?? option?.fields.effort.value ?? undefined;
}

/** Who wrote the estimate that an outcome is held against: only to know how many people are behind a figure. */
export const estimateWriter = (note: Note): Person | undefined =>
  versionsOf(taken(note)?.option?.fields.effort).at(-1)?.by;

/** An outcome that is a range itself counts by its likely value, or by its middle where none was given. */
export function against(took: Effort, estimate: Effort): Against | undefined {
  const low = workingDays(estimate, "low");
  const high = workingDays(estimate, "high");
  const length = lengthOf(took);
  if (length === undefined) return undefined;
  if (low === undefined || high === undefined) return "noRange";
  return length > high ? "longer" : length < low ? "shorter" : "inside";
}

function lengthOf(effort: Effort): number | undefined {
  const [low, likely, high] = (["low", "likely", "high"] as const).map((which) => workingDays(effort, which));
  if (likely !== undefined) return likely;
  return low !== undefined && high !== undefined ? (low + high) / 2 : (low ?? high);
}
