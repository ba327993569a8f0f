import { nextFreeLetter } from "../../domain/option-letter.ts";
import type { Effort } from "../../domain/effort.ts";
import { parseEffort } from "../../domain/effort.ts";
import type { NotePage, OptionState } from "../../protocol/panel-state.ts";
import type { OptionText } from "../open-form.ts";
import type { PageState } from "../page-state.ts";
import { boxText } from "../parts/boxes.ts";
import type { NoteView } from "../view.ts";

/** One way to go, as it stands in the comparison: to read, to change, or being composed. */
export type Column =
  | {
      readonly kind: "read";
      readonly option: OptionState;
      readonly letter: string;
      readonly doNothing: boolean;
    }
  | {
      readonly kind: "edit";
      readonly option: OptionState;
      readonly letter: string;
      readonly doNothing: boolean;
      /** Only this field is written; the others are read. */
      readonly only: OptionText | undefined;
    }
  | { readonly kind: "write"; readonly slot: string; readonly letter: string; readonly doNothing: boolean };

/** The slot in which "Do nothing" is composed. */
export const NOTHING_SLOT = "nothing";

/** Two rough ones are better than one perfect: that many columns wait on a note without options. */
const COLUMNS_AT_FIRST = 2;

/** Most options that can be put on the table at once, "Do nothing" among them. */
const MOST_COLUMNS = 25;

export const slotKey = (slot: string, field: string): string => `compose.${slot}.${field}`;
export const editKey = (option: OptionState, field: string): string => `option.${option.id}.${field}`;

const isComposeKey = (key: string): boolean => key.startsWith("compose.");
export const composeKeys = ({ typed }: PageState, { id }: NotePage): readonly string[] =>
  typed.keys(id).filter(isComposeKey);

export const slotKeys = (state: PageState, note: NotePage, slot: string): readonly string[] =>
  composeKeys(state, note).filter((key) => key.startsWith(`compose.${slot}.`));

/**
 * Whether options are being composed: asked for by hand, or because a tech lead meets a note without any. Then the two empty columns are
 * there to type into.
 */
export function isComposing(state: PageState, note: NotePage): boolean {
  if (state.composing !== undefined) return state.composing;
  return state.frame?.role === "lead" && note.options.length === 0 && note.closed === null;
}

/** The columns to write into, beside "Do nothing". */
export function writtenSlots(state: PageState, note: NotePage): readonly string[] {
  const typed = composeKeys(state, note)
    .map((key) => Number(key.split(".")[1]))
    .filter(Number.isInteger)
    .map((slot) => slot + 1);
  const ways = note.options.filter(({ doNothing }) => !doNothing).length;
  const count = Math.max(state.columns, ways === 0 ? COLUMNS_AT_FIRST : 1, ...typed);
  return Array.from({ length: Math.min(count, MOST_COLUMNS) }, (_, index) => String(index));
}

export function columnsOf(view: NoteView): readonly Column[] {
  const { note, state } = view;
  const there = note.options.map((option): Column => {
    const { letter, doNothing } = option;
    return state.form?.kind === "option" && state.form.option === option.id
      ? { kind: "edit", option, letter, doNothing, only: state.form.only }
      : { kind: "read", option, letter, doNothing };
  });
  const ways = there.filter(({ doNothing }) => !doNothing);
  const nothings = there.filter(({ doNothing }) => doNothing);
  if (!isComposing(state, note)) return [...ways, ...nothings];
  const taken = new Set(note.options.map(({ letter }) => letter));
  const next = () => {
    const letter = nextFreeLetter(taken);
    taken.add(letter);
    return letter;
  };
  const written = writtenSlots(state, note).map((slot): Column => ({
    kind: "write",
    slot,
    letter: next(),
    doNothing: false,
  }));
  return [
    ...ways,
    ...written,
    ...(nothings.length > 0
      ? nothings
      : [{ kind: "write", slot: NOTHING_SLOT, letter: next(), doNothing: true } as const]),
  ];
}

/** The key of a field's box in a column that is written into. */
export const boxKey = (column: WrittenColumn, field: string): string =>
  column.kind === "edit" ? editKey(column.option, field) : slotKey(column.slot, field);

/** What stands in a field of an option before anybody changes it. */
export function baseText(
  view: Pick<NoteView, "values" | "state">,
  option: OptionState,
  field: OptionText,
): string {
  return field === "effort" ? typedEffort(view.state, option.effort) : option[field];
}

/** An estimate as a person would type it, in a form that is understood again. */
export function typedEffort({ frame }: Pick<PageState, "frame">, effort: Effort | null): string {
  if (effort === null) return "";
  const { low, likely, high, unit } = effort;
  const numbers = [low, likely, high].filter((one) => one !== undefined).join("-");
  return `${numbers} ${frame?.language.startsWith("fr") === true ? FRENCH[unit] : unit}`;
}
const FRENCH = {
  minutes: "minutes",
  hours: "heures",
  days: "jours",
  weeks: "semaines",
  months: "mois",
} as const;

/** The estimate in a column: as recorded, or as it stands in the box. */
export function effortIn(view: NoteView, column: Column): Effort | undefined {
  if (column.doNothing) return undefined;
  if (column.kind === "read") return column.option.effort ?? undefined;
  if (column.kind === "edit") {
    const written = column.only === undefined || column.only === "effort";
    return written
      ? parseEffort(
          boxText(view, view.note.id, boxKey(column, "effort"), baseText(view, column.option, "effort")),
        )
      : (column.option.effort ?? undefined);
  }
  return parseEffort(boxText(view, view.note.id, boxKey(column, "effort")));
}

export type WrittenColumn = Extract<Column, { readonly kind: "edit" | "write" }>;

/** The column, where this field of it is a box now. */
export const writtenIn = (column: Column, field: string): WrittenColumn | undefined =>
  column.kind === "write" || (column.kind === "edit" && (column.only === undefined || column.only === field))
    ? column
    : undefined;
