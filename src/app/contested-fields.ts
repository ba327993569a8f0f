import type { Milestone, MilestoneFields } from "../domain/milestone/milestone.ts";
import type { NoteFields, Option, OptionFields } from "../domain/note.ts";
import type { Registers } from "../domain/record.ts";
import { isContested, versionsOf } from "../domain/register.ts";
import type { Register } from "../domain/register.ts";
import type { ContestedField } from "../protocol/panel-state.ts";
import { milestoneFieldLabel, noteFieldLabel, optionFieldLabel } from "./field-labels.ts";
import { milestoneValueWords, noteValueWords, optionValueWords } from "./value-words.ts";
import type { ValueScene } from "./value-words.ts";
import type { Wording } from "./wording.ts";

/** Fields that people set without having seen each other's value, each with all its values as text. */
export function contestedFieldStates(scene: ValueScene): ContestedField[] {
  return [
    ...contestedNames(scene.note.fields).map((field) => noteField(field, scene)),
    ...scene.note.options.flatMap((option) =>
      contestedNames(option.fields).map((field) => optionField(option, field, scene)),
    ),
  ];
}

/** The names of a note's contested fields on screen. */
export const contestedLabels = (scene: ValueScene): readonly string[] =>
  contestedFieldStates(scene).map(({ label }) => label);

function noteField(field: keyof NoteFields, scene: ValueScene): ContestedField {
  const register: Register<NoteFields[keyof NoteFields]> = scene.note.fields[field];
  return {
    field,
    label: noteFieldLabel(field, scene.wording.translate),
    versions: versionsOf(register).map(({ event, by, at, value }) => ({
      event,
      by,
      at,
      text: noteValueWords(field, value, scene),
    })),
    writable: typeof register.value === "string" && field !== "kind",
  };
}

function optionField(option: Option, field: keyof OptionFields, scene: ValueScene): ContestedField {
  const { translate } = scene.wording;
  const register: Register<OptionFields[keyof OptionFields]> = option.fields[field];
  return {
    option: option.id,
    field,
    label: translate("{field} (option {letter})", {
      field: optionFieldLabel(field, translate),
      letter: option.letter,
    }),
    versions: versionsOf(register).map(({ event, by, at, value }) => ({
      event,
      by,
      at,
      text: optionValueWords(field, value, scene),
    })),
    writable: typeof register.value === "string",
  };
}

const contestedNames = <Fields>(registers: Registers<Fields>): readonly (keyof Fields)[] =>
  (Object.keys(registers) as (keyof Fields)[]).filter((name) => isContested(registers[name]));

/** The same for a date of the roadmap. Two moves of it are no fields, and are settled by a third. */
export const contestedMilestoneFields = ({ fields }: Milestone, wording: Wording): ContestedField[] =>
  contestedNames(fields).map((field) => {
    const register: Register<MilestoneFields[keyof MilestoneFields]> = fields[field];
    return {
      field,
      label: milestoneFieldLabel(field, wording.translate),
      versions: versionsOf(register).map(({ event, by, at, value }) => ({
        event,
        by,
        at,
        text: milestoneValueWords(field, value, wording),
      })),
      writable: field === "title" || field === "promisedTo" || field === "whyThisDate",
    };
  });
