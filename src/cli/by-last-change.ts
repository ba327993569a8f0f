import type { NoteRow } from "../protocol/panel-state.ts";

/** What was changed last comes first; for reading only, as clocks differ. */
export const byLastChange = (one: NoteRow, other: NoteRow): number =>
  Date.parse(other.changed) - Date.parse(one.changed) || (one.id < other.id ? -1 : 1);
