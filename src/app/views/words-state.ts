import { plainLine, plainText } from "../../base/plain-text.ts";
import { isContested, versionsOf } from "../../domain/register.ts";
import type { Register } from "../../domain/register.ts";
import type { WordsState } from "../../protocol/together-state.ts";
import type { ViewScene } from "./view-state.ts";

/** The words of the team, in the order of the alphabet. */
export function wordsState({ repository, book, viewer }: ViewScene): WordsState {
  const order = new Intl.Collator(viewer.wording.language, { sensitivity: "base" });
  const versions = (register: Register<string>) =>
    isContested(register) ? versionsOf(register).map(({ value }) => plainText(value)) : [];
  const words = [...book.of("term").values()]
    .filter(({ fields }) => !fields.withdrawn.value)
    .map(({ id, fields }) => ({
      id,
      term: plainLine(fields.term.value),
      explanation: plainText(fields.explanation.value),
      terms: versions(fields.term),
      explanations: versions(fields.explanation),
    }))
    .sort((one, other) => order.compare(one.term, other.term) || (one.id < other.id ? -1 : 1));
  return { view: "words", repository, words };
}
