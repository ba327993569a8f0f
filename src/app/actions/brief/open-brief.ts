import type { BriefValues } from "../../../domain/brief/brief-fields.ts";
import type { Refusal } from "../../../protocol/action.ts";
import type { Pen } from "../../pen.ts";
import { givenValues } from "../../said-values.ts";
import { briefValuesInTheWay, tidyBriefValues } from "./brief-values.ts";

export interface NewBrief {
  readonly fields: BriefValues;
  /** 32 hexadecimal digits that nobody can guess. */
  readonly nonce: string;
}

/** Shares a why. It needs its paragraph and what it is for; the parts of the product may follow. */
export function openBrief({ fields, nonce }: NewBrief, pen: Pen): Refusal | undefined {
  const given = givenValues(tidyBriefValues(fields));
  if (given.text === undefined) return { kind: "textMissing" };
  if (given.scope === undefined) return { kind: "timeMissing" };
  const inTheWay = briefValuesInTheWay(given);
  if (inTheWay === undefined) pen.write({ type: "briefOpened", data: { nonce, fields: given } });
  return inTheWay;
}
