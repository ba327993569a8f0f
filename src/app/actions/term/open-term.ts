import type { TermValues } from "../../../domain/term/term-fields.ts";
import type { Refusal } from "../../../protocol/action.ts";
import type { Pen } from "../../pen.ts";
import { givenValues, said } from "../../said-values.ts";

export interface NewTerm {
  readonly fields: TermValues;
  /** 32 hexadecimal digits that nobody can guess. */
  readonly nonce: string;
}

/** Puts a word into the glossary. It needs the word and what it means. */
export function openTerm({ fields, nonce }: NewTerm, pen: Pen): Refusal | undefined {
  const given = givenValues(fields);
  if (said(given.term) === undefined || said(given.explanation) === undefined) return { kind: "textMissing" };
  pen.write({ type: "termOpened", data: { nonce, fields: given } });
  return undefined;
}
