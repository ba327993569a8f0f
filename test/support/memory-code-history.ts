import { createHash } from "node:crypto";
import type {
  CodeHistory,
  CodeObject,
  FileChange,
  HistoryStep,
  RecentCommit,
} from "../../src/app/code-history.ts";
import { codeTextOf } from "../../src/app/code-bytes.ts";
import type { CodeText } from "../../src/app/ports.ts";

/** Paths from the top, and what is in the files. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface MemoryCommit {
  readonly id: string;
  /** Ids of commits before it in the list, the first parent first. */
  readonly parents: readonly string[];
  /** All its files. */
  readonly files: Files;
  readonly subject?: string;
  readonly at?: string;
}

/** Largest part that is searched for, as git's side has it. */
const MAX_PART_LENGTH = 500;

/** The share of equal lines from which two files are the same one, renamed. */
const SIMILAR = 0.5;

/** The id that git gives to a file with this content. */
export function objectIdOf(content: string | Uint8Array, hash: "sha1" | "sha256" = "sha1"): string {
  const bytes = Buffer.from(content);
  return createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** The history of code, in memory: commits that are added, where HEAD is, and the files on disk. */
export class MemoryCodeHistory implements CodeHistory {
  /** The commit that is checked out; undefined where there is none yet. */
  head: string | undefined;
  /** Branches and the commits they are at. */
  readonly branches = new Map<string, string>();
  /** What is on disk and not ignored. */
  workTree: Files;
  /** How often was asked, and for what. */
  readonly calls: (keyof CodeHistory)[] = [];
  readonly #commits = new Map<string, MemoryCommit>();
  readonly #objects = new Map<string, string | Uint8Array>();

  constructor(commits: readonly MemoryCommit[] = [], workTree: Files = {}) {
    for (const commit of commits) this.add(commit);
    this.head = commits.at(-1)?.id;
    this.workTree = workTree;
  }

  add(commit: MemoryCommit): void {
    for (const parent of commit.parents) {
      if (!this.#commits.has(parent)) throw new Error(`${commit.id} has a parent that is not there`);
    }
    this.#commits.set(commit.id, commit);
    for (const content of Object.values(commit.files)) this.#objects.set(objectIdOf(content), content);
  }

  /** Adds a commit on top of `parents`, by default of HEAD, checks it out, and answers its id. */
  commit(files: Files, parents: readonly string[] = this.head === undefined ? [] : [this.head]): string {
    const id = createHash("sha1").update(`commit ${this.#commits.size}`).digest("hex");
    this.add({ id, parents, files });
    this.head = id;
    return id;
  }

  texts(asked: readonly CodeObject[]): Promise<readonly CodeText[]> {
    return this.#answer("texts", () =>
      asked.map((one) => {
        const content =
          "object" in one
            ? this.#objects.get(one.object)
            : contentAt(this.#commits.get(one.commit)?.files ?? {}, one.path);
        return textOf(content);
      }),
    );
  }

  filesWith(asked: readonly (readonly string[])[], limit: number): Promise<readonly (readonly string[])[]> {
    return this.#answer("filesWith", () => asked.map((parts) => this.#filesWith(parts, limit)));
  }

  #filesWith(parts: readonly string[], limit: number): readonly string[] {
    const searched = parts.filter(
      (part) => part !== "" && part.length <= MAX_PART_LENGTH && !/[\n\0]/.test(part),
    );
    return Object.entries(this.workTree)
      .map(([path, content]) => {
        const read = textOf(content);
        const lines = read.kind === "text" ? read.text.split("\n") : [];
        return {
          path,
          lines: lines.filter((line) => searched.some((part) => line.includes(part))).length,
        };
      })
      .filter(({ lines }) => lines > 0)
      .sort((one, other) => other.lines - one.lines || (one.path < other.path ? -1 : 1))
      .slice(0, limit)
      .map(({ path }) => path);
  }

  stepsSince(commit: string): Promise<readonly HistoryStep[] | undefined> {
    return this.#answer("stepsSince", () => {
      if (this.head === undefined || !this.#reaches(this.head, commit)) return undefined;
      const steps: HistoryStep[] = [];
      let at: string | undefined = this.head;
      while (at !== undefined && at !== commit && this.#reaches(at, commit)) {
        const { files, parents }: MemoryCommit = this.#at(at);
        const before = parents[0] === undefined ? {} : this.#at(parents[0]).files;
        steps.unshift({ commit: at, changes: changesBetween(before, files) });
        at = parents[0];
      }
      return steps;
    });
  }

  branchesWith(commit: string, limit: number): Promise<readonly string[]> {
    return this.#answer("branchesWith", () =>
      [...this.branches]
        .filter(([, tip]) => this.#commits.has(commit) && this.#reaches(tip, commit))
        .map(([name]) => name)
        .slice(0, limit),
    );
  }

  recentCommits(paths: readonly string[], limit: number): Promise<readonly RecentCommit[]> {
    return this.#answer("recentCommits", () => {
      const found: RecentCommit[] = [];
      for (let id = this.head; id !== undefined && found.length < limit; id = this.#at(id).parents[0]) {
        const { parents, files, subject = "", at = "2026-11-22T10:00:00+00:00" } = this.#at(id);
        const before = parents[0] === undefined ? {} : this.#at(parents[0]).files;
        if (paths.some((path) => String(files[path] ?? "") !== String(before[path] ?? "")))
          found.push({ subject, at });
      }
      return found;
    });
  }

  #answer<Answer>(call: keyof CodeHistory, answer: () => Answer): Promise<Answer> {
    this.calls.push(call);
    return Promise.resolve().then(answer);
  }

  #at(id: string): MemoryCommit {
    const found = this.#commits.get(id);
    if (found === undefined) throw new Error(`no commit ${id}`);
    return found;
  }

  #reaches(from: string, to: string): boolean {
    const seen = new Set<string>();
    const waiting = [from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (id === to) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      waiting.push(...this.#at(id).parents);
    }
    return false;
  }
}

