import * as z from "zod/mini";
import type { Log, PrivateFiles, RecordStorage } from "./ports.ts";
import { NotWritable, readPrivate, writePrivate } from "./private-json.ts";
import { numberWords } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** From how many bytes on a record is worth a word: fetching it for the first time takes a while then. */
export const LARGE_BYTES = 50 * 1024 * 1024;

const FILE = "large.json";

/** How large the record was when a person was told. */
const Told = z.object({ bytes: z.int().check(z.gte(0)) });

/** How large the record is on this machine, where that is worth a word and was not said before. It is said again when it has doubled. */
export async function largeToTell(
  storage: Pick<RecordStorage, "bytes">,
  files: PrivateFiles,
  log: Log,
): Promise<number | undefined> {
  const bytes = await storage.bytes();
  if (bytes < LARGE_BYTES) return undefined;
  const told = (await readPrivate(files, FILE, Told))?.bytes ?? 0;
  if (bytes < 2 * told) return undefined;
  try {
    await writePrivate(files, FILE, { bytes });
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    log.warn("that the record is large will be said again", error);
  }
  return bytes;
}

/** For a terminal. */
export const largeWords = (bytes: number, wording: Wording): string =>
  wording.translate(
    "The record takes {n} MB on this machine. Nothing is wrong with it. Run sightline compact to make it smaller; nothing is lost.",
    { n: megabytes(bytes, wording) },
  );

export const megabytes = (bytes: number, wording: Wording): string =>
  numberWords(Math.ceil(bytes / 1024 / 1024), wording);
