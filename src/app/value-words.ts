import type { Day } from "../domain/dates.ts";
import type { EventId } from "../domain/ids.ts";
import type { MilestoneFields } from "../domain/milestone/milestone.ts";
import type { Note, NoteFields, OptionFields, Risk } from "../domain/note.ts";
import {
  closingLabel,
  confidenceLabel,
  deciderLabel,
  firmnessLabel,
  hurtLabel,
  kindLabel,
  likelihoodLabel,
  milestoneClosingLabel,
  reversibilityLabel,
} from "../protocol/labels.ts";
import { howItWent } from "../protocol/how-it-went.ts";
import { clockWords, dayWords } from "./date-words.ts";
import { effortAmount, effortWords } from "./effort-words.ts";
import { isOne, numberWords } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** What values are shown with: the note they belong to, and the day. */
export interface ValueScene {
  readonly note: Note;
  readonly today: Day;
  readonly wording: Wording;
}

/** The letter of an option; "?" where no such option can be read. */
export const letterOf = (note: Note, option: EventId): string =>
  note.options.find(({ id }) => id === option)?.letter ?? "?";

/** The value of a note's field as text. */
export function noteValueWords<Field extends keyof NoteFields>(
  field: Field,
  value: NoteFields[Field],
  scene: ValueScene,
): string {
  const values: Partial<NoteFields> = { [field]: value };
  const { note, today, wording } = scene;
  const { translate } = wording;
  if (value === null) return translate("(nothing)");
  if (values.kind !== undefined) return kindLabel(values.kind, translate);
  if (values.neededBy) {
    const { day, why } = values.neededBy;
    const date = dayWords(day, today, wording);
    return why === undefined ? date : translate("{first}: {rest}", { first: date, rest: why });
  }
  if (values.owner) return values.owner.name;
  if (values.decider) return deciderLabel(values.decider, translate);
  if (values.likelihood) return likelihoodLabel(values.likelihood, translate);
  if (values.hurt) return hurtLabel(values.hurt, translate);
  if (values.recommendation) {
    const { option, because } = values.recommendation;
    const letter = letterOf(note, option);
    return because === undefined
      ? letter
      : translate("{letter}, because {reason}", { letter, reason: because });
  }
  if (values.since) return clockWords(values.since, today, wording);
  if (values.overSince) return clockWords(values.overSince, today, wording);
  if (values.cameFrom) return values.cameFrom.slice(0, 8);
  if (values.closed) {
    const { as, until, because } = values.closed;
    const how =
      until === undefined
        ? closingLabel(as, translate)
        : translate("Put off until {date}", { date: dayWords(until, today, wording) });
    const went = [
      because === undefined ? how : translate("{first}: {rest}", { first: how, rest: because }),
      ...howItWent(values.closed, translate, {
        effort: (took) => effortAmount(took, wording),
        day: (day) => dayWords(day, today, wording),
      }),
    ];
    return went.join("\n");
  }
  return plainValue(value, wording);
}

/** The value of an option's field as text. */
export function optionValueWords<Field extends keyof OptionFields>(
  field: Field,
  value: OptionFields[Field],
  { wording }: ValueScene,
): string {
  const values: Partial<OptionFields> = { [field]: value };
  const { translate } = wording;
  if (value === null) return translate("(nothing)");
  if (values.effort) return effortWords(values.effort, wording);
  if (values.confidence) return confidenceLabel(values.confidence, translate);
  if (values.reversibility) return reversibilityLabel(values.reversibility, translate);
  if (values.risks !== undefined)
    return values.risks.map((risk) => riskWords(risk, wording)).join("\n") || translate("(nothing)");
  if (values.moves !== undefined)
    return values.moves.map(({ days }) => movedDaysWords(days, wording)).join("\n") || translate("(nothing)");
  return plainValue(value, wording);
}

function riskWords({ text, likelihood, hurt }: Risk, { translate }: Wording): string {
  const about = [
    ...(likelihood === undefined ? [] : [likelihoodLabel(likelihood, translate)]),
    ...(hurt === undefined ? [] : [hurtLabel(hurt, translate)]),
  ];
  return about.length === 0 ? text : `${text} (${about.join(", ")})`;
}

function plainValue(value: unknown, { translate }: Wording): string {
  if (typeof value === "boolean") return value ? translate("Yes") : translate("No");
  return typeof value === "string" && value !== "" ? value : translate("(nothing)");
}

/** "14 days later": how far a date is moved. */
export function movedDaysWords(days: number, wording: Wording): string {
  const { translate } = wording;
  const n = numberWords(Math.abs(days), wording);
  if (days === 0) return translate("not moved");
  if (isOne(Math.abs(days), wording))
    return days > 0 ? translate("one day later") : translate("one day earlier");
  return days > 0 ? translate("{n} days later", { n }) : translate("{n} days earlier", { n });
}

/** The value of a field of a date of the roadmap as text. */
export function milestoneValueWords<Field extends keyof MilestoneFields>(
  field: Field,
  value: MilestoneFields[Field],
  wording: Wording,
): string {
  const values: Partial<MilestoneFields> = { [field]: value };
  const { translate } = wording;
  if (values.firmness) return firmnessLabel(values.firmness, translate);
  if (values.closed) {
    const how = milestoneClosingLabel(values.closed.as, translate);
    const { because } = values.closed;
    return because === undefined ? how : translate("{first}: {rest}", { first: how, rest: because });
  }
  return plainValue(value, wording);
}
