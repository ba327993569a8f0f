import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChangeHistory, CodeCommit, LineRange, Reading, ReadOptions } from "../app/change-history.ts";
import type { Cancel } from "../base/cancel.ts";
import { attempt, GitFailed } from "./ask.ts";
import { withBorrowedObjects } from "./borrowed-objects.ts";
import type { GitCommand } from "./command.ts";
import { listTouched, logCommits, logFile, logLines } from "./commands/log-changes.ts";
import type { LogEnd, LogOptions, Renames } from "./commands/log-changes.ts";
import type { AskedRepository } from "./git-code-history.ts";
import { isObjectId } from "./object-id.ts";

/** A person waits for it and may stop it: two minutes is where a history is too long rather than slow. */
const LIMIT_MS = 120_000;

/** The changes of the user's code, from git. Throws {@link GitFailed} where git can't be run at all. */
export class GitChangeHistory implements ChangeHistory {
  readonly #repository: AskedRepository;
  readonly #authorOf = numbered();

  constructor(repository: AskedRepository) {
    this.#repository = repository;
  }

  commits(
    head: string,
    { since, most }: { readonly since?: number | undefined; readonly most: number },
    each: (commit: CodeCommit) => void,
    options: ReadOptions = {},
  ): Promise<Reading> {
    return this.#log(head, each, options, (log, renames) => logCommits(head, { since, most, renames }, log));
  }

  commitsOf(
    head: string,
    path: string,
    each: (commit: CodeCommit) => void,
    options: ReadOptions = {},
  ): Promise<Reading> {
    if (!isAskable(path)) return Promise.resolve({ kind: "notHere" });
    return this.#log(head, each, options, (log, renames) => logFile(head, path, renames, log));
  }

  commitsOfLines(
    head: string,
    path: string,
    lines: LineRange,
    each: (commit: CodeCommit) => void,
    options: ReadOptions = {},
  ): Promise<Reading> {
    const areLines = lines.startLine >= 1 && lines.endLine >= lines.startLine;
    if (!isAskable(path) || !areLines) return Promise.resolve({ kind: "notHere" });
    return this.#log(head, each, options, (log) => logLines(head, path, lines, log));
  }

  async filesOf(
    commits: readonly string[],
    each: (commit: string, paths: readonly string[]) => void,
    { signal }: ReadOptions = {},
  ): Promise<Reading> {
    signal?.throwIfAborted();
    if (!commits.every(isObjectId)) return { kind: "notHere" };
    const boundary = await this.#boundary();
    const asked = commits.filter((commit) => !boundary.has(commit));
    if (asked.length === 0) return { kind: "read", cut: boundary.size > 0 };
    return await this.#read(listTouched(asked, each, LIMIT_MS), boundary, signal);
  }

  /**
   * Renames are found by content first, and where a clone lacks contents by the objects' ids. The second log comes in the same order: what was
   * handed over by the first is not handed over again.
   */
  async #log(
    head: string,
    each: (commit: CodeCommit) => void,
    { signal }: ReadOptions,
    command: (log: LogOptions, renames: Renames) => GitCommand<LogEnd>,
  ): Promise<Reading> {
    signal?.throwIfAborted();
    if (!isObjectId(head)) return { kind: "notHere" };
    const boundary = await this.#boundary();
    let given = 0;
    let isSecond = false;
    let skipped = 0;
    const log = {
      limitMs: LIMIT_MS,
      boundary,
      authorOf: this.#authorOf,
      each: (commit: CodeCommit) => {
        if (isSecond && skipped < given) {
          skipped += 1;
          return;
        }
        if (!isSecond) given += 1;
        each(commit);
      },
    };
    const similar = await this.#read(command(log, "similar"), boundary, signal);
    if (similar.kind !== "notHere") return similar;
    isSecond = true;
    return await this.#read(command(log, "equal"), boundary, signal);
  }

  async #read(
    command: GitCommand<LogEnd>,
    boundary: ReadonlySet<string>,
    signal: Cancel | undefined,
  ): Promise<Reading> {
    const answered = await withBorrowedObjects(this.#repository, ({ place, environment }) =>
      attempt(this.#repository.git, place, command, { signal, environment }),
    );
    signal?.throwIfAborted();
    switch (answered.kind) {
      case "answered":
        return answered.answer === "read" ? { kind: "read", cut: boundary.size > 0 } : { kind: "notHere" };
      case "stopped":
        if (answered.why === "timedOut") return { kind: "tooLong" };
        throw new GitFailed(command.args, `${answered.why}: ${answered.detail}`);
      case "refused":
        throw new GitFailed(command.args, `exit ${answered.exit}: ${answered.detail}`);
      case "notStarted":
        throw new GitFailed(command.args, answered.detail);
    }
  }

  /** The commits at which a shallow clone's history ends (gitrepository-layout(5)). */
  async #boundary(): Promise<ReadonlySet<string>> {
    try {
      const text = await readFile(join(this.#repository.commonFolder, "shallow"), "utf8");
      return new Set(text.split("\n").filter(isObjectId));
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Set();
      throw error;
    }
  }
}

/** Numbers people as they come. A name or an address goes no further than this. */
function numbered(): (address: string, name: string) => number | undefined {
  const known = new Map<string, number>();
  return (address, name) => {
    // The git hosts mark their programs so.
    if (`${address} ${name}`.includes("[bot]")) return undefined;
    const key = (address === "" ? name : address).toLowerCase();
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
}

/** Whether a path can be one of git's: no others are asked for. */
const isAskable = (path: string): boolean =>
  !path.includes("\0") && path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
