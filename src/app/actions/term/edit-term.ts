import type { Term } from "../../../domain/term/term.ts";
import type { TermValues } from "../../../domain/term/term-fields.ts";
import type { Refusal } from "../../../protocol/action.ts";
import type { Pen } from "../../pen.ts";
import { changedValues } from "../../said-values.ts";

/** Sets fields of a word, or takes it off the list. Neither the word nor what it means can be emptied. */
export function editTerm(fields: TermValues, term: Term, pen: Pen): Refusal | undefined {
  const changed = changedValues(fields, term.fields);
  if (changed.term === "" || changed.explanation === "") return { kind: "textMissing" };
  if (Object.keys(changed).length > 0) pen.write({ type: "termEdited", data: { fields: changed } });
  return undefined;
}
