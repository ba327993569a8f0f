import { setTimeout as sleep } from "node:timers/promises";
import { Emitter } from "../base/emitter.ts";
import type { Disposable } from "../base/emitter.ts";
import { MAX_LINE_BYTES, MAX_RECORD_BYTES } from "../domain/event-line.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import type { Person } from "../domain/person.ts";
import { done } from "../store/replica.ts";
import { isRefusal } from "../store/remote-failure.ts";
import type { RemoteBranch } from "../store/replica.ts";
import type {
  AbortSignalLike,
  AppendOutcome,
  NewLine,
  EachRecord,
  Reading,
  RecordLines,
  Store,
  SyncOutcome,
  SyncRequest,
  TakenOut,
} from "../store/store.ts";
import { exchange } from "../store/sync.ts";
import type { Pace } from "../store/sync.ts";
import { BranchWriter } from "./branch-writer.ts";
import { tidy } from "./commands/tidy.ts";
import { isRefusedBySystem } from "./durable-file.ts";
import { clearSettled, GitReplica, look, putAway, unsentLines } from "./git-replica.ts";
import type { StoreParts } from "./git-replica.ts";
import type { StoreHome } from "./git-repository.ts";
import { settingsForSigning } from "./handed-over-settings.ts";
import { encodeBatch } from "./journal-entry.ts";
import { JournalWriter } from "./journal-writer.ts";
import { Journals } from "./journals.ts";
import { attemptLocally, localFailure } from "./local-failure.ts";
import type { Place } from "./place.ts";
import { lineFrom } from "./record-file.ts";
import { askToRemove } from "./precious-objects.ts";
import { planRemoval, removeIfDue } from "./redacted-objects.ts";
import { RecordReader } from "./record-reader.ts";
import { findRemote, remoteKey } from "./remote-address.ts";
import { GitRemoteBranch } from "./remote-branch.ts";
import type { Askpass } from "./remote-branch.ts";
import { storeFolder } from "./store-folder.ts";
import type { StoreFolder } from "./store-folder.ts";
import { StoreReading } from "./store-reading.ts";
import { ensureStore } from "./store-repository.ts";
import { StateRef } from "./store-state.ts";
import { takeOutHere } from "./take-out.ts";
import { POLL_MS, StoreWatch } from "./store-watch.ts";

export interface GitStoreOptions {
  /** Author of the commits: the person set in git, or the name kept in our own storage. */
  readonly author: () => Promise<Person>;
  /** A remote of the user's repository. Undefined where nobody has said yes to one, or there is none: `sync` answers "noRemote". */
  readonly remote?: string | undefined;
  /** "sightline" unless told. */
  readonly branch?: string | undefined;
  /** Who answers when a remote asks for a name or password; without it nobody is asked, ever. `interactive` is the sync's. */
  readonly askpass?: ((interactive: boolean) => Askpass | undefined) | undefined;
  /** For the output channel. Gets no secret. */
  readonly log?: ((line: string) => void) | undefined;
  /** For tests, which wait for nothing and put somebody between us and the remote. */
  readonly testing?: Testing | undefined;
}

export interface Testing {
  readonly pace?: Pace;
  readonly pollMs?: number;
  readonly idleMs?: number;
  /** Instead of the limits of calls to a remote, in milliseconds. */
  readonly remoteLimitMs?: number;
  readonly between?: (remote: RemoteBranch) => RemoteBranch;
}

/** Six attempts: with ten clones that push at the same second, one in a thousand syncs would need more, and the next one is 30 s away. */
const pace: Pace = {
  attempts: 6,
  random: Math.random,
  pause: async (milliseconds, signal) => {
    const { signal: stop, release } = following(signal);
    await sleep(milliseconds, undefined, { signal: stop }).catch(() => undefined);
    release();
  },
};

/** Journals are put away when nothing was saved for this long, in milliseconds, and there is enough to be worth a commit. */
const IDLE_MS = 20_000;
const MANY_JOURNALS = 24;
const MUCH_BYTES = 256 * 1024;

/** How often our own repository is looked after, at most, in milliseconds. */
const TIDY_EVERY_MS = 3_600_000;

/**
 * Opens the store of a repository. Starts nothing and writes nothing: the folder beside the repository's own files is made by the first save
 * or sync. Any number of them, in any number of processes, may be open on one repository.
 */
export const openGitStore = (home: StoreHome, options: GitStoreOptions): Store => new GitStore(home, options);

