import { Emitter } from "../base/emitter.ts";
import type { Disposable } from "../base/emitter.ts";
import type { RecordId } from "../domain/ids.ts";
import type { SyncState } from "../protocol/panel-state.ts";
import type { RemoteFailure } from "../store/remote-failure.ts";
import { isRefusal } from "../store/remote-failure.ts";
import type { SyncOutcome, SyncRequest } from "../store/store.ts";
import { InTurn } from "./in-turn.ts";
import { millisecondsBetween } from "./moments.ts";
import { pageRenderer } from "./page-renderer.ts";
import type { RemoteInfo } from "./ports.ts";
import type { Records } from "./records.ts";
import type { RemoteAnswer, RemoteChoice } from "./remote-choice.ts";
import type { SessionPorts } from "./session-ports.ts";
import type { SyncAttempt, SyncResult } from "./session.ts";
import { keepSyncMemory, readSyncMemory } from "./sync-memory.ts";
import type { SyncMemory } from "./sync-memory.ts";
import type { failureWords } from "./sync-words.ts";
import {
  backgroundStopped,
  outrunWords,
  readOnlyWords,
  rewrittenWords,
  standingWords,
} from "./sync-words.ts";

/** A clone pushes at most once in this time unless a person asks, in milliseconds: hosts run hooks and builds on every push. */
export const PUSH_PAUSE_MILLISECONDS = 30_000;

/** Characters that are kept of what a remote said when it refused. */
const MAX_DETAIL = 4000;

/** First line of the commits on the branch. The same in every language: a history has one. */
const COMMIT_MESSAGE = "Sync notes";

export interface SyncingPorts extends Pick<
  SessionPorts,
  "openStore" | "files" | "clock" | "scheduler" | "wording" | "log" | "signIn"
> {
  readonly records: Records;
  readonly choice: RemoteChoice;
  /** The remote the store is open for. */
  readonly openFor: string | undefined;
  readonly branch: string;
  readonly isReadOnly: () => boolean;
  /** Milliseconds until the shares under way have joined the record: a push in the background takes them along. */
  readonly busyFor: () => number;
  readonly failureWords: typeof failureWords;
}

interface Trouble {
  readonly kind: SyncState["kind"];
  /** Made when it is shown: how much waits may have changed since. */
  readonly explain: () => string;
}

/** Exchanges the record with the remote, if and as a person has agreed, and knows how that stands. */
export class Syncing implements Disposable {
  readonly #ports: SyncingPorts;
  readonly #turns = new InTurn();
  readonly #states: Emitter<SyncState>;
  readonly #pauses = new Set<{ readonly timer: Disposable; readonly end: () => void }>();
  #openFor: string | undefined;
  #background: Promise<SyncResult> | undefined;
  #isRunning = false;
  #isDisposed = false;
  /** Something urgent joined an attempt that was waiting its turn. */
  #isHurried = false;
  /** After a failure nothing happens in the background until a person has synced. */
  #isStopped = false;
  #trouble: Trouble | undefined;
  #standing: Trouble | undefined;
  #waiting = 0;
  /** Records with lines saved in this session that the remote is not known to have. */
  #unsent = new Set<RecordId>();
  #lastSynced: string | undefined;
  /** The remote's last answer to a push was no. Until a person asks again nothing is sent, and what others say still comes. */
  #refused: SyncMemory["refused"];

  constructor(ports: SyncingPorts) {
    this.#ports = ports;
    this.#openFor = ports.openFor;
    this.#states = new Emitter((error) => ports.log.warn("a listener failed", error));
  }

  onDidChange(listener: (state: SyncState) => void): Disposable {
    return this.#states.on(listener);
  }

  state(): SyncState {
    const trouble = this.#isRunning ? undefined : (this.#standing ?? this.#trouble ?? this.#refusal());
    const quiet = this.#waiting > 0 ? "waiting" : "synced";
    return {
      kind: this.#isRunning ? "syncing" : (trouble?.kind ?? quiet),
      waiting: this.#waiting,
      ...(this.#lastSynced === undefined ? {} : { lastSynced: this.#lastSynced }),
      ...(trouble === undefined ? {} : { explanation: trouble.explain() }),
    };
  }

  /** Looks at what is known without asking the remote. */
  async look(): Promise<void> {
    await this.#permission();
    const memory = await readSyncMemory(this.#ports.files);
    this.#lastSynced = memory.synced ?? this.#lastSynced;
    this.#refused = memory.refused;
    await this.#count();
  }

  /** Lines of this record were saved here. */
  saved(record: RecordId): void {
    this.#unsent.add(record);
    this.#count().catch((error: unknown) => this.#ports.log.warn("what waits could not be counted", error));
  }

  /** Whether nobody else has the newest of a record yet, as far as this session knows. */
  isWaiting(record: RecordId): boolean {
    return this.#waiting > 0 && this.#unsent.has(record);
  }

  sync(attempt: SyncAttempt): Promise<SyncResult> {
    if (attempt.byHand) return this.#turns.run(() => this.#attempt(attempt));
    if (attempt.urgent === true) {
      this.#isHurried = true;
      this.#endPauses();
    }
    this.#background ??= this.#inBackground(attempt).finally(() => {
      this.#background = undefined;
    });
    return this.#background;
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#endPauses();
  }

