import { CsvError, parse } from "csv-parse/sync";
import * as z from "zod/mini";
import type { DateInFile } from "../../app/roadmap/import-plan.ts";
import { uidOf } from "../../app/roadmap/import-plan.ts";
import { plainText } from "../../base/plain-text.ts";
import { Day } from "../../domain/dates.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import type { Firmness } from "../../domain/words.ts";

/** The headings that are understood, in English and French, whatever their case. The first is the one that is written. */
const headings = {
  title: ["title", "titre", "name", "nom", "milestone", "jalon", "summary"],
  day: ["date", "day", "jour", "due", "due date", "échéance", "start"],
  promisedTo: ["promised to", "promise à", "promisedto"],
  firmness: ["can it move?", "peut-elle bouger ?", "fixed or target", "firmness"],
  whyThisDate: ["why this date can't move", "pourquoi cette date ne peut pas bouger", "why", "pourquoi"],
  uid: ["uid", "id"],
} as const;
type Column = keyof typeof headings;
const columns = Object.keys(headings) as readonly Column[];

const Cells = z.array(z.array(z.string()));

/**
 * The dates of a table (CSV, RFC 4180; also with semicolons or tabs between the cells, as spreadsheets outside of English write it). Undefined
 * where it is none, or has no columns for a title and a date. Rows without either are passed over; days are written 2027-03-31, or 31.3.2027 and
 * 31/03/2027, with the day first.
 */
export function datesInCsv(text: string): readonly DateInFile[] | undefined {
  const rows = cellsOf(text);
  const [head, ...rest] = rows ?? [];
  if (head === undefined) return undefined;
  const at = new Map<Column, number>();
  for (const column of columns) {
    const names: readonly string[] = headings[column];
    const index = head.findIndex((cell) => names.includes(cell.trim().toLowerCase()));
    if (index !== -1) at.set(column, index);
  }
  if (!at.has("title") || !at.has("day")) return undefined;
  return rest.flatMap((row): DateInFile[] => {
    const cell = (column: Column) => withoutGuard(row[at.get(column) ?? -1]?.trim() ?? "");
    const day = dayIn(cell("day"));
    const title = cell("title");
    if (title === "" || day === undefined) return [];
    return [
      {
        title,
        day,
        uid: cell("uid") || undefined,
        promisedTo: cell("promisedTo") || undefined,
        firmness: firmnessIn(cell("firmness")),
        whyThisDate: cell("whyThisDate") || undefined,
      },
    ];
  });
}

function cellsOf(text: string): readonly (readonly string[])[] | undefined {
  // What stands most often in the first line separates: spreadsheets write semicolons where the comma is in numbers.
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = [",", ";", "\t"].reduce((most, one) =>
    first.split(one).length > first.split(most).length ? one : most,
  );
  try {
    const read: unknown = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return Cells.parse(read);
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Undefined where it is no day that there is. */
function dayIn(text: string): Day | undefined {
  const written = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const iso =
    written === null
      ? text.slice(0, 10)
      : `${written[3] ?? ""}-${(written[2] ?? "").padStart(2, "0")}-${(written[1] ?? "").padStart(2, "0")}`;
  return Day.safeParse(iso).data;
}

const firmnessIn = (text: string): Firmness | undefined => {
  const word = text.toLowerCase();
  if (["fixed", "fixe"].includes(word)) return "fixed";
  return ["target", "visée", "cible"].includes(word) ? "target" : undefined;
};

// A spreadsheet runs what begins like a formula, also when it came from a file (OWASP, CSV Injection): an apostrophe in front keeps it text.
// One more goes before those that somebody wrote themselves, so that what comes back is what was written.
const formula = /^'*[=+\-@\t\r]/;
const withoutGuard = (cell: string): string => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell);

/** Dates as a table: a row of headings, CRLF at the ends of lines, every cell in quotes. No cell is a formula. */
export function csvOfDates(milestones: readonly Milestone[]): string {
  const rows = milestones.map((milestone) => {
    const { title, promisedTo, firmness, whyThisDate } = milestone.fields;
    return [
      title.value,
      milestone.day,
      promisedTo.value,
      firmness.value,
      whyThisDate.value,
      uidOf(milestone),
    ];
  });
  return [columns.map((column) => headings[column][0]), ...rows]
    .map((row) => `${row.map(quoted).join(",")}\r\n`)
    .join("");
}

function quoted(text: string): string {
  const plain = plainText(text);
  return `"${(formula.test(plain) ? `'${plain}` : plain).replaceAll('"', '""')}"`;
}
