import { Emitter } from "../../src/base/emitter.ts";
import type { Disposable } from "../../src/base/emitter.ts";
import { lineOf, MAX_LINE_BYTES, MAX_RECORD_BYTES } from "../../src/domain/event-line.ts";
import type { Line } from "../../src/domain/event-line.ts";
import type { RecordId } from "../../src/domain/ids.ts";
import { PAGE_PATHS } from "../../src/store/pages/page-paths.ts";
import { eachLine, LineUnion } from "../../src/store/record-lines.ts";
import { redactedBy, stillToSend } from "../../src/store/redacted.ts";
import type { RemoteFailure, RemoteFailureReason } from "../../src/store/remote-failure.ts";
import { done } from "../../src/store/replica.ts";
import type { Attempt, CommitId, Difference, RemoteBranch, Replica, Tip } from "../../src/store/replica.ts";
import type {
  AppendOutcome,
  NewLine,
  Page,
  Reading,
  RecordLines,
  Store,
  SyncOutcome,
  SyncRequest,
  TakenOut,
  EachRecord,
} from "../../src/store/store.ts";
import { countWaiting, exchange } from "../../src/store/sync.ts";
import type { Pace } from "../../src/store/sync.ts";

interface Commit {
  readonly id: CommitId;
  readonly parent: Tip;
  readonly records: RecordLines;
  readonly files: ReadonlyMap<string, string>;
  readonly message: string;
}

/** Waits for nothing. */
export const atOnce: Pace = { attempts: 6, random: () => 0, pause: () => Promise.resolve() };

/** A remote with one branch, in memory. */
export class MemoryRemote {
  tip: Tip = null;
  readonly commits = new Map<CommitId, Commit>();
  #failures: { readonly call: "fetch" | "push" | "any"; readonly failure: RemoteFailure }[] = [];
  #races: (() => Promise<void> | void)[] = [];
  #lateRaces: (() => Promise<void> | void)[] = [];
  #losesAnswers = 0;
  isOffline = false;
  refusal: RemoteFailureReason | undefined;
  pushes = 0;

  /** The next such call fails, once. */
  failNext(call: "fetch" | "push" | "any", reason: RemoteFailureReason): void {
    this.#failures.push({ call, failure: { reason, detail: "injected" } });
  }

  /** Runs before the next push arrives, once. */
  beforeNextPush(race: () => Promise<void> | void): void {
    this.#races.push(race);
  }

  /** Runs when the next fetch has brought the branch, once. */
  afterNextFetch(race: () => Promise<void> | void): void {
    this.#lateRaces.push(race);
  }

  /** The next push goes through, and its answer does not come back. */
  loseNextAnswer(): void {
    this.#losesAnswers += 1;
  }

  /** What was injected and has not happened does not happen. */
  calm(): void {
    this.#failures = [];
    this.#races = [];
    this.#lateRaces = [];
    this.#losesAnswers = 0;
  }

  add(parent: Tip, records: RecordLines, files: ReadonlyMap<string, string>, message: string): CommitId {
    const id = `c${this.commits.size + 1}`;
    this.commits.set(id, { id, parent, records, files, message });
    return id;
  }

  at(tip: Tip): Commit | undefined {
    return tip === null ? undefined : this.commits.get(tip);
  }

  /** The branch becomes a new root that holds only what `keep` keeps. */
  rewrite(keep: (line: NewLine) => boolean): void {
    this.tip = this.add(
      null,
      filtered(this.at(this.tip)?.records ?? new Map(), keep),
      new Map(),
      "rewritten",
    );
  }

  /** A commit on top takes lines out. */
  removeByCommit(remove: (line: NewLine) => boolean): void {
    const now = this.at(this.tip);
    if (now === undefined) return;
    this.tip = this.add(
      this.tip,
      filtered(now.records, (line) => !remove(line)),
      now.files,
      "removed",
    );
  }

  delete(): void {
    this.tip = null;
  }

