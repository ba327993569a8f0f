import type { ChangeHistory } from "../app/change-history.ts";
import type { CodeHistory } from "../app/code-history.ts";
import type { CodeReader, Log, PrivateFiles, RecordStorage, UserRepository } from "../app/ports.ts";
import { openSession } from "../app/open-session.ts";
import type { SessionPorts } from "../app/session-ports.ts";
import type { RecordAddress } from "../app/record-address.ts";
import type { KnownRecord, RecordLookUp, RecordShelf } from "../app/record-shelf.ts";
import type { Store } from "../store/store.ts";
import type { FolderProblem } from "./problem.ts";
import type { FindRepository } from "./sessions.ts";

/** A repository as git gives it: extension.ts hands it in. */
export interface GitDoor {
  readonly user: UserRepository;
  readonly files: PrivateFiles;
  /** The files of its work tree on disk. */
  readonly code: CodeReader;
  readonly history: CodeHistory;
  readonly changes: ChangeHistory;
  readonly openStore: (remote: string | undefined) => Store;
  readonly storage?: RecordStorage | undefined;
}

export interface GitSettings {
  /** The program a person chose; undefined: the one that is found on the path. */
  readonly gitPath: string | undefined;
  readonly log: Log;
}

export type OpenGit = (
  folder: string,
  settings: GitSettings,
) => Promise<{ readonly kind: "opened"; readonly door: GitDoor } | FolderProblem>;

/** The way to records that were opened by their address: extension.ts hands it in. */
export interface RecordDoor {
  readonly shelf: RecordShelf;
  /** Where a record is kept, absolute. */
  readonly folderOf: (record: KnownRecord) => string;
  /** Asks an address whether there is a record. Fetches nothing. */
  readonly lookUp: (
    address: RecordAddress,
    settings: GitSettings,
    signal: AbortSignal,
  ) => Promise<RecordLookUp | FolderProblem>;
  /** Opens what is kept of a record; asks nobody. */
  readonly open: (
    record: KnownRecord,
    settings: GitSettings,
  ) => Promise<{ readonly kind: "opened"; readonly door: GitDoor } | FolderProblem>;
}

/** Finds the repository of a folder, or the record that is kept there, and opens a session on it when asked to. */
export const findRepository =
  (
    openGit: OpenGit,
    records: Pick<RecordDoor, "open">,
    gitPath: () => string | undefined,
    codeIn: (top: string, disk: CodeReader) => CodeReader,
    ports: Omit<SessionPorts, "openStore" | "user" | "files" | "history" | "changes" | "code" | "record">,
  ): FindRepository =>
  async (folder, record) => {
    const settings = { gitPath: gitPath(), log: ports.log };
    const opened = await (record === undefined ? openGit(folder, settings) : records.open(record, settings));
    if (opened.kind !== "opened") return opened;
    const { user, files, code: disk, history, changes, openStore, storage } = opened.door;
    const code = record === undefined ? codeIn(user.top, disk) : disk;
    const open = () =>
      openSession({ ...ports, openStore, storage, user, files, history, changes, code, record });
    return { kind: "found", repository: { top: user.top, user, code, open } };
  };
