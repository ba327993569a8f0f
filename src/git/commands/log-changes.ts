import type { CodeCommit, LineRange, TouchedFile } from "../../app/change-history.ts";
import { streamed } from "../command.ts";
import type { ObjectId } from "../object-id.ts";
import { NUL, Parts } from "../parts.ts";

/** Whether a log could be read to its end; "notHere" where it needs what this clone does not have, or names what no commit has. */
export type LogEnd = "read" | "notHere";

/** "similar" reads files that came and went together; "equal" goes by their ids, which are here in every clone. */
export type Renames = "similar" | "equal";

/** Renames among files that are not equal are looked for up to this many on either side of one commit (git's own limit for fifteen years). */
const RENAME_LIMIT = 400;

const renameOptions = (renames: Renames) => [
  renames === "similar" ? "--find-renames=50%" : "--find-renames=100%",
  `-l${RENAME_LIMIT}`,
];

/**
 * One record a commit: a byte that starts it, id, time, address, name; then the subject; then, with -z, a status and one or two paths for each
 * file (git-log(1), git-diff(1)). %aE and %aN go by the mailmap.
 */
const START = "\u0001";
const format = "--format=tformat:%x01%H %ct %aE%x00%aN%x00%s%x00";

/** Nothing that a repository or its attributes name is run for a log. */
const quiet = ["--no-merges", "--no-ext-diff", "--no-textconv", "--no-color", "--no-show-signature", "-z"];

export interface LogOptions {
  readonly limitMs: number;
  /** Commits at which the history is cut off: what they changed is not known. */
  readonly boundary: ReadonlySet<string>;
  /** A number for a person, by address and name; undefined for a program. */
  readonly authorOf: (address: string, name: string) => number | undefined;
  readonly each: (commit: CodeCommit) => void;
}

/** What each commit that leads to `head` did to files. */
export const logCommits = (
  head: ObjectId,
  range: { readonly since: number | undefined; readonly most: number; readonly renames: Renames },
  options: LogOptions,
) =>
  log(options, head, [
    "--name-status",
    ...renameOptions(range.renames),
    `--max-count=${range.most}`,
    // Of a day that has no time git takes the hour it is; a number of this size is always seconds.
    ...(range.since === undefined ? [] : [`--since=@${range.since}`]),
    head,
    "--",
  ]);

/**
 * What each commit that leads to `head` did to one file, under the names it had. git also follows a file to the one it was copied from: what that one went
 * through before is not this one's.
 */
export const logFile = (head: ObjectId, path: string, renames: Renames, options: LogOptions) =>
  log({ ...options, endsAtCopy: true }, head, [
    "--follow",
    "--name-status",
    ...renameOptions(renames),
    head,
    "--",
    path,
  ]);

/** The commits that changed some lines of a file of `head`. */
export const logLines = (
  head: ObjectId,
  path: string,
  { startLine, endLine }: LineRange,
  options: LogOptions,
) => log(options, head, [`-L${startLine},${endLine}:${path}`, "--no-patch", head]);

function log(
  options: LogOptions & { readonly endsAtCopy?: boolean },
  head: ObjectId,
  args: readonly string[],
) {
  return streamed<LogEnd>({
    // One person with two addresses is one person, where the repository says so.
    settings: [`mailmap.blob=${head}:.mailmap`],
    args: ["log", "--use-mailmap", format, ...quiet, ...args],
    limitMs: options.limitMs,
    okExit: [0, 128],
    reader: () => {
      const reader = new LogReader(options);
      return {
        take: (chunk) => reader.take(chunk),
        finish: ({ exit }) => {
          if (exit === 0) reader.finish();
          return exit === 0 ? "read" : "notHere";
        },
      };
    },
  });
}

/** Reads the log as it comes: one commit is held at a time. */
class LogReader {
  readonly #options: LogOptions & { readonly endsAtCopy?: boolean };
  readonly #parts = new Parts(NUL, (part) => this.#read(part));
  #next: "start" | "name" | "subject" | "status" | "from" | "path" = "start";
  #head: { readonly id: string; readonly at: number; readonly address: string } | undefined;
  #name = "";
  #subject = "";
  #from: string | undefined;
  #isCopy = false;
  #isOver = false;
  #files: TouchedFile[] = [];

  constructor(options: LogOptions & { readonly endsAtCopy?: boolean }) {
    this.#options = options;
  }

  take(chunk: Uint8Array): void {
    this.#parts.take(chunk);
  }

  /** Hands over the last commit: no other follows that would end it. */
  finish(): void {
    const head = this.#head;
    this.#head = undefined;
    if (head === undefined || this.#isOver || this.#options.boundary.has(head.id)) return;
    const { id, at, address } = head;
    const author = this.#options.authorOf(address, this.#name);
    this.#options.each({ id, at, author, subject: this.#subject, files: this.#files });
    this.#isOver = this.#isCopy && this.#options.endsAtCopy === true;
  }

  #read(part: string): void {
    switch (this.#next) {
      case "name":
        this.#name = part;
        this.#next = "subject";
        return;
      case "subject":
        this.#subject = part;
        this.#next = "status";
        return;
      case "from":
        this.#from = part;
        this.#next = "path";
        return;
      case "path":
        this.#touched(part);
        this.#next = "status";
        return;
      case "start":
      case "status":
        this.#startOrStatus(part);
        return;
    }
  }

  #startOrStatus(part: string): void {
    if (part.startsWith(START)) {
      this.finish();
      const [id = "", at = "", ...address] = part.slice(START.length).split(" ");
      this.#head = { id, at: Number(at), address: address.join(" ") };
      this.#files = [];
      this.#isCopy = false;
      this.#next = "name";
      return;
    }
    const status = part.replace(/^\n/, "");
    if (!/^[A-Z]\d*$/.test(status)) return;
    this.#from = undefined;
    this.#isCopy = status.startsWith("C");
    this.#next = /^[RC]/.test(status) ? "from" : "path";
  }

  #touched(path: string): void {
    // Bytes that are not UTF-8 came out as U+FFFD: no file can be named by that.
    if (path.includes("\uFFFD")) return;
    const from = this.#isCopy || this.#from?.includes("\uFFFD") === true ? undefined : this.#from;
    this.#files.push({ path, from });
  }
}

/** The files that each of some commits changed against its first parent; all its files, where it has none. */
export const listTouched = (
  commits: readonly ObjectId[],
  each: (commit: string, paths: readonly string[]) => void,
  limitMs: number,
) =>
  streamed<LogEnd>({
    args: ["diff-tree", "--stdin", "--root", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff"],
    input: Buffer.from(commits.map((id) => `${id}\n`).join(""), "utf8"),
    limitMs,
    okExit: [0, 128],
    reader: () => {
      const asked = new Set(commits);
      let commit: string | undefined;
      let paths: string[] = [];
      const give = () => {
        if (commit !== undefined) each(commit, paths);
      };
      const parts = new Parts(NUL, (part) => {
        // No file is named like the commit that comes next, or it would be one of forty digits.
        if (asked.has(part)) {
          give();
          asked.delete(part);
          commit = part;
          paths = [];
        } else if (!part.includes("\uFFFD")) paths.push(part);
      });
      return {
        take: (chunk) => parts.take(chunk),
        finish: ({ exit }) => {
          if (exit === 0) give();
          return exit === 0 ? "read" : "notHere";
        },
      };
    },
  });
