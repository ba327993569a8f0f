import * as z from "zod/mini";
import { NowGroup, NowRow } from "./panel-state.ts";

/** What became of a list of rows: those to take out, by key, and those to put in, each at its place in the new list. */
export const NowChange = z.object({
  removed: z.array(z.string()),
  put: z.array(z.object({ at: z.int().check(z.gte(0)), row: NowRow })),
});
export type NowChange = z.infer<typeof NowChange>;

/** Rows of each group that are not sent, as the list is long. Absent: none. */
export const MoreNow = z.partialRecord(NowGroup, z.int().check(z.gte(1)));
export type MoreNow = z.infer<typeof MoreNow>;

/** Rows a group is sent with: more are not read one by one. */
export const MOST_NOW_ROWS = 200;

/** The first rows of each group, and how many others there are. */
export function firstOfEachGroup(rows: readonly NowRow[]): {
  readonly now: NowRow[];
  readonly moreNow?: MoreNow;
} {
  const counts = new Map<NowRow["group"], number>();
  const now = rows.filter(({ group }) => {
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= MOST_NOW_ROWS;
  });
  const more = [...counts].filter(([, count]) => count > MOST_NOW_ROWS);
  return more.length === 0
    ? { now }
    : { now, moreNow: Object.fromEntries(more.map(([group, count]) => [group, count - MOST_NOW_ROWS])) };
}

/** Rows put in beyond which the whole list is the simpler message. */
const MAX_PUT = 50;

/**
 * How `after` came from `before`; undefined where the whole list is to be sent: much is new, or what stayed changed its order. A row is the same
 * while it is the same object.
 */
export function nowChange(before: readonly NowRow[], after: readonly NowRow[]): NowChange | undefined {
  const had = new Set(before);
  const has = new Set(after);
  const put = after.flatMap((row, at) => (had.has(row) ? [] : [{ at, row }]));
  if (put.length > MAX_PUT) return undefined;
  const stayed = before.filter((row) => has.has(row));
  const stay = after.filter((row) => had.has(row));
  if (stayed.some((row, at) => row !== stay[at])) return undefined;
  return { removed: before.flatMap((row) => (has.has(row) ? [] : [row.key])), put };
}

/** The list after the change. */
export function withNowChange(rows: readonly NowRow[], { removed, put }: NowChange): readonly NowRow[] {
  const gone = new Set(removed);
  const next = rows.filter(({ key }) => !gone.has(key));
  for (const { at, row } of put) next.splice(at, 0, row);
  return next;
}
