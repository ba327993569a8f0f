import { plainText } from "../../base/plain-text.ts";
import type { OptionState } from "../../protocol/panel-state.ts";
import type { NoteView } from "../view.ts";
import type { Column } from "./columns.ts";

/** What options are compared by, in the order of the rows. */
export const ROWS = [
  "implications",
  "effort",
  "ready",
  "givesUp",
  "gains",
  "risks",
  "reversibility",
  "moves",
  "people",
  "confidence",
  "assumptions",
  "dependsOn",
  "stillOwed",
] as const;
export type Row = (typeof ROWS)[number];

/** Asked of every option that is composed; the others are folded away. */
const FIRST_ROWS: readonly Row[] = ["implications", "effort", "givesUp"];
export const isFirstRow = (row: Row): boolean => FIRST_ROWS.includes(row);

/** Shown beside the estimate, and rows of their own only while they are written. */
const WRITTEN_ONLY: readonly Row[] = ["people", "confidence"];
/** Never asked for; another tool may have recorded it. */
const READ_ONLY: readonly Row[] = ["gains", "ready"];

/** The fold under which the rows are that need not be filled in. */
export const MORE_FOLD = "moreAboutOptions";

export function rowLabel(row: Row, { translate }: NoteView, writing: boolean): string {
  switch (row) {
    case "implications":
      return writing ? translate("What users get, lose or wait for") : translate("What users get or lose");
    case "effort":
      return translate("How long");
    case "ready":
      return translate("Ready between");
    case "moves":
      return translate("Dates it moves");
    case "givesUp":
      return translate("What we give up");
    case "gains":
      return translate("What we gain");
    case "risks":
      return translate("Risks");
    case "reversibility":
      return translate("Can it be undone?");
    case "people":
      return translate("People");
    case "confidence":
      return translate("Sure, or a guess?");
    case "assumptions":
      return translate("What we assume");
    case "dependsOn":
      return translate("What it depends on");
    case "stillOwed":
      return translate("What we still owe");
  }
}

/** Whether an option says something in a row. */
export function hasValue(option: OptionState, row: Row): boolean {
  switch (row) {
    case "effort":
      return option.effort !== null;
    case "risks":
      return option.risks.some(({ text }) => plainText(text).trim() !== "");
    case "ready":
      return option.ready !== null;
    case "moves":
      return option.moves.length > 0;
    case "reversibility":
      return option.reversibility !== null;
    case "confidence":
      return option.confidence !== null;
    default:
      return plainText(option[row]).trim() !== "";
  }
}

/** Rows that ask something of doing nothing too. */
export const appliesToNothing = (row: Row): boolean => row === "implications" || row === "givesUp";

const optionOf = (column: Column): OptionState | undefined =>
  column.kind === "write" ? undefined : column.option;

/** The rows that are on screen: what is being written, and what somebody has said something about. */
export function shownRows(view: NoteView, columns: readonly Column[]): readonly Row[] {
  const writing = columns.some(
    (column) => column.kind === "write" || (column.kind === "edit" && column.only === undefined),
  );
  const more = view.state.folds.has(MORE_FOLD);
  return ROWS.filter((row) => {
    const written = columns.some((column) => column.kind === "edit" && column.only === row);
    if (written || row === "implications" || row === "effort") return true;
    if (row === "moves" && writing && view.state.milestones.length === 0) return false;
    if (writing && !READ_ONLY.includes(row) && (isFirstRow(row) || more)) return true;
    if (WRITTEN_ONLY.includes(row)) return false;
    return columns.some((column) => {
      const option = optionOf(column);
      return option !== undefined && hasValue(option, row);
    });
  });
}

/** A value as one text, to tell whether all options say the same; undefined where nothing is said. */
function saidIn(option: OptionState, row: Row): string | undefined {
  if (!hasValue(option, row)) return undefined;
  switch (row) {
    case "effort":
    case "ready":
    case "moves":
    case "risks":
      return JSON.stringify(option[row]);
    case "reversibility":
      return JSON.stringify([option.reversibility, option.costToUndo.trim()]);
    default:
      return plainText(option[row] ?? "").trim();
  }
}

/**
 * Whether every option says the same in a row, so that one line can say it. What users get and how long it takes is what people compare:
 * these two are never drawn together. Doing nothing counts only where the row asks something of it.
 */
export function sameForAll(columns: readonly Column[], row: Row): OptionState | undefined {
  if (row === "implications" || row === "effort" || row === "ready") return undefined;
  if (columns.some(({ kind }) => kind !== "read")) return undefined;
  const asked = columns
    .filter(({ doNothing }) => !doNothing || appliesToNothing(row))
    .flatMap((column) => optionOf(column) ?? []);
  const [first, ...others] = asked;
  if (first === undefined || others.length === 0) return undefined;
  const said = saidIn(first, row);
  return said !== undefined && others.every((other) => saidIn(other, row) === said) ? first : undefined;
}
