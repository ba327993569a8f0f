import { hash, randomBytes } from "node:crypto";
import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as z from "zod/mini";
import type { RecordAddress } from "../app/record-address.ts";
import { parseRecordAddress } from "../app/record-address.ts";
import type { KnownRecord, RecordShelf } from "../app/record-shelf.ts";
import { refuse, succeed } from "../base/result.ts";
import { isRefusedBySystem, hasCode, makeFolder, syncFolder, writeDurably } from "./durable-file.ts";
import { ObjectFormat } from "./object-id.ts";

const FILE = "record.json";

/** What is kept of a record beside its store. */
const Kept = z.object({
  url: z.string().check(z.maxLength(2000)),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  objectFormat: ObjectFormat,
});

const folderName = /^[0-9a-f]{32}$/;

/** The folder of a record: named by its address, so that opening it twice finds the same. */
export const recordFolder = (shelf: string, id: string): string => join(shelf, id);

/** Records in the folders of `path`, each with the file that says what it is. Nothing is made before the first is kept. */
export const openRecordShelf = (path: string): RecordShelf => ({
  list: async () => {
    const names = await readdir(path).catch((error: unknown) => {
      if (hasCode(error, "ENOENT", "ENOTDIR")) return [];
      throw error;
    });
    const found = await Promise.all(
      names.filter((name) => folderName.test(name)).map((id) => read(path, id)),
    );
    return found
      .flatMap((record) => record ?? [])
      .sort((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
  },
  keep: async (address, name, objectFormat) => {
    const id = idOf(address);
    const { url, host } = address;
    try {
      await makeFolder(recordFolder(path, id), 0o700);
      await writeFile(recordFolder(path, id), JSON.stringify({ url, name, objectFormat }));
      return succeed({ id, url, host, name, objectFormat });
    } catch (error) {
      if (!isRefusedBySystem(error)) throw error;
      return refuse({ detail: error.message });
    }
  },
  forget: async (id) => {
    if (!folderName.test(id)) throw new Error(`no record's folder: ${id}`);
    // Half of it removed is no record any more.
    await rm(join(recordFolder(path, id), FILE), { force: true });
    await rm(recordFolder(path, id), { recursive: true, force: true, maxRetries: 5 });
  },
});

const idOf = ({ key }: RecordAddress): string => hash("sha256", key, "hex").slice(0, 32);

/** Undefined for what is no record, or was changed by hand into what would be refused when typed. */
async function read(path: string, id: string): Promise<KnownRecord | undefined> {
  const text = await readFile(join(recordFolder(path, id), FILE), "utf8").catch(() => undefined);
  const kept = Kept.safeParse(parsed(text)).data;
  if (kept === undefined) return undefined;
  const address = parseRecordAddress(kept.url);
  if (address.kind !== "address" || idOf(address.address) !== id) return undefined;
  const { url, host } = address.address;
  return { id, url, host, name: kept.name, objectFormat: kept.objectFormat };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

async function writeFile(folder: string, text: string): Promise<void> {
  const unfinished = join(folder, `.unfinished-${randomBytes(8).toString("hex")}`);
  const handle = await open(unfinished, "wx", 0o600);
  try {
    await writeDurably(handle, Buffer.from(text, "utf8"));
  } finally {
    await handle.close();
  }
  await rename(unfinished, join(folder, FILE));
  await syncFolder(folder);
  await syncFolder(dirname(folder));
}
