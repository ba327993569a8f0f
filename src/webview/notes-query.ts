import * as z from "zod/mini";
import { RecordId } from "../domain/ids.ts";
import { isClosed } from "../domain/note-status.ts";
import { NoteKind } from "../domain/words.ts";
import { NoteStatus } from "../protocol/panel-state.ts";
import type { NoteRow } from "../protocol/panel-state.ts";

/** What is looked for in the list of notes. An absent filter lets everything through. */
export const NotesQuery = z.object({
  search: z.string().check(z.maxLength(1000)),
  /** "open" is everything that is neither done nor closed otherwise. */
  status: z.optional(z.union([NoteStatus, z.literal("open")])),
  kind: z.optional(NoteKind),
  folder: z.optional(z.string()),
  /** A date of the roadmap that it puts at risk. */
  milestone: z.optional(RecordId),
  repository: z.optional(z.string()),
  mine: z.boolean(),
  waitsForMe: z.boolean(),
  order: z.enum(["changed", "neededBy", "title"]),
});
export type NotesQuery = z.infer<typeof NotesQuery>;

export const EVERYTHING: NotesQuery = { search: "", mine: false, waitsForMe: false, order: "changed" };

export const isFiltering = (query: NotesQuery): boolean =>
  query.search.trim() !== "" ||
  query.status !== undefined ||
  query.kind !== undefined ||
  query.folder !== undefined ||
  query.milestone !== undefined ||
  query.repository !== undefined ||
  query.mine ||
  query.waitsForMe;

/** Lower case without accents: who looks for "paiement retarde" finds "Paiement retardé". */
const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

/** Works something out once for a row: ten thousand of them are looked through at every key. */
function oncePerRow<Value>(work: (row: NoteRow) => Value): (row: NoteRow) => Value {
  const known = new WeakMap<NoteRow, { readonly value: Value }>();
  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found.value;
    const value = work(row);
    known.set(row, { value });
    return value;
  };
}

const foldedTitle = oncePerRow(({ title }) => folded(title));
const changedAt = oncePerRow(({ changed }) => Date.parse(changed));

interface Searched {
  readonly row: NoteRow;
  readonly text: string;
}
const searched = oncePerRow((row): Searched => ({ row, text: folded(row.searchText) }));

/** The last list in each order: it is put in order when it changes, not at every key. */
const inOrder = new Map<
  NotesQuery["order"],
  { readonly of: readonly NoteRow[]; readonly rows: readonly Searched[] }
>();

function sorted(rows: readonly NoteRow[], order: NotesQuery["order"]): readonly Searched[] {
  const known = inOrder.get(order);
  if (known?.of === rows) return known.rows;
  const made = [...rows].sort(orders[order]).map(searched);
  inOrder.set(order, { of: rows, rows: made });
  return made;
}

/** The rows that fit, in the order asked for. Every word of the search has to be somewhere in the row. */
export function matchingNotes(rows: readonly NoteRow[], query: NotesQuery): NoteRow[] {
  const words = folded(query.search).split(/\s+/).filter(Boolean);
  const found: NoteRow[] = [];
  for (const { row, text } of sorted(rows, query.order))
    if (words.every((word) => text.includes(word)) && passes(row, query)) found.push(row);
  return found;
}

const passes = (row: NoteRow, query: NotesQuery): boolean =>
  (query.status === undefined ||
    (query.status === "open" ? !isClosed(row.status) : row.status === query.status)) &&
  (query.kind === undefined || row.kind === query.kind) &&
  (query.repository === undefined || row.repository === query.repository) &&
  (query.milestone === undefined || row.milestones.includes(query.milestone)) &&
  (query.folder === undefined || isInFolder(row, query.folder)) &&
  (!query.mine || row.mine) &&
  (!query.waitsForMe || row.waitsForMe);

const isInFolder = ({ folders }: NoteRow, folder: string): boolean =>
  folders.some((one) => one === folder || folder === "" || one.startsWith(`${folder}/`));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byId = (one: NoteRow, other: NoteRow): number => compare(one.id, other.id);
const openFirst = (one: NoteRow, other: NoteRow): number =>
  Number(isClosed(one.status)) - Number(isClosed(other.status));

const orders: Readonly<Record<NotesQuery["order"], (one: NoteRow, other: NoteRow) => number>> = {
  changed: (one, other) => openFirst(one, other) || changedAt(other) - changedAt(one) || byId(one, other),
  neededBy: (one, other) =>
    openFirst(one, other) ||
    compare(one.neededBy ?? "9999", other.neededBy ?? "9999") ||
    compare(one.title, other.title) ||
    byId(one, other),
  title: (one, other) => compare(foldedTitle(one), foldedTitle(other)) || byId(one, other),
};

/** Of the last list: it is asked for with every key. */
let folders: { readonly of: readonly NoteRow[]; readonly names: readonly string[] } | undefined;

/** Every folder that holds a place of some note, and the folders above it, sorted. */
export function foldersOf(rows: readonly NoteRow[]): readonly string[] {
  if (folders?.of !== rows) folders = { of: rows, names: everyFolder(rows) };
  return folders.names;
}

function everyFolder(rows: readonly NoteRow[]): string[] {
  const every = new Set<string>();
  for (const folder of new Set(rows.flatMap((row) => row.folders))) {
    const parts = folder.split("/");
    for (let length = 1; length <= parts.length; length++) every.add(parts.slice(0, length).join("/"));
  }
  every.delete("");
  return [...every].sort();
}
