import * as z from "zod/mini";
import { Day, Moment } from "../../domain/dates.ts";
import { RecordId } from "../../domain/ids.ts";
import { NoteKind } from "../../domain/words.ts";
import { NoteBadge, NoteStatus } from "../../protocol/panel-state.ts";

export const ListedNote = z.strictObject({
  id: RecordId,
  title: z.string(),
  kind: NoteKind,
  status: NoteStatus,
  badges: z.array(NoteBadge),
  /** Empty: nobody has written it yet. */
  impact: z.string(),
  neededBy: z.nullable(Day),
  /** Folders that hold its places, from the top of the repository; "" is the top. */
  folders: z.array(z.string()),
  /** Opened or looked after by you. */
  mine: z.boolean(),
  waitsForMe: z.boolean(),
  /** When anything was last said. */
  changed: Moment,
});
export type ListedNote = z.infer<typeof ListedNote>;

/** A record that this version can't show as a note; its lines are kept. */
export const UnreadRecord = z.strictObject({
  id: RecordId,
  kind: z.enum(["newer", "unreadable"]),
  why: z.string(),
});
export type UnreadRecord = z.infer<typeof UnreadRecord>;

/** What `list` prints with `--json`. */
export const ListDocument = z.strictObject({
  format: z.literal(1),
  notes: z.array(ListedNote),
  /** Closed notes that match and were left out, as nobody asked for them. */
  closedLeftOut: z.int().check(z.gte(0)),
  unread: z.array(UnreadRecord),
});
export type ListDocument = z.infer<typeof ListDocument>;
