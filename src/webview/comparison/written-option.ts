import { parseEffort } from "../../domain/effort.ts";
import type { OptionValues } from "../../domain/note-fields.ts";
import { Confidence, Hurt, Likelihood, Reversibility } from "../../domain/words.ts";
import type { OptionState } from "../../protocol/panel-state.ts";
import { boxText } from "../parts/boxes.ts";
import type { PageAction } from "../page-action.ts";
import { OptionText } from "../open-form.ts";
import type { NoteView } from "../view.ts";
import { optionValue } from "../note/field-names.ts";
import { baseText, boxKey, columnsOf, composeKeys, slotKeys } from "./columns.ts";
import type { Column, WrittenColumn } from "./columns.ts";
import { writtenMoves } from "./moved-dates.ts";
import { MOST_RISKS } from "./write-cell.ts";

/** Where problems with what is being composed are said. */
export const COMPOSE_PLACE = "compose";

/** What somebody typed into a box of a column; undefined where nobody did, and nothing of it is to be saved. */
const typedIn = ({ state, note }: NoteView, column: WrittenColumn, field: string): string | undefined =>
  state.typed.text(note.id, boxKey(column, field));

/** The fields of an option that were touched, as they stand in its boxes. */
export function writtenFields(view: NoteView, column: WrittenColumn): OptionValues {
  const option = column.kind === "edit" ? column.option : undefined;
  const only = column.kind === "edit" ? column.only : undefined;
  let fields: OptionValues = {};
  for (const field of only === undefined ? OptionText.options : [only]) {
    const text = typedIn(view, column, field);
    const before = option === undefined ? "" : baseText(view, option, field);
    if (text !== undefined && text.trim() !== before.trim())
      fields = { ...fields, ...optionValue(field, text) };
  }
  if (only !== undefined) return fields;
  return {
    ...fields,
    ...writtenChoices(view, column, option),
    ...writtenRisks(view, column, option),
    ...writtenMoves(view, column),
  };
}

function writtenChoices(
  view: NoteView,
  column: WrittenColumn,
  option: OptionState | undefined,
): OptionValues {
  const reversibility = typedIn(view, column, "reversibility");
  const confidence = typedIn(view, column, "confidence");
  const values = {
    reversibility:
      reversibility === undefined ? undefined : (Reversibility.safeParse(reversibility).data ?? null),
    confidence: confidence === undefined ? undefined : (Confidence.safeParse(confidence).data ?? null),
  };
  return {
    ...(values.reversibility === undefined || values.reversibility === (option?.reversibility ?? null)
      ? {}
      : { reversibility: values.reversibility }),
    ...(values.confidence === undefined || values.confidence === (option?.confidence ?? null)
      ? {}
      : { confidence: values.confidence }),
  };
}

/** The list of risks is one value: what was typed into it, on top of the risks that are there. */
function writtenRisks(view: NoteView, column: WrittenColumn, option: OptionState | undefined): OptionValues {
  const before = option?.risks ?? [];
  const risks = Array.from({ length: Math.max(before.length, MOST_RISKS) }, (_, index) => {
    const there = before[index];
    const part = (name: "text" | "likelihood" | "hurt") =>
      typedIn(view, column, `risk.${index}.${name}`) ?? there?.[name] ?? "";
    const likelihood = Likelihood.safeParse(part("likelihood")).data;
    const hurt = Hurt.safeParse(part("hurt")).data;
    return {
      text: part("text").trim(),
      ...(likelihood === undefined ? {} : { likelihood }),
      ...(hurt === undefined ? {} : { hurt }),
      ...(there?.response === undefined ? {} : { response: there.response }),
    };
  }).filter(({ text }) => text !== "");
  return JSON.stringify(risks) === JSON.stringify(before) ? {} : { risks };
}

interface Flaw {
  readonly text: string;
  readonly focus: string;
}

/** What keeps a column from being saved. */
function flaw(view: NoteView, column: WrittenColumn): Flaw | undefined {
  const { note, translate } = view;
  const key = (field: string) => boxKey(column, field);
  const base = (field: OptionText) => (column.kind === "edit" ? baseText(view, column.option, field) : "");
  const effort = boxText(view, note.id, key("effort"), base("effort")).trim();
  const effortChanged = effort !== base("effort").trim();
  if (effortChanged && effort !== "" && parseEffort(effort) === undefined)
    return {
      text: translate(
        "How long option {letter} takes is not understood. Try “2w”, “2-3 weeks” or “2 months”.",
        {
          letter: column.letter,
        },
      ),
      focus: key("effort"),
    };
  const needsTitle = !column.doNothing && !(column.kind === "edit" && column.only !== undefined);
  if (needsTitle && boxText(view, note.id, key("title"), base("title")).trim() === "")
    return {
      text: translate("Give option {letter} a few words, so that people can talk about it.", {
        letter: column.letter,
      }),
      focus: key("title"),
    };
  return undefined;
}

const isWriteColumn = (column: Column): column is Extract<Column, { kind: "write" }> =>
  column.kind === "write";

/** "Put on the table": every column in which something stands, and doing nothing beside them. */
export function putOnTheTable(view: NoteView): PageAction {
  const { note, translate, state } = view;
  const written = columnsOf(view)
    .filter(isWriteColumn)
    .filter((column) => column.doNothing || slotKeys(state, note, column.slot).length > 0);
  const [first] = written;
  if (
    first === undefined ||
    written.every(({ doNothing }) => doNothing && slotKeys(state, note, "nothing").length === 0)
  )
    return {
      type: "problem",
      place: COMPOSE_PLACE,
      text: translate("Write at least one way out in a few words."),
      focus: "compose.0.title",
    };
  for (const column of written) {
    const found = flaw(view, column);
    if (found !== undefined) return { type: "problem", place: COMPOSE_PLACE, ...found };
  }
  const options = written.map((column) => ({
    doNothing: column.doNothing,
    fields: column.doNothing
      ? { title: translate("Do nothing"), ...writtenFields(view, column) }
      : writtenFields(view, column),
  }));
  const slot = boxText(view, note.id, "compose.recommend");
  const because = boxText(view, note.id, "compose.because").trim();
  const index = written.findIndex((column) => column.slot === slot);
  if (index === -1 && because !== "")
    return {
      type: "problem",
      place: COMPOSE_PLACE,
      text: translate("Choose the option you would take, or empty the line."),
      focus: "compose.recommend",
    };
  return {
    type: "perform",
    place: COMPOSE_PLACE,
    action: {
      type: "tableOptions",
      note: note.id,
      options,
      ...(index === -1 ? {} : { recommendation: { index, ...(because === "" ? {} : { because }) } }),
    },
    forget: composeKeys(state, note),
  };
}

/** Saves what was changed of an option that is on the table. */
export function saveOption(
  view: NoteView,
  column: Extract<Column, { kind: "edit" }>,
  place: string,
): PageAction {
  const { note, state } = view;
  const found = flaw(view, column);
  if (found !== undefined) return { type: "problem", place, ...found };
  const fields = writtenFields(view, column);
  if (Object.keys(fields).length === 0) return { type: "closeForm" };
  return {
    type: "perform",
    place,
    action: { type: "editOption", note: note.id, option: column.option.id, fields },
    forget: state.typed.keys(note.id).filter((key) => key === place || key.startsWith(`${place}.`)),
  };
}
