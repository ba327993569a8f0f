import * as z from "zod/mini";
import { UnreadRecord } from "./list-document.ts";
import { NoteObject } from "./note-document.ts";

/** What `export --format json` prints. */
export const ExportDocument = z.strictObject({
  format: z.literal(1),
  notes: z.array(NoteObject),
  unread: z.array(UnreadRecord),
});
export type ExportDocument = z.infer<typeof ExportDocument>;
