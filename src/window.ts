import type { ExtensionContext } from "vscode";
import { knownAuthor } from "./app/author.ts";
import type { CodeHistory } from "./app/code-history.ts";
import type { ChangeHistory } from "./app/change-history.ts";
import type { CodeReader, UserRepository } from "./app/ports.ts";
import { recordStorage } from "./git/compact-store.ts";
import { findGit } from "./git/find-git.ts";
import type { StoreHome } from "./git/git-repository.ts";
import { openGitStore } from "./git/git-store.ts";
import { lookUpRecord } from "./git/look-up-record.ts";
import { openRepository } from "./git/open-repository.ts";
import { openPrivateFiles } from "./git/private-files.ts";
import { RecordRepository } from "./git/record-repository.ts";
import { openRecordShelf, recordFolder } from "./git/record-shelf.ts";
import { DEFAULT_BRANCH } from "./app/session-ports.ts";
import type { GitDoor, GitSettings, OpenGit, RecordDoor } from "./host/find-repository.ts";
import type { Started, Views } from "./host/register.ts";
import { start } from "./host/start.ts";

/** Hands git to the host, which knows it by its ports alone. */
export const open = (context: ExtensionContext, views: Views): Started =>
  start(context, views, { openGit, records: recordsIn(`${context.globalStorageUri.fsPath}/records`) });

const openGit: OpenGit = async (folder, settings) => {
  const git = await findGit({ path: settings.gitPath });
  if (git.kind !== "found") return git;
  const opened = await openRepository(git.git, folder);
  return opened.kind === "opened" ? { kind: "opened", door: doorTo(opened.repository, settings) } : opened;
};

/** Records that were opened by their address, kept in a folder of the extension's own. */
const recordsIn = (shelf: string): RecordDoor => ({
  shelf: openRecordShelf(shelf),
  folderOf: ({ id }) => recordFolder(shelf, id),
  lookUp: async (address, { gitPath }, signal) => {
    const git = await findGit({ path: gitPath });
    return git.kind === "found" ? await lookUpRecord(git.git, shelf, address, DEFAULT_BRANCH, signal) : git;
  },
  open: async (record, settings) => {
    const git = await findGit({ path: settings.gitPath });
    if (git.kind !== "found") return git;
    const repository = new RecordRepository(git.git, record, recordFolder(shelf, record.id));
    return { kind: "opened", door: doorTo(repository, settings) };
  },
});

interface Repository extends UserRepository, StoreHome {
  readonly top: string;
  readonly code: CodeReader;
  readonly history: CodeHistory;
  readonly changes: ChangeHistory;
}

function doorTo(repository: Repository, { log }: GitSettings): GitDoor {
  const files = openPrivateFiles(repository.storeFolder);
  const author = knownAuthor({ user: repository, files });
  const openStore = (remote: string | undefined) =>
    openGitStore(repository, { author, remote, log: (line) => log.info(line) });
  const { code, history, changes } = repository;
  return { user: repository, files, code, history, changes, openStore, storage: recordStorage(repository) };
}
