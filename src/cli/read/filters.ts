import * as z from "zod/mini";
import { refuse, succeed } from "../../base/result.ts";
import { isClosed } from "../../domain/note-status.ts";
import type { NoteStatus } from "../../domain/note-status.ts";
import type { NoteKind } from "../../domain/words.ts";
import type { NoteRow } from "../../protocol/panel-state.ts";
import { pathFromTop } from "../path-here.ts";
import { readWord } from "./values.ts";
import type { Read, Reading } from "./values.ts";
import { kinds, statuses } from "./word-table.ts";
import type { WordTable } from "./word-table.ts";

/** The options that choose notes. There is none by person but oneself, and none will come. */
export const FilterOptions = z.object({
  status: z._default(z.array(z.string()), []),
  kind: z._default(z.array(z.string()), []),
  folder: z._default(z.array(z.string()), []),
  search: z.optional(z.string()),
  mine: z._default(z.boolean(), false),
  waiting: z._default(z.boolean(), false),
});
export type FilterOptions = z.infer<typeof FilterOptions>;

/** They, as far as they can be understood without a repository. */
export interface ReadFilter {
  readonly options: FilterOptions;
  readonly statuses: readonly NoteStatus[];
  readonly kinds: readonly NoteKind[];
}

export function readFilter(options: FilterOptions, reading: Reading): Read<ReadFilter> {
  const status = readAll<NoteStatus>(reading, "--status", statuses, options.status);
  if (!status.ok) return status;
  const kind = readAll<NoteKind>(reading, "--kind", kinds, options.kind);
  return kind.ok ? succeed({ options, statuses: status.value, kinds: kind.value }) : kind;
}

/** Whether a note is one of those that were asked for. Folders are seen from `folder`. */
export async function matcher(
  { options, statuses: status, kinds: kind }: ReadFilter,
  top: string,
  folder: string,
): Promise<Read<(row: NoteRow) => boolean>> {
  const folders: string[] = [];
  for (const typed of options.folder) {
    const path = await pathFromTop(top, folder, typed);
    if (path === undefined) return refuse({ kind: "outsideFolder", folder: typed });
    folders.push(path);
  }
  const words = (options.search ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return succeed(
    (row) =>
      (status.length === 0 || status.includes(row.status)) &&
      (kind.length === 0 || kind.includes(row.kind)) &&
      (folders.length === 0 || folders.some((wanted) => row.folders.some((path) => isUnder(wanted, path)))) &&
      words.every((word) => row.searchText.includes(word)) &&
      (!options.mine || row.mine) &&
      (!options.waiting || row.waitsForMe),
  );
}

export const isOpen = (row: NoteRow): boolean => !isClosed(row.status);

const isUnder = (folder: string, path: string): boolean =>
  folder === "" || path === folder || path.startsWith(`${folder}/`);

function readAll<Value extends string>(
  reading: Reading,
  option: string,
  words: WordTable<Value>,
  texts: readonly string[],
): Read<readonly Value[]> {
  const values: Value[] = [];
  for (const text of texts) {
    const value = readWord(reading, option, words)(text);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return succeed(values);
}
