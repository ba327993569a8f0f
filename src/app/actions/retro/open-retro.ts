import type { RetroValues } from "../../../domain/retro/retro-fields.ts";
import type { Refusal } from "../../../protocol/action.ts";
import type { Pen } from "../../pen.ts";
import { givenValues } from "../../said-values.ts";
import { retroValuesInTheWay, tidyRetroValues } from "./retro-values.ts";

export interface NewRetro {
  readonly fields: RetroValues;
  /** 32 hexadecimal digits that nobody can guess. */
  readonly nonce: string;
}

/** Opens a retro. It needs what it looks back at, and from when to when. */
export function openRetro({ fields, nonce }: NewRetro, pen: Pen): Refusal | undefined {
  const given = givenValues(tidyRetroValues(fields));
  if (given.name === undefined) return { kind: "titleMissing" };
  if (given.period === undefined) return { kind: "timeMissing" };
  const inTheWay = retroValuesInTheWay(given);
  if (inTheWay === undefined) pen.write({ type: "retroOpened", data: { nonce, fields: given } });
  return inTheWay;
}
