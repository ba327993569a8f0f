import type { Disposable } from "../base/emitter.ts";
import type { Line } from "../domain/event-line.ts";
import type { RecordId } from "../domain/ids.ts";
import type { RemoteFailure } from "./remote-failure.ts";

/** The lines of some records. Lines are bytes: nothing here parses and writes them again. */
export type RecordLines = ReadonlyMap<RecordId, readonly Line[]>;

/** A line and the record it belongs to. */
export interface NewLine {
  readonly record: RecordId;
  readonly line: Line;
}

/** What was read, and a mark from which to read on. */
export interface Reading {
  /** A record that is gone, because its removal was accepted, comes without lines. */
  readonly records: RecordLines;
  /** Whether `records`, with those handed out before, is everything there is, and what was read before is to be forgotten. */
  readonly whole: boolean;
  /** Opaque; hand it to {@link Store.readSince}. */
  readonly mark: string;
}

/** Gets a record that is read whole, without doubles, while others still come. The {@link Reading} that follows does not hold it. */
export type EachRecord = (record: RecordId, lines: readonly Line[]) => void;

export type AppendOutcome =
  | { readonly kind: "saved" }
  /** Nothing was written. */
  | {
      readonly kind: "tooLarge";
      readonly what: "line" | "record";
      readonly bytes: number;
      readonly limit: number;
    }
  /** Nothing was acknowledged: the disk is full, or the folder can't be written. */
  | { readonly kind: "notWritable"; readonly detail: string };

/** A file of the rendered pages: `path` on the branch with `/`, never under `records/`. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the pages people read on the git host, from the events alone. Records in `incoming` are whole and stand in place of those read here
 * before (without lines: gone): those that others changed, and those that `outgoing` adds lines to.
 */
export type RenderPages = (incoming: RecordLines, outgoing: readonly NewLine[]) => readonly Page[];

/** What to sign in with, at one place, for one sync. Kept nowhere. */
export interface Credentials {
  /** Scheme, host and port, as in `https://github.com`. */
  readonly origin: string;
  readonly name: string;
  readonly secret: string;
}

export interface SyncRequest {
  readonly render: RenderPages;
  /** First line of the commit's message; `[skip ci]` is added. */
  readonly message: string;
  /** What to do where the branch was rewritten or deleted on the remote. A person chooses; without it sync stops and says what is gone. */
  readonly whenRewritten?: "putBack" | "acceptRemoval" | undefined;
  /**
   * Events that take lines out for good (`lineRedacted`): they are sent with a branch that is written anew, without those lines and without
   * the history that holds them. They are not saved before; where the sync fails, nothing has changed.
   */
  readonly redactions?: readonly NewLine[] | undefined;
  /** A person asked for this sync and waits for it, so signing in may ask. Otherwise nothing may. */
  readonly interactive?: boolean | undefined;
  /** Where git's own helpers had no answer: they are not asked then, nor told. */
  readonly credentials?: Credentials | undefined;
  /** False: what waits here goes on waiting, and only what they have is fetched. */
  readonly sends?: boolean | undefined;
  /** Asks the remote whether it would take a push, though nothing waits. */
  readonly provePush?: boolean | undefined;
  readonly signal?: AbortSignalLike | undefined;
}

/** The part of an AbortSignal that is needed. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export type SyncOutcome =
  /** Both sides have everything. `received` are the records that changed here. */
  | {
      readonly kind: "synced";
      readonly received: readonly RecordId[];
      readonly sent: number;
      /** Lines that are gone here because somebody took them out for good. */
      readonly redacted?: number;
    }
  | { readonly kind: "noRemote" }
  | { readonly kind: "failed"; readonly failure: RemoteFailure; readonly waiting: number }
  /** Others kept pushing first. Nothing is lost; the next sync tries again. */
  | { readonly kind: "gaveUp"; readonly attempts: number; readonly waiting: number }
  /**
   * The remote's branch no longer holds what it did, be it rewritten, deleted, or lines taken out by a commit: nothing was changed on either
   * side. `gone` counts lines by record; `back`, lines that had been taken out for good and are on the branch again.
   */
  | {
      readonly kind: "rewritten";
      readonly deleted: boolean;
      readonly gone: ReadonlyMap<RecordId, number>;
      readonly back?: number;
      readonly waiting: number;
    };

/** What became of lines that were to be taken out of this machine alone. */
export type TakenOut =
  | { readonly kind: "takenOut" }
  /** Nothing was changed: something was exchanged with a remote, and others may have them. That takes a sync with `redactions`. */
  | { readonly kind: "exchanged" }
  /** This machine could not write. What was said to be taken out is shown nowhere, where it could be said. */
  | { readonly kind: "notWritable"; readonly detail: string };

/**
 * The record on this machine, and the way to the others.
 *
 * What `append` has acknowledged is never lost: it is on disk (fsync) and is read back by this and every other process that opens the same
 * store, at once, whether or not it has been sent.
 */
export interface Store {
  /** Everything: what was received, and what was saved here. Lines of a record come in any order, without doubles. */
  read(each?: EachRecord): Promise<Reading>;
  /** The whole of every record that changed since `mark`; everything, where the mark is not known. */
  readSince(mark: string): Promise<Reading>;
  /** The whole of some records; those of which there is nothing come without lines, or not at all. */
  lines(records: readonly RecordId[]): Promise<RecordLines>;
  /**
   * Saves lines, all or none. Resolves once they would survive a power cut. Throws for what only a mistake in the program can hand in: bytes
   * with a newline in them, an id that is not their hash.
   */
  append(lines: readonly NewLine[]): Promise<AppendOutcome>;
  /** Takes lines out for good where nobody else has any: saves the events that say so (`lineRedacted`), and drops the lines here. */
  takeOut(redactions: readonly NewLine[]): Promise<TakenOut>;
  /** How many lines the remote is not known to have. */
  waiting(): Promise<number>;
  /** Exchanges lines with the remote. Never throws for what a remote does. One at a time for each store; a second call joins the first. */
  sync(request: SyncRequest): Promise<SyncOutcome>;
  /** Another process, or a sync, changed what `read` gives. May tell too often, never too seldom by more than a few seconds. */
  onDidChange(listener: () => void): Disposable;
  dispose(): Promise<void>;
}
