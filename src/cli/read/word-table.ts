import { english } from "../../base/translate.ts";
import type { Translate } from "../../base/translate.ts";
import type { NoteStatus } from "../../domain/note-status.ts";
import { BeforeItHurt } from "../../domain/words.ts";
import type {
  Closing,
  Confidence,
  Decider,
  Hurt,
  Likelihood,
  NoteKind,
  Reversibility,
} from "../../domain/words.ts";
import {
  beforeItHurtLabel,
  closingLabel,
  confidenceLabel,
  hurtLabel,
  kindLabel,
  likelihoodLabel,
  reversibilityLabel,
  statusLabel,
} from "../../protocol/labels.ts";

/** The words that an option takes, by what each stands for in the record. */
export type WordTable<Value extends string> = ReadonlyMap<string, Value>;

/** "Would speed us up" as it is typed: would-speed-us-up. */
const typed = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const table = <Value extends string>(
  values: readonly Value[],
  label: (value: Value, translate: Translate) => string,
): WordTable<Value> => new Map(values.map((value) => [typed(label(value, english)), value]));

// English also where the screen is not: what is typed stands in scripts.
export const kinds: WordTable<NoteKind> = table(
  ["bottleneck", "techDebt", "constraint", "delay", "enabler", "problem", "incident"],
  kindLabel,
);
export const statuses: WordTable<NoteStatus> = table(
  ["onRecord", "optionsReady", "decided", "done", "acceptedAsIs", "withdrawn", "putOff"],
  statusLabel,
);
export const closings: WordTable<Closing> = table(
  ["done", "acceptedAsIs", "withdrawn", "putOff"],
  closingLabel,
);
export const answersBeforeItHurt: WordTable<BeforeItHurt> = new Map(
  [...table(BeforeItHurt.options, beforeItHurtLabel)].map(([word, answer]) => [
    word.replace(/^it-was-/, ""),
    answer,
  ]),
);
export const confidences: WordTable<Confidence> = table(["sure", "fairlySure", "guess"], confidenceLabel);
export const reversibilities: WordTable<Reversibility> = table(
  ["easily", "withEffort", "no"],
  reversibilityLabel,
);
export const likelihoods: WordTable<Likelihood> = table(["unlikely", "possible", "likely"], likelihoodLabel);
export const hurts: WordTable<Hurt> = new Map(
  [...table(["little", "some", "aLot"], hurtLabel)].map(([word, hurt]) => [
    word.replace(/^hurts-?/, "") || "some",
    hurt,
  ]),
);
export const deciders: WordTable<Decider> = new Map([
  ["pm", "pm"],
  ["lead", "lead"],
]);

/** The words of a table as help and errors name them. */
export const wordsOf = (words: WordTable<string>): string => [...words.keys()].join(", ");

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** What a typed word stands for: as on screen or as in the record, whatever its case, blanks and hyphens. */
export function lookUp<Value extends string>(words: WordTable<Value>, text: string): Value | undefined {
  const wanted = bare(text);
  for (const [word, value] of words) if (bare(word) === wanted || bare(value) === wanted) return value;
  return undefined;
}
