import * as z from "zod/mini";
import { Moment } from "../domain/dates.ts";
import type { Log, PrivateFiles } from "./ports.ts";
import { NotWritable, readPrivate, writePrivate } from "./private-json.ts";

const FILE = "sync.json";

/** When this clone last had everything the remote has, and when it last pushed: for all of its windows. */
const SyncMemory = z.object({
  synced: z.optional(Moment),
  pushed: z.optional(Moment),
  /** The remote let this person read and refused a push; gone once it took one. */
  refused: z.optional(z.object({ reason: z.enum(["mayNotPush", "refusedByRule"]), detail: z.string() })),
});
export type SyncMemory = z.infer<typeof SyncMemory>;

export const readSyncMemory = async (files: PrivateFiles): Promise<SyncMemory> =>
  (await readPrivate(files, FILE, SyncMemory)) ?? {};

/** Keeps what is given. That it can't be kept is no reason to call a sync failed. */
export async function keepSyncMemory(files: PrivateFiles, change: SyncMemory, log: Log): Promise<void> {
  try {
    await writePrivate(files, FILE, { ...(await readSyncMemory(files)), ...change });
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    log.warn("when this clone was last synced could not be kept", error);
  }
}
