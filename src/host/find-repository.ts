import type { ChangeHistory } from "../app/change-history.ts";
import type { CodeHistory } from "../app/code-history.ts";
import type { CodeReader, Log, PrivateFiles, UserRepository } from "../app/ports.ts";
import { openSession } from "../app/open-session.ts";
import type { SessionPorts } from "../app/session-ports.ts";
import type { Store } from "../store/store.ts";
import type { FolderProblem } from "./problem.ts";
import type { FindRepository } from "./sessions.ts";

/** A repository as git gives it: extension.ts hands it in. */
export interface GitDoor {
  readonly user: UserRepository;
  readonly files: PrivateFiles;
  readonly history: CodeHistory;
  readonly changes: ChangeHistory;
  readonly openStore: (remote: string | undefined) => Store;
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

/** Finds the repository of a folder, and opens a session on it when asked to. */
export const findRepository =
  (
    openGit: OpenGit,
    gitPath: () => string | undefined,
    codeIn: (top: string) => CodeReader,
    ports: Omit<SessionPorts, "openStore" | "user" | "files" | "history" | "changes" | "code">,
  ): FindRepository =>
  async (folder) => {
    const opened = await openGit(folder, { gitPath: gitPath(), log: ports.log });
    if (opened.kind !== "opened") return opened;
    const { user, files, history, changes, openStore } = opened.door;
    const code = codeIn(user.top);
    const open = () => openSession({ ...ports, openStore, user, files, history, changes, code });
    return { kind: "found", repository: { top: user.top, user, code, open } };
  };
