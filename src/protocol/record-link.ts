import * as z from "zod/mini";
import type { RecordId } from "../domain/ids.ts";

/** What the address of a record calls it. */
export const LinkedRecord = z.enum(["note", "date", "why", "retro"]);
export type LinkedRecord = z.infer<typeof LinkedRecord>;

/** The address that opens a record's page in VS Code, where the extension and the repository are. */
export const recordUri = (of: LinkedRecord, id: RecordId): string =>
  `vscode://sightline.sightline/${of}/${id}`;
