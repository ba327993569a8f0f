import { isAbsolute, join, relative } from "node:path";
import { simpleGit } from "simple-git";
import type { SimpleGit } from "simple-git";
import type { ChangeHistory } from "../app/change-history.ts";
import type { CodeHistory } from "../app/code-history.ts";
import type { CodeReader, Head, RemoteInfo, Tracking } from "../app/ports.ts";
import type { Person } from "../domain/person.ts";
import { ask } from "./ask.ts";
import { isIgnored } from "./commands/is-ignored.ts";
import { isTracked } from "./commands/is-tracked.ts";
import { listSettings } from "./commands/list-settings.ts";
import { listPaths } from "./commands/list-paths.ts";
import { readHeadBranch, readHeadCommit } from "./commands/read-head.ts";
import { diskCode } from "./disk-code.ts";
import { fixedEnvironment } from "./fixed-environment.ts";
import { GitChangeHistory } from "./git-change-history.ts";
import { GitCodeHistory } from "./git-code-history.ts";
import type { Git } from "./git.ts";
import type { GitRepository } from "./git-repository.ts";
import type { ObjectFormat } from "./object-id.ts";
import type { Place, Setting } from "./place.ts";
import { shownUrl } from "./remote-url.ts";

/** Longest name or address that is taken from git's configuration, in characters: as a Person has it. */
const MAX_NAME_LENGTH = 500;

/** Answers take milliseconds; a network drive that has to wake up, seconds. */
const LIMIT_MS = 30_000;

export class GitUserRepository implements GitRepository {
  readonly git: Git;
  readonly top: string;
  readonly commonFolder: string;
  readonly storeFolder: string;
  readonly objectFormat: ObjectFormat;
  readonly code: CodeReader;
  readonly history: CodeHistory;
  readonly changes: ChangeHistory;
  readonly #place: Place;

  constructor(found: {
    git: Git;
    top: string;
    commonFolder: string;
    storeFolder: string;
    objectFormat: ObjectFormat;
  }) {
    this.git = found.git;
    this.top = found.top;
    this.commonFolder = found.commonFolder;
    this.storeFolder = found.storeFolder;
    this.objectFormat = found.objectFormat;
    this.code = diskCode(found.top);
    this.history = new GitCodeHistory(found);
    this.changes = new GitChangeHistory(found);
    this.#place = { kind: "user", folder: found.top };
  }

  async identity(): Promise<Person | undefined> {
    const name = await this.#setting("user.name");
    if (name === "") return undefined;
    return { name, email: await this.#setting("user.email") };
  }

  async remotes(): Promise<readonly RemoteInfo[]> {
    const remotes = await this.#simple().getRemotes(true);
    return remotes.flatMap(({ name, refs }) =>
      refs.push === "" ? [] : [{ name, url: shownUrl(refs.push) }],
    );
  }

  settings(): Promise<readonly Setting[]> {
    return ask(this.git, this.#place, listSettings());
  }

  async head(): Promise<Head> {
    return {
      commit: await ask(this.git, this.#place, readHeadCommit()),
      branch: await ask(this.git, this.#place, readHeadBranch()),
    };
  }

  async tracking(path: string): Promise<Tracking> {
    const inside = this.#inside(path);
    if (inside === undefined) return "outside";
    if (await ask(this.git, this.#place, isTracked(inside))) return "tracked";
    const ignored = await ask(this.git, this.#place, isIgnored(inside));
    if (ignored === "outside") return "outside";
    return ignored ? "ignored" : "untracked";
  }

  async files(): Promise<readonly string[]> {
    const commit = await ask(this.git, this.#place, readHeadCommit());
    return commit === undefined ? [] : await ask(this.git, this.#place, listPaths(commit));
  }

  /** The path from the top as git writes it; undefined where it leads out of the work tree, into git's own folder, or nowhere. */
  #inside(path: string): string | undefined {
    if (path === "" || path.includes("\0") || isAbsolute(path)) return undefined;
    const inside = relative(this.top, join(this.top, path)).replaceAll(
      "\\",
      process.platform === "win32" ? "/" : "\\",
    );
    const segments = inside.split("/");
    if (inside === "" || segments[0] === ".." || segments.some((name) => name.toLowerCase() === ".git")) {
      return undefined;
    }
    return inside;
  }

  async #setting(name: string): Promise<string> {
    const { value } = await this.#simple().getConfig(name);
    return (value ?? "").trim().slice(0, MAX_NAME_LENGTH);
  }

  /**
   * simple-git, for questions whose answer is short text and that start nothing else. It drops every GIT_ variable but those named here, and
   * takes the path of git we found although it has characters it would rather not see, as in "Program Files".
   */
  #simple(): SimpleGit {
    const environment = fixedEnvironment(this.git.environment);
    return simpleGit({
      baseDir: this.top,
      binary: this.git.path,
      maxConcurrentProcesses: 2,
      timeout: { block: LIMIT_MS },
      // Left alone it takes an answer for complete 50 ms after git has ended, read or not: on a busy machine a repository then has no remote.
      completion: { onClose: true, onExit: false },
      allowEnvironment: Object.keys(environment).filter((name) => name.startsWith("GIT_")),
      // It takes names such as GIT_PAGER for dangerous whatever they hold; what they hold is ours, or what git itself honours.
      unsafe: {
        allowUnsafeCustomBinary: true,
        allowUnsafeConfigPaths: true,
        allowUnsafeEditor: true,
        allowUnsafeExec: true,
        allowUnsafePager: true,
      },
    }).env(environment);
  }
}
