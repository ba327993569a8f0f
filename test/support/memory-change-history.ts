import type { Cancel } from "../../src/base/cancel.ts";
import type {
  ChangeHistory,
  CodeCommit,
  LineRange,
  Reading,
  ReadOptions,
  TouchedFile,
} from "../../src/app/change-history.ts";
import type { Files } from "./memory-code-history.ts";

export interface MadeCommit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly files: Files;
  /** In seconds since 1970. */
  readonly at: number;
  readonly author: { readonly name: string; readonly email: string };
  readonly subject: string;
}

/** The share of equal lines from which two files are the same one, renamed. */
const SIMILAR = 0.5;

/** The changes of code, in memory: commits that are added, of which a clone may have the newest alone. */
export class MemoryChangeHistory implements ChangeHistory {
  /** Commits at which the history is cut off. */
  readonly boundary = new Set<string>();
  /** How often was asked, and for what. */
  readonly calls: (keyof ChangeHistory)[] = [];
  readonly #commits = new Map<string, MadeCommit>();
  readonly #people = new Map<string, number>();

  constructor(commits: readonly MadeCommit[] = []) {
    for (const commit of commits) this.add(commit);
  }

  add(commit: MadeCommit): void {
    this.#commits.set(commit.id, commit);
  }

  async commits(
    head: string,
    { since, most }: { readonly since?: number | undefined; readonly most: number },
    each: (commit: CodeCommit) => void,
    { signal }: ReadOptions = {},
  ): Promise<Reading> {
    return await this.#reading("commits", signal, () => {
      const all = this.#since(head);
      if (all === undefined) return false;
      const wanted = all.filter(({ at }) => since === undefined || at >= since).slice(0, most);
      for (const commit of wanted)
        if (!this.boundary.has(commit.id))
          each(this.#shown(commit, touched(this.#before(commit), commit.files)));
      return true;
    });
  }

  async commitsOf(
    head: string,
    path: string,
    each: (commit: CodeCommit) => void,
    { signal }: ReadOptions = {},
  ): Promise<Reading> {
    return await this.#reading("commitsOf", signal, () => {
      const all = this.#since(head);
      if (all === undefined || !isPath(path)) return false;
      let name = path;
      for (const commit of all) {
        if (this.boundary.has(commit.id)) continue;
        const file = touched(this.#before(commit), commit.files).find((one) => one.path === name);
        if (file === undefined) continue;
        each(this.#shown(commit, [file]));
        name = file.from ?? name;
      }
      return true;
    });
  }

  async commitsOfLines(
    head: string,
    path: string,
    lines: LineRange,
    each: (commit: CodeCommit) => void,
    { signal }: ReadOptions = {},
  ): Promise<Reading> {
    return await this.#reading("commitsOfLines", signal, () => {
      const all = this.#since(head);
      const now = linesOf(this.#commits.get(head)?.files[path]);
      if (all === undefined || lines.startLine < 1 || lines.startLine > lines.endLine) return false;
      if (now.length < lines.startLine) return false;
      // Lines are told by their texts alone: enough for texts in which no line comes twice.
      let wanted = now.slice(lines.startLine - 1, lines.endLine);
      for (const commit of all) {
        const [old, own] = [linesOf(this.#before(commit)[path]), linesOf(commit.files[path])];
        if (wanted.length === 0 || old.join("\n") === own.join("\n")) continue;
        const kept = wanted.filter((line) => old.includes(line));
        if (kept.length < wanted.length && !this.boundary.has(commit.id)) each(this.#shown(commit, []));
        const at = own.indexOf(wanted[0] ?? "");
        wanted = old.length === own.length ? old.slice(at, at + wanted.length) : kept;
      }
      return true;
    });
  }

  async filesOf(
    commits: readonly string[],
    each: (commit: string, paths: readonly string[]) => void,
    { signal }: ReadOptions = {},
  ): Promise<Reading> {
    return await this.#reading("filesOf", signal, () => {
      if (!commits.every((id) => /^[0-9a-f]{40}$/.test(id))) return false;
      const found = commits.map((id) => this.#commits.get(id));
      for (const commit of found) {
        if (commit === undefined || this.boundary.has(commit.id)) continue;
        const [old, own] = [this.#before(commit), commit.files];
        const paths = new Set([...Object.keys(old), ...Object.keys(own)]);
        const other = [...paths].filter((path) => textOf(old[path]) !== textOf(own[path])).sort();
        if (other.length > 0) each(commit.id, other);
      }
      return true;
    });
  }

  async #reading(
    call: keyof ChangeHistory,
    signal: Cancel | undefined,
    read: () => boolean,
  ): Promise<Reading> {
    this.calls.push(call);
    signal?.throwIfAborted();
    await Promise.resolve();
    signal?.throwIfAborted();
    return read() ? { kind: "read", cut: this.boundary.size > 0 } : { kind: "notHere" };
  }

  /** The commits that lead to one, merges left out, newest first. */
  #since(head: string): readonly MadeCommit[] | undefined {
    const first = this.#commits.get(head);
    if (first === undefined) return undefined;
    const found = new Map<string, MadeCommit>();
    const waiting = [first];
    for (let commit = waiting.pop(); commit !== undefined; commit = waiting.pop()) {
      if (found.has(commit.id)) continue;
      found.set(commit.id, commit);
      if (this.boundary.has(commit.id)) continue;
      for (const parent of commit.parents) {
        const before = this.#commits.get(parent);
        if (before !== undefined) waiting.push(before);
      }
    }
    return [...found.values()]
      .filter(({ parents }) => parents.length < 2)
      .sort((one, other) => other.at - one.at);
  }

  #before({ parents: [parent] }: MadeCommit): Files {
    return parent === undefined ? {} : (this.#commits.get(parent)?.files ?? {});
  }

  #shown(
    { id, at, author: { name, email }, subject }: MadeCommit,
    files: readonly TouchedFile[],
  ): CodeCommit {
    return { id, at, author: this.#number(name, email), subject, files };
  }

  #number(name: string, email: string): number | undefined {
    if (`${email} ${name}`.includes("[bot]")) return undefined;
    const key = (email === "" ? name : email).toLowerCase();
    const number = this.#people.get(key) ?? this.#people.size;
    this.#people.set(key, number);
    return number;
  }
}

/** What a commit did to files; a file that came is one that went, where half of its lines are the same. */
function touched(old: Files, own: Files): readonly TouchedFile[] {
  const went = Object.keys(old).filter((path) => !(path in own));
  const files: TouchedFile[] = [];
  for (const path of Object.keys(own)) {
    if (path in old) {
      if (textOf(old[path]) !== textOf(own[path])) files.push({ path, from: undefined });
      continue;
    }
    const at = went.findIndex((one) => isAlike(textOf(old[one]), textOf(own[path])));
    files.push({ path, from: at === -1 ? undefined : went.splice(at, 1)[0] });
  }
  for (const path of went) files.push({ path, from: undefined });
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function isAlike(one: string, other: string): boolean {
  const [lines, others] = [one.split("\n"), new Set(other.split("\n"))];
  return lines.filter((line) => others.has(line)).length >= lines.length * SIMILAR;
}

const textOf = (content: string | Uint8Array | undefined): string =>
  content === undefined ? "\0" : Buffer.from(content).toString("latin1");

const linesOf = (content: string | Uint8Array | undefined): readonly string[] =>
  content === undefined ? [] : Buffer.from(content).toString("utf8").split("\n").slice(0, -1);

const isPath = (path: string): boolean =>
  !path.includes("\0") && path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
