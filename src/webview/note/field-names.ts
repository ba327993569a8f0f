import { parseEffort } from "../../domain/effort.ts";
import type { OptionValues } from "../../domain/note-fields.ts";
import { OptionText } from "../open-form.ts";
import type { TextField } from "./edit-field.ts";

const TEXT_FIELDS: readonly string[] = ["title", "impact", "context", "costOfDelay"] satisfies TextField[];

export const isTextField = (field: string): field is TextField => TEXT_FIELDS.includes(field);

export const isOptionText = (field: string): field is OptionText => OptionText.safeParse(field).success;

/** A text of a box as the value of its field. An estimate that is not understood must have been asked about before. */
export const optionValue = (field: OptionText, text: string): OptionValues =>
  field === "effort"
    ? { effort: text.trim() === "" ? null : (parseEffort(text) ?? null) }
    : { [field]: text.trim() };
