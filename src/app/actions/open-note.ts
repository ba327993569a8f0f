import type { Anchor } from "../../domain/anchor.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { NoteValues, OptionValues } from "../../domain/note-fields.ts";
import { nextFreeLetter } from "../../domain/option-letter.ts";
import type { WayOut } from "../../domain/words.ts";
import type { Refusal } from "../../protocol/action.ts";
import type { Pen } from "../pen.ts";
import { givenValues } from "../said-values.ts";

export interface NewNote {
  readonly fields: NoteValues;
  readonly anchors: readonly Anchor[];
  /** On the table from the start. */
  readonly options?: readonly { readonly way?: WayOut | undefined; readonly fields: OptionValues }[];
  /** Dates of the roadmap that it puts at risk. */
  readonly threatens?: readonly RecordId[];
  /** 32 hexadecimal digits that nobody can guess: they make two notes with the same words two records. */
  readonly nonce: string;
}

/** Puts a note on record. It needs a title, and nothing else. */
export function openNote(
  { fields, anchors, options = [], threatens = [], nonce }: NewNote,
  pen: Pen,
): Refusal | undefined {
  const given = givenValues(fields);
  if (given.title === undefined) return { kind: "titleMissing" };
  pen.write({ type: "noteOpened", data: { nonce, fields: given } });
  for (const anchor of anchors) pen.write({ type: "anchorAdded", data: { anchor } });
  const taken = new Set<string>();
  for (const { way, fields: values } of options) {
    const letter = nextFreeLetter(taken);
    taken.add(letter);
    pen.write({ type: "optionAdded", data: { letter, way, fields: givenValues(values) } });
  }
  for (const milestone of threatens) pen.write({ type: "dateThreatened", data: { milestone } });
  return undefined;
}