  /** How one clone sees it. */
  branch(here: Set<CommitId>): RemoteBranch {
    const failing = (call: "fetch" | "push"): Attempt<never> | undefined => {
      if (this.isOffline) return failed("unreachable");
      const at = this.#failures.findIndex((failure) => failure.call === call || failure.call === "any");
      const [found] = at === -1 ? [] : this.#failures.splice(at, 1);
      return found === undefined ? undefined : { kind: "failed", failure: found.failure };
    };
    return {
      fetch: async () => {
        const failure = failing("fetch");
        if (failure !== undefined) return failure;
        const { tip } = this;
        for (const id of this.#history(tip)) here.add(id);
        await this.#lateRaces.shift()?.();
        return done(tip);
      },
      push: async (commit, expected) => {
        await this.#races.shift()?.();
        const failure = failing("push");
        if (failure !== undefined) return failure;
        if (this.refusal !== undefined) return failed(this.refusal);
        if (this.tip !== expected) return done("moved");
        this.tip = commit;
        this.pushes += 1;
        if (this.#losesAnswers === 0) return done("pushed");
        this.#losesAnswers -= 1;
        return failed("unreachable");
      },
    };
  }

  #history(tip: Tip): Set<CommitId> {
    const history = new Set<CommitId>();
    for (let commit = this.at(tip); commit !== undefined; commit = this.at(commit.parent))
      history.add(commit.id);
    return history;
  }
}

const failed = (
  reason: RemoteFailureReason,
): { readonly kind: "failed"; readonly failure: RemoteFailure } => ({
  kind: "failed",
  failure: { reason, detail: "injected" },
});

const filtered = (records: RecordLines, keep: (line: NewLine) => boolean): RecordLines => {
  const union = new LineUnion();
  for (const line of eachLine(records)) if (keep(line)) union.add(line.record, [line.line]);
  return union.records;
};

/** What the processes of one clone share. */
export class MemoryClone {
  readonly commits: MemoryRemote["commits"];
  readonly here = new Set<CommitId>();
  readonly saved: { readonly line: NewLine; isSettled: boolean }[] = [];
  adopted: Tip = null;
  removals = 0;
  isFull = false;
  readonly changes = new Emitter<unknown>((error) => {
    throw error;
  });
  readonly #remote: MemoryRemote | undefined;

  constructor(remote: MemoryRemote | undefined) {
    this.#remote = remote;
    this.commits = remote?.commits ?? new Map<CommitId, Commit>();
  }

  get remote(): MemoryRemote | undefined {
    return this.#remote;
  }

  records(tip: Tip): RecordLines {
    if (tip === null) return new Map();
    const commit = this.commits.get(tip);
    if (commit === undefined || !this.here.has(tip)) throw new Error(`commit ${tip} isn't here`);
    return commit.records;
  }
}

class MemoryReplica implements Replica {
  readonly #clone: MemoryClone;
  readonly #remote: MemoryRemote;

  constructor(clone: MemoryClone, remote: MemoryRemote) {
    this.#clone = clone;
    this.#remote = remote;
  }