class GitStore implements Store {
  readonly #home: StoreHome;
  readonly #options: GitStoreOptions;
  readonly #folder: StoreFolder;
  readonly #parts: StoreParts;
  readonly #reading: StoreReading;
  readonly #watch: StoreWatch;
  readonly #changes: Emitter<void>;
  readonly #ending = new AbortController();
  #listeners = 0;
  #syncing: Promise<SyncOutcome> | undefined;
  /** Sync and upkeep, one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #tidiedAt = 0;
  #tidying: Promise<unknown> = Promise.resolve();
  #remoteKey: string | undefined;

  constructor(home: StoreHome, options: GitStoreOptions) {
    const { git, objectFormat } = home;
    this.#home = home;
    this.#options = options;
    this.#folder = storeFolder(home.storeFolder);
    const gitDirectory = this.#folder.repository;
    const reader = new RecordReader(git, gitDirectory, objectFormat);
    this.#parts = {
      git,
      gitDirectory,
      journals: new Journals(this.#folder.journals),
      journal: new JournalWriter(this.#folder.journals),
      state: new StateRef(git, gitDirectory, objectFormat),
      reader,
      writer: new BranchWriter({ git, gitDirectory, reader, now: Date.now }),
    };
    this.#reading = new StoreReading(this.#parts);
    this.#changes = new Emitter((error) => this.#log(`a listener failed: ${String(error)}`));
    this.#watch = new StoreWatch(
      this.#folder,
      () => this.#parts.journal.key,
      () => {
        this.#changes.emit();
      },
    );
  }

  async read(each?: EachRecord): Promise<Reading> {
    const reading = await this.#reading.read(each);
    this.#planUpkeep();
    return reading;
  }

  lines(records: readonly RecordId[]): Promise<RecordLines> {
    return this.#reading.lines(records);
  }

  readSince(mark: string): Promise<Reading> {
    return this.#reading.readSince(mark);
  }

  async append(lines: readonly NewLine[]): Promise<AppendOutcome> {
    if (lines.length === 0) return { kind: "saved" };
    const added = new Map<RecordId, number>();
    const ids = new Set<EventId>();
    for (const { record, line } of lines) {
      refuseImpossible({ record, line });
      const { length } = line.bytes;
      if (length > MAX_LINE_BYTES) {
        return { kind: "tooLarge", what: "line", bytes: length, limit: MAX_LINE_BYTES };
      }
      added.set(record, (added.get(record) ?? 0) + length + 1);
      ids.add(line.id);
    }
    try {
      for (const [record, more] of added) {
        // What is its own first line is new.
        const bytes = (ids.has(record) ? 0 : await this.#reading.sizeOf(record)) + more;
        if (bytes > MAX_RECORD_BYTES) {
          return { kind: "tooLarge", what: "record", bytes, limit: MAX_RECORD_BYTES };
        }
      }
      await this.#parts.journal.append(encodeBatch(lines));
    } catch (error) {
      if (!isRefusedBySystem(error)) throw error;
      return { kind: "notWritable", detail: error.message };
    }
    for (const [record, more] of added) this.#reading.grew(record, more);
    this.#planUpkeep();
    return { kind: "saved" };
  }

  takeOut(redactions: readonly NewLine[]): Promise<TakenOut> {
    return this.#inTurn(async () => {
      try {
        await ensureStore(this.#home.git, this.#folder, this.#home.objectFormat);
        const taken = await takeOutHere(this.#parts, redactions, await this.#options.author());
        if (taken.kind === "takenOut") await planRemoval(this.#folder);
        this.#changes.emit();
        return taken;
      } catch (error) {
        const failure = localFailure(error);
        if (failure === undefined) throw error;
        return { kind: "notWritable", detail: failure.detail };
      }
    });
  }

  async waiting(): Promise<number> {
    const looked = await look(this.#parts);
    const { adopted } = looked.found.state;
    return (await unsentLines(this.#parts, looked, adopted, this.#remoteKey)).length;
  }

  sync(request: SyncRequest): Promise<SyncOutcome> {
    this.#syncing ??= this.#inTurn(() => this.#sync(request)).finally(() => {
      this.#syncing = undefined;
    });
    return this.#syncing;
  }

  onDidChange(listener: () => void): Disposable {
    const subscription = this.#changes.on(listener);
    this.#listeners += 1;
    this.#watch.start(this.#options.testing?.pollMs ?? POLL_MS);
    let isOver = false;
    return {
      dispose: () => {
        if (isOver) return;
        isOver = true;
        subscription.dispose();
        this.#listeners -= 1;
        if (this.#listeners === 0) this.#watch.stop();
      },
    };
  }

  async dispose(): Promise<void> {
    this.#watch.stop();
    clearTimeout(this.#idle);
    this.#ending.abort();
    await Promise.all([this.#turn, this.#tidying]);
    await this.#parts.journal.seal();
    await this.#upkeep().catch((error: unknown) => {
      this.#log(`could not put the journals away: ${String(error)}`);
    });
  }

  async #sync(request: SyncRequest): Promise<SyncOutcome> {
    const { remote } = this.#options;
    if (remote === undefined) return { kind: "noRemote" };
    const { signal, release } = following(request.signal, this.#ending.signal);
    try {
      const outcome = await this.#exchange(remote, request, signal);
      if (outcome.kind === "failed") {
        this.#log(`sync: ${outcome.failure.reason}: ${outcome.failure.detail}`);
        // What they said may have been taken over all the same.
        if (isRefusal(outcome.failure)) this.#changes.emit();
      }
      if (outcome.kind === "synced") await clearSettled(this.#parts);
      if (outcome.kind === "synced" && outcome.redacted !== undefined) await planRemoval(this.#folder);
      if (outcome.kind === "synced") await this.#removeIfDue(signal);
      if (outcome.kind === "synced" && (outcome.received.length > 0 || outcome.sent > 0)) {
        this.#changes.emit();
        this.#planTidying();
      }
      return outcome;
    } finally {
      release();
    }
  }

  async #exchange(remote: string, request: SyncRequest, signal: AbortSignal): Promise<SyncOutcome> {
    const { git, objectFormat, top } = this.#home;
    const branch = this.#options.branch ?? "sightline";
    const settings = await this.#home.settings();
    const address = findRemote(settings, remote, branch);
    if (address === undefined) {
      const detail = `no remote "${remote}", or "${branch}" is no name for a branch`;
      return { kind: "failed", failure: { reason: "notFound", detail }, waiting: await this.waiting() };
    }
    const made = await attemptLocally(async () => {
      await ensureStore(git, this.#folder, objectFormat);
      return done(undefined);
    });
    if (made.kind === "failed") return { ...made, waiting: await this.waiting() };

    const isInteractive = request.interactive ?? false;
    const { testing, askpass, author } = this.#options;
    const branchThere = new GitRemoteBranch({
      git,
      gitDirectory: this.#folder.repository,
      folder: top,
      address,
      settings,
      askpass: askpass?.(isInteractive),
      credentials: request.credentials,
      isInteractive,
      limitMs: testing?.remoteLimitMs,
      signal,
    });
    this.#remoteKey = remoteKey(address);
    const replica = new GitReplica(this.#parts, {
      remoteKey: this.#remoteKey,
      author,
      signing: settingsForSigning(settings),
    });
    const outcome = await exchange(
      replica,
      testing?.between?.(branchThere) ?? branchThere,
      { ...request, signal },
      testing?.pace ?? pace,
    );
    // What was fetched before is the branch with the lines that are out of it now, and a ref leads there.
    const wroteAnew = request.redactions !== undefined || request.whenRewritten === "putBack";
    if (outcome.kind === "synced" && outcome.redacted !== undefined && wroteAnew) await branchThere.fetch();
    return outcome;
  }

  #planUpkeep(): void {
    if (this.#ending.signal.aborted) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#inTurn(() => this.#upkeep()).catch((error: unknown) => {
        this.#log(`could not put the journals away: ${String(error)}`);
      });
    }, this.#options.testing?.idleMs ?? IDLE_MS);
    this.#idle.unref();
  }

  /** Puts the journals away where there are many, or much is in them. Nothing is lost where it fails; reading gets slower. */
  async #upkeep(): Promise<void> {
    await clearSettled(this.#parts);
    await this.#removeIfDue();
    const journals = await this.#parts.journals.read();
    const bytes = journals.reduce((sum, { size }) => sum + size, 0);
    if (journals.length < MANY_JOURNALS && bytes < MUCH_BYTES) return;
    await ensureStore(this.#home.git, this.#folder, this.#home.objectFormat);
    await putAway(this.#parts, await this.#options.author());
    this.#planTidying();
  }

  /** Goes on beside everything else: a sync need not wait for it, nor it for a sync. */
  #planTidying(): void {
    const place: Place = { kind: "store", gitDirectory: this.#folder.repository };
    if (this.#ending.signal.aborted || Date.now() - this.#tidiedAt < TIDY_EVERY_MS) return;
    this.#tidiedAt = Date.now();
    this.#tidying = askToRemove(this.#home.git, place, tidy(), { signal: this.#ending.signal }).catch(
      (error: unknown) => {
        this.#log(`could not put packs together: ${String(error)}`);
      },
    );
  }

  /** Where lines were taken out for good some time ago. It is tried again at the next sync where it could not be done. */
  async #removeIfDue(signal?: AbortSignal): Promise<void> {
    try {
      await removeIfDue(this.#parts.git, this.#folder, signal);
    } catch (error) {
      this.#log(`could not remove what was taken out: ${String(error)}`);
    }
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #log(line: string): void {
    this.#options.log?.(line);
  }
}

function refuseImpossible({ record, line }: NewLine): void {
  if (!/^[0-9a-f]{64}$/.test(record)) throw new Error(`no record id: ${record}`);
  if (line.bytes.includes(0x0a)) throw new Error("a line has no newline in it");
  if (line.bytes.length === 0) throw new Error("an empty line is none");
  if (lineFrom(line.bytes).id !== line.id) throw new Error("the id of a line is the hash of its bytes");
}

/** A signal that is aborted when one of `signals` is, and the way to stop following them. */
function following(...signals: readonly (AbortSignalLike | undefined)[]): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const controller = new AbortController();
  const abort = () => {
    controller.abort();
  };
  for (const signal of signals) {
    if (signal?.aborted === true) abort();
    signal?.addEventListener("abort", abort);
  }
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of signals) signal?.removeEventListener("abort", abort);
    },
  };
}
