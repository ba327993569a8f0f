import type { Day } from "../../../domain/dates.ts";
import type { MilestoneValues } from "../../../domain/milestone/milestone-fields.ts";
import type { Refusal } from "../../../protocol/action.ts";
import type { Pen } from "../../pen.ts";
import { givenValues } from "../../said-values.ts";

export interface NewMilestone {
  readonly day: Day;
  readonly fields: MilestoneValues;
  /** 32 hexadecimal digits that nobody can guess. */
  readonly nonce: string;
}

/** Puts a date on the roadmap. It needs a title and a day. */
export function openMilestone({ day, fields, nonce }: NewMilestone, pen: Pen): Refusal | undefined {
  const given = givenValues(fields);
  if (given.title === undefined) return { kind: "titleMissing" };
  pen.write({ type: "milestoneOpened", data: { nonce, day, fields: given } });
  return undefined;
}