  #endPauses(): void {
    for (const { timer, end } of [...this.#pauses]) {
      timer.dispose();
      end();
    }
  }

  async #inBackground(attempt: SyncAttempt): Promise<SyncResult> {
    const wait = async () => (this.#isHurried ? 0 : await this.#mayPushIn());
    for (let rest = await wait(); rest > 0 && !this.#isDisposed; rest = await wait()) await this.#pause(rest);
    return this.#turns.run(() => {
      const urgent = this.#isHurried || attempt.urgent === true;
      this.#isHurried = false;
      return this.#attempt({ ...attempt, urgent });
    });
  }

  /** Milliseconds to wait until a push may be made that no person asked for. */
  async #mayPushIn(): Promise<number> {
    const { files, clock, records, busyFor } = this.#ports;
    if (this.#isStopped) return 0;
    const { pushed } = await readSyncMemory(files);
    const since = pushed === undefined ? Infinity : millisecondsBetween(pushed, clock.now());
    // A clock that was set back must not hold a push up for a year.
    const isRecent = since >= 0 && since < PUSH_PAUSE_MILLISECONDS;
    const pause = isRecent && (await records.store.waiting()) > 0 ? PUSH_PAUSE_MILLISECONDS - since : 0;
    return Math.max(pause, busyFor());
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const pause = {
        timer: this.#ports.scheduler.after(milliseconds, () => pause.end()),
        end: () => {
          this.#pauses.delete(pause);
          resolve();
        },
      };
      this.#pauses.add(pause);
    });
  }

  async #attempt({
    byHand,
    urgent,
    whenRewritten,
    redactions,
    provePush,
    signsIn,
    signal,
  }: SyncAttempt): Promise<SyncResult> {
    const permission = await this.#permission();
    if (permission.kind !== "agreed") return permission;
    // Where nobody answered, nobody was asked for a key: looking again bothers no one.
    const mayTryAgain = urgent === true && this.#trouble?.kind === "offline";
    if (this.#isDisposed || (this.#isStopped && !byHand && !mayTryAgain)) return { kind: "stopped" };
    const { records, openStore } = this.#ports;
    const { remote } = permission;
    if (remote.name !== this.#openFor) {
      await records.replaceStore(() => openStore(remote.name));
      this.#openFor = remote.name;
    }
    this.#isRunning = true;
    this.#tell();
    try {
      const before = new Set(this.#unsent);
      await records.refresh();
      const request: SyncRequest = {
        render: pageRenderer(records.book),
        message: COMMIT_MESSAGE,
        whenRewritten,
        redactions,
        interactive: byHand,
        sends: byHand || this.#refused === undefined,
        provePush: provePush === true || (byHand && this.#refused !== undefined),
        signal,
      };
      const outcome = await this.#signedIn(
        await records.store.sync(request),
        request,
        remote,
        signsIn === true,
      );
      await this.#take(outcome, remote, { byHand, before, proved: provePush === true || byHand });
      return outcome;
    } catch (error) {
      // A bug, or a machine that is broken. The notes are on disk; the person is told, and nothing is tried again behind their back.
      this.#isStopped = true;
      const failure = { reason: "unknown", detail: String(error) } as const;
      this.#trouble = { kind: "stopped", explain: () => this.#explain(failure, remote, byHand) };
      throw error;
    } finally {
      this.#isRunning = false;
      this.#tell();
    }
  }

  /** The same again with what the editor knows, where git's own helpers had no answer. Nothing is shown unless a person asked for it. */
  async #signedIn(
    outcome: SyncOutcome,
    request: SyncRequest,
    { url }: RemoteInfo,
    asks: boolean,
  ): Promise<SyncOutcome> {
    if (outcome.kind !== "failed" || outcome.failure.reason !== "needsSignIn") return outcome;
    const { records, signIn } = this.#ports;
    const credentials = await signIn?.credentials(url, asks);
    return credentials === undefined ? outcome : records.store.sync({ ...request, credentials });
  }

  async #permission(): Promise<
    | { readonly kind: "agreed"; readonly remote: RemoteInfo }
    | { readonly kind: "readOnly" | "noRemote" | "notAgreed" }
  > {
    const { choice, isReadOnly, wording } = this.#ports;
    if (isReadOnly()) return this.#stand("readOnly", readOnlyWords(wording));
    const answer: RemoteAnswer = await choice.read();
    if (answer.answer === "agreed" && answer.remote !== undefined) {
      this.#standing = undefined;
      return { kind: "agreed", remote: answer.remote };
    }
    const kind = answer.choices.length === 0 ? "noRemote" : "notAgreed";
    return this.#stand(kind, standingWords(answer, wording));
  }

  #stand<Kind extends "readOnly" | "noRemote" | "notAgreed">(
    kind: Kind,
    explanation: string,
  ): { readonly kind: Kind } {
    const isOther = this.#standing?.kind !== kind || this.#standing.explain() !== explanation;
    this.#standing = { kind, explain: () => explanation };
    if (isOther) this.#tell();
    return { kind };
  }

  async #take(
    outcome: SyncOutcome,
    remote: RemoteInfo,
    { byHand, before, proved }: { byHand: boolean; before: ReadonlySet<RecordId>; proved: boolean },
  ): Promise<void> {
    const { records, files, clock, wording, log, branch } = this.#ports;
    this.#waiting = outcome.kind === "synced" ? await records.store.waiting() : this.#waiting;
    if ("waiting" in outcome) this.#waiting = outcome.waiting;
    switch (outcome.kind) {
      case "synced": {
        this.#isStopped = false;
        this.#trouble = undefined;
        if (proved || outcome.sent > 0) this.#refused = undefined;
        if (this.#refused === undefined) for (const record of before) this.#unsent.delete(record);
        const now = clock.now();
        this.#lastSynced = now;
        const pushed = outcome.sent > 0 ? { pushed: now } : {};
        await keepSyncMemory(files, { synced: now, ...pushed, refused: this.#refused }, log);
        await records.refresh();
        return;
      }
      case "noRemote": {
        const nothingThere = { answer: "notAsked", remote: undefined, branch, choices: [] } as const;
        this.#standing = { kind: "noRemote", explain: () => standingWords(nothingThere, wording) };
        return;
      }
      case "gaveUp":
        log.info(`others kept pushing first, ${outcome.attempts} times; the next sync tries again`);
        // A person who asked is told; in the background the next turn is soon enough.
        this.#trouble = byHand
          ? { kind: "waiting", explain: () => outrunWords(this.#waiting, wording) }
          : undefined;
        return;
      case "rewritten": {
        this.#isStopped = true;
        const titleOf = (id: RecordId) => records.book.notes.get(id)?.fields.title.value;
        const explanation = rewrittenWords({ ...outcome, remote: remote.name, branch, titleOf }, wording);
        this.#trouble = { kind: "rewritten", explain: () => explanation };
        return;
      }
      case "failed": {
        const { failure } = outcome;
        if (failure.reason === "cancelled") return;
        log.warn(`sync with ${remote.name} failed (${failure.reason})`, failure.detail);
        if (isRefusal(failure)) {
          this.#isStopped = false;
          this.#trouble = undefined;
          this.#refused = { reason: failure.reason, detail: failure.detail.slice(0, MAX_DETAIL) };
          await keepSyncMemory(files, { refused: this.#refused }, log);
          await records.refresh();
          return;
        }
        this.#isStopped = true;
        const isOffline = failure.reason === "unreachable" || failure.reason === "timedOut";
        this.#trouble = {
          kind: isOffline ? "offline" : "stopped",
          explain: () => this.#explain(failure, remote, byHand),
        };
      }
    }
  }

  /** What is known before anything is typed. */
  #refusal(): Trouble | undefined {
    const { openFor } = this.#ports;
    const refused = this.#refused;
    const remote = { name: this.#openFor ?? openFor ?? "", url: "" };
    return refused && { kind: "mayNotPush", explain: () => this.#explain(refused, remote, true) };
  }

  #explain(failure: RemoteFailure, remote: RemoteInfo, byHand: boolean): string {
    const { wording, branch, failureWords } = this.#ports;
    const words = failureWords(failure, { remote: remote.name, branch, waiting: this.#waiting }, wording);
    return byHand ? words : `${words} ${backgroundStopped(wording)}`;
  }

  async #count(): Promise<void> {
    const waiting = await this.#ports.records.store.waiting();
    if (waiting === 0) this.#unsent.clear();
    this.#waiting = waiting;
    this.#tell();
  }

  #tell(): void {
    if (!this.#isDisposed) this.#states.emit(this.state());
  }
}