const contentAt = (files: Files, path: string): string | Uint8Array | undefined =>
  Object.hasOwn(files, path) ? files[path] : undefined;

function textOf(content: string | Uint8Array | undefined): CodeText {
  if (content === undefined) return { kind: "missing" };
  return codeTextOf(Buffer.from(content));
}

/** What it takes from one set of files to the other, in order of the paths afterwards. */
function changesBetween(before: Files, after: Files): FileChange[] {
  const isSame = (one: string | Uint8Array, other: string | Uint8Array | undefined) =>
    other !== undefined && objectIdOf(one) === objectIdOf(other);
  const gone = Object.keys(before).filter((path) => !Object.hasOwn(after, path));
  const come = Object.keys(after).filter((path) => !Object.hasOwn(before, path));
  const pairs = gone
    .flatMap((from) =>
      come.map((path) => ({ from, path, similar: similarity(before[from] ?? "", after[path] ?? "") })),
    )
    .filter(({ similar }) => similar >= SIMILAR)
    .sort((one, other) => other.similar - one.similar);
  const renamedTo = new Map<string, string>();
  const renamedFrom = new Set<string>();
  for (const { from, path } of pairs) {
    if (renamedTo.has(path) || renamedFrom.has(from)) continue;
    renamedTo.set(path, from);
    renamedFrom.add(from);
  }
  const changes: FileChange[] = gone
    .filter((path) => !renamedFrom.has(path))
    .map((path) => ({ kind: "deleted", path, from: undefined, object: undefined }));
  for (const [path, content] of Object.entries(after)) {
    const object = objectIdOf(content);
    const from = renamedTo.get(path);
    if (from !== undefined) changes.push({ kind: "renamed", path, from, object });
    else if (!Object.hasOwn(before, path)) changes.push({ kind: "added", path, from, object });
    else if (!isSame(content, before[path])) changes.push({ kind: "changed", path, from, object });
  }
  return changes.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** From 0 to 1: lines that both have, of the longer one's. */
function similarity(one: string | Uint8Array, other: string | Uint8Array): number {
  if (objectIdOf(one) === objectIdOf(other)) return 1;
  const lines = (content: string | Uint8Array) => Buffer.from(content).toString("latin1").split("\n");
  const [ours, theirs] = [lines(one), lines(other)];
  const counts = new Map<string, number>();
  for (const line of ours) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of theirs) {
    const left = counts.get(line) ?? 0;
    if (left === 0) continue;
    counts.set(line, left - 1);
    shared += 1;
  }
  // Short of 1: an equal text always wins.
  return (shared / Math.max(ours.length, theirs.length)) * 0.99;
}