  adopted(): Promise<Tip> {
    return Promise.resolve(this.#clone.adopted);
  }

  unsent(tip: Tip): Promise<readonly NewLine[]> {
    const held = unionOf(this.#clone.records(tip));
    const waiting = new LineUnion();
    for (const { line, isSettled } of this.#clone.saved)
      if (!isSettled) waiting.add(line.record, [line.line]);
    return Promise.resolve(stillToSend([...eachLine(waiting.records)], held, waiting.records));
  }

  compare(earlier: Tip, later: Tip): Promise<Difference> {
    const before = unionOf(this.#clone.records(earlier));
    const after = unionOf(this.#clone.records(later));
    const incoming = new Map<RecordId, readonly Line[]>();
    const gone: NewLine[] = [];
    for (const { record, line } of eachLine(after.records)) {
      if (!before.has(record, line.id)) incoming.set(record, after.records.get(record) ?? []);
    }
    for (const { record, line } of eachLine(before.records)) {
      if (after.has(record, line.id)) continue;
      gone.push({ record, line });
      incoming.set(record, after.records.get(record) ?? []);
    }
    return Promise.resolve({ incoming, gone });
  }

  linesAt(tip: Tip, records: Iterable<RecordId>): Promise<RecordLines> {
    const held = unionOf(this.#clone.records(tip)).records;
    return Promise.resolve(
      new Map([...records].flatMap((record) => (held.has(record) ? [[record, held.get(record) ?? []]] : []))),
    );
  }

  isEmpty(tip: CommitId): Promise<boolean> {
    const commit = this.#clone.commits.get(tip);
    return Promise.resolve(commit?.records.size === 0 && commit.files.size === 0);
  }

  commit(
    onto: Tip,
    lines: readonly NewLine[],
    pages: readonly Page[],
    message: string,
  ): Promise<Attempt<CommitId>> {
    if (this.#clone.isFull) return Promise.resolve(failed("notWritable"));
    const union = unionOf(this.#clone.records(onto));
    for (const { record, line } of lines) union.add(record, [line]);
    const files = new Map(this.#remote.at(onto)?.files);
    for (const { path, text } of pages) files.set(path, text);
    const id = this.#remote.add(onto, union.records, files, message);
    this.#clone.here.add(id);
    return Promise.resolve(done(id));
  }

  commitAnew(
    tip: CommitId,
    records: RecordLines,
    pages: readonly Page[],
    message: string,
  ): Promise<Attempt<CommitId>> {
    if (this.#clone.isFull) return Promise.resolve(failed("notWritable"));
    const all = new Map([...this.#clone.records(tip), ...records]);
    const files = new Map(
      [...(this.#remote.at(tip)?.files ?? [])].filter(
        ([path]) => !PAGE_PATHS.includes(path.split("/")[0] ?? ""),
      ),
    );
    for (const { path, text } of pages) files.set(path, text);
    const id = this.#remote.add(null, all, files, message);
    this.#clone.here.add(id);
    return Promise.resolve(done(id));
  }

  adopt(tip: Tip, expected: Tip, removal: "none" | "accepted"): Promise<Attempt<"adopted" | "moved">> {
    if (this.#clone.isFull) return Promise.resolve(failed("notWritable"));
    if (this.#clone.adopted !== expected) return Promise.resolve(done("moved"));
    const held = unionOf(this.#clone.records(tip));
    const isRedacted = redactedBy(held.records);
    for (const saved of this.#clone.saved) {
      if (held.has(saved.line.record, saved.line.line.id) || isRedacted(saved.line)) saved.isSettled = true;
    }
    this.#clone.adopted = tip;
    if (removal === "accepted") this.#clone.removals += 1;
    this.#clone.changes.emit(this);
    return Promise.resolve(done("adopted"));
  }
}

const unionOf = (records: RecordLines): LineUnion => {
  const union = new LineUnion();
  for (const [record, lines] of records) union.add(record, lines);
  return union;
};

/** The store's port over a map. Keeps the contract that git keeps, and the same rules of sync. */
export class MemoryStore implements Store {
  readonly #clone: MemoryClone;
  #syncing: Promise<SyncOutcome> | undefined;
  /** What was asked of it, for tests that say "read once". */
  readonly calls: string[] = [];

  constructor(clone: MemoryClone) {
    this.#clone = clone;
  }

  read(each?: EachRecord): Promise<Reading> {
    this.calls.push("read");
    const { records } = this.#all();
    const left = new Map(records);
    if (each !== undefined)
      for (const [record, lines] of unionOf(this.#clone.records(this.#clone.adopted)).records) {
        if (records.get(record)?.length !== lines.length) continue;
        each(record, lines);
        left.delete(record);
      }
    return Promise.resolve({ records: left, whole: true, mark: this.#mark() });
  }

  lines(records: readonly RecordId[]): Promise<RecordLines> {
    this.calls.push("lines");
    const all = this.#all().records;
    return Promise.resolve(new Map(records.map((record) => [record, all.get(record) ?? []])));
  }

  readSince(mark: string): Promise<Reading> {
    this.calls.push("readSince");
    const [removals, adopted, saved] = mark.split(" ");
    const all = this.#all();
    const isKnown = adopted === "-" || (adopted !== undefined && this.#clone.here.has(adopted));
    if (removals !== String(this.#clone.removals) || !isKnown || saved === undefined) return this.read();
    const before = unionOf(this.#clone.records(adopted === "-" ? null : adopted));
    for (const { line } of this.#clone.saved.slice(0, Number(saved))) before.add(line.record, [line.line]);
    const records = new Map<RecordId, readonly Line[]>();
    for (const { record, line } of eachLine(all.records)) {
      if (!before.has(record, line.id)) records.set(record, all.records.get(record) ?? []);
    }
    return Promise.resolve({ records, whole: false, mark: this.#mark() });
  }

  append(lines: readonly NewLine[]): Promise<AppendOutcome> {
    this.calls.push("append");
    for (const { line } of lines) {
      const isLine = !line.bytes.includes(0x0a) && line.bytes.length > 0 && lineOf(line.bytes).id === line.id;
      if (!isLine) return Promise.reject(new Error("no line"));
      const { length } = line.bytes;
      if (length > MAX_LINE_BYTES) {
        return Promise.resolve({ kind: "tooLarge", what: "line", bytes: length, limit: MAX_LINE_BYTES });
      }
    }
    const after = this.#all();
    for (const { record, line } of lines) after.add(record, [line]);
    for (const { record } of lines) {
      const size = (after.records.get(record) ?? []).reduce((sum, { bytes }) => sum + bytes.length + 1, 0);
      if (size > MAX_RECORD_BYTES) {
        return Promise.resolve({ kind: "tooLarge", what: "record", bytes: size, limit: MAX_RECORD_BYTES });
      }
    }
    if (this.#clone.isFull) return Promise.resolve({ kind: "notWritable", detail: "disk full" });
    for (const line of lines) this.#clone.saved.push({ line, isSettled: false });
    this.#clone.changes.emit(this);
    return Promise.resolve({ kind: "saved" });
  }

  takeOut(redactions: readonly NewLine[]): Promise<TakenOut> {
    const clone = this.#clone;
    if (clone.adopted !== null) return Promise.resolve({ kind: "exchanged" });
    if (clone.isFull) return Promise.resolve({ kind: "notWritable", detail: "disk full" });
    for (const line of redactions) clone.saved.push({ line, isSettled: false });
    const isTakenOut = redactedBy(this.#all().records);
    const kept = clone.saved.filter(({ line }) => !isTakenOut(line));
    clone.saved.splice(0, clone.saved.length, ...kept);
    clone.removals += 1;
    clone.changes.emit(this);
    return Promise.resolve({ kind: "takenOut" });
  }

  waiting(): Promise<number> {
    return countWaiting(new MemoryReplica(this.#clone, this.#clone.remote ?? new MemoryRemote()));
  }

  sync(request: SyncRequest): Promise<SyncOutcome> {
    this.calls.push("sync");
    const { remote, here } = this.#clone;
    if (remote === undefined) return Promise.resolve({ kind: "noRemote" });
    this.#syncing ??= exchange(
      new MemoryReplica(this.#clone, remote),
      remote.branch(here),
      request,
      atOnce,
    ).finally(() => {
      this.#syncing = undefined;
    });
    return this.#syncing;
  }

  onDidChange(listener: () => void): Disposable {
    return this.#clone.changes.on((by) => {
      if (by !== this) listener();
    });
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }

  #all(): LineUnion {
    const all = unionOf(this.#clone.records(this.#clone.adopted));
    for (const { line, isSettled } of this.#clone.saved) if (!isSettled) all.add(line.record, [line.line]);
    return all;
  }

  #mark(): string {
    const { removals, adopted, saved } = this.#clone;
    return `${removals} ${adopted ?? "-"} ${saved.length}`;
  }
}

export const memoryRemote = (): MemoryRemote => new MemoryRemote();

/** The store of a clone of its own. */
export const memoryStore = (remote?: MemoryRemote): MemoryStore => new MemoryStore(new MemoryClone(remote));
