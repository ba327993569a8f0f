import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { knownAuthor } from "../../src/app/author.ts";
import { openSession } from "../../src/app/open-session.ts";
import { parseRecordAddress } from "../../src/app/record-address.ts";
import type { RecordAddress } from "../../src/app/record-address.ts";
import type { KnownRecord, RecordLookUp } from "../../src/app/record-shelf.ts";
import type { SessionPorts } from "../../src/app/session-ports.ts";
import type { Session } from "../../src/app/session.ts";
import { noCode } from "../../src/app/without-code.ts";
import type { Git } from "../../src/git/git.ts";
import { openGitStore } from "../../src/git/git-store.ts";
import type { GitStoreOptions } from "../../src/git/git-store.ts";
import { lookUpRecord } from "../../src/git/look-up-record.ts";
import { openPrivateFiles } from "../../src/git/private-files.ts";
import { RecordRepository } from "../../src/git/record-repository.ts";
import { openRecordShelf, recordFolder } from "../../src/git/record-shelf.ts";
import type { Store } from "../../src/store/store.ts";
import { inEnglish } from "./app-world.ts";
import { FakeTime } from "./fake-time.ts";

/** A machine without a clone of the code: a shelf for records, and git. */
export interface RecordMachine {
  readonly git: Git;
  readonly shelf: string;
}

export function addressOf(url: string): RecordAddress {
  const parsed = parseRecordAddress(url);
  assert.ok(parsed.kind === "address", `refused: ${url}`);
  return parsed.address;
}

export const lookUp = (
  { git, shelf }: RecordMachine,
  url: string,
  signal = new AbortController().signal,
): Promise<RecordLookUp> => lookUpRecord(git, shelf, addressOf(url), "sightline", signal);

/** Makes room for the record at an address, which is there. */
export async function keepRecord(machine: RecordMachine, url: string, name = "shop"): Promise<KnownRecord> {
  const found = await lookUp(machine, url);
  assert.ok(found.kind === "found", `${found.kind}: ${JSON.stringify(found)}`);
  const kept = await openRecordShelf(machine.shelf).keep(addressOf(url), name, found.objectFormat);
  assert.ok(kept.ok);
  return kept.value;
}

export interface OpenedRecord {
  readonly session: Session;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Opens what is kept of a record, as a window does. */
export async function openKnown(
  { git, shelf }: RecordMachine,
  record: KnownRecord,
  more: Partial<SessionPorts> = {},
  options: Partial<GitStoreOptions> = {},
): Promise<OpenedRecord> {
  const folder = recordFolder(shelf, record.id);
  const repository = new RecordRepository(git, record, folder);
  const files = openPrivateFiles(repository.storeFolder);
  const stores: Store[] = [];
  const session = await openSession({
    openStore: (remote) => {
      const author = knownAuthor({ user: repository, files });
      const store = openGitStore(repository, { author, remote, ...options });
      stores.push(store);
      return store;
    },
    user: repository,
    files,
    code: noCode,
    history: repository.history,
    changes: repository.changes,
    clock: new FakeTime(),
    chance: { hex: (bytes) => randomBytes(bytes).toString("hex") },
    scheduler: { after: () => ({ dispose: () => undefined }) },
    wording: inEnglish,
    log: { info: () => undefined, warn: () => undefined },
    record,
    ...more,
  });
  const close = async () => {
    session.dispose();
    for (const store of stores) await store.dispose();
  };
  return { session, folder, close };
}

/** Says yes to what the command asks, and names whoever is here. */
export async function agree(session: Session, name?: string): Promise<void> {
  const { remote } = await session.consent();
  await session.setConsent("agreed", remote ?? assert.fail("a record has one remote"));
  if (name !== undefined) await session.setName(name);
}

export const machineIn = (folder: string, git: Git): RecordMachine => ({
  git,
  shelf: join(folder, "machine", "records"),
});
