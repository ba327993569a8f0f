import type { Cancel } from "../base/cancel.ts";
import type { Disposable } from "../base/emitter.ts";
import type { Searched } from "./code-search.ts";
import type { Anchor } from "../domain/anchor.ts";
import type { Day, Moment } from "../domain/dates.ts";
import type { FoldedRecord, UnreadableRecord } from "../domain/fold.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import type { RecordName, RecordOf } from "../domain/record-kinds.ts";
import type { NoteValues } from "../domain/note-fields.ts";
import type { Person } from "../domain/person.ts";
import type { Role } from "../domain/words.ts";
import type { Action, ActionInput, ActionOutcome } from "../protocol/action.ts";
import type {
  MilestoneName,
  NotePage,
  NoteRow,
  NowRow,
  PlaceState,
  PutOffRow,
  SyncState,
  UnreadRecord,
} from "../protocol/panel-state.ts";
import type { Glossary } from "../protocol/together-state.ts";
import type { ViewRef, ViewState } from "../protocol/views.ts";
import type { NewLine, SyncOutcome } from "../store/store.ts";
import type { HistoryEvidencePort } from "./evidence/history-evidence.ts";
import type { CurrentWhy } from "./briefs/current-why.ts";
import type { RemoteInfo } from "./ports.ts";
import type { KnownRecord } from "./record-shelf.ts";
import type { Redaction } from "./redaction.ts";
import type { ReplyKind } from "./reply-to.ts";
import type { OneOnOnes } from "./together/one-on-ones.ts";

/** Something typed and not shared: on this machine only. */
export interface Draft {
  readonly id: string;
  readonly at: Moment;
  readonly fields: NoteValues;
  readonly anchor?: Anchor | undefined;
  /** Dates of the roadmap that it puts at risk. */
  readonly threatens?: readonly RecordId[] | undefined;
  /** Set while "Sharing · Undo" is on screen; after it, also after a crash, the draft joins the record. */
  readonly shareAfter?: Moment | undefined;
}

export type NewDraft = Pick<Draft, "fields" | "anchor" | "threatens">;

/** What happened when a draft was to be shared. A refused one stays a draft. */
export type ShareOutcome =
  | { readonly kind: "sharing"; readonly draft: Draft }
  | { readonly kind: "refused"; readonly outcome: ActionOutcome };

/** How a share ended, after its ten seconds: a note is on record, or it was refused then and is a draft again. */
export interface EndedShare {
  readonly draft: Draft;
  readonly outcome: ActionOutcome;
}

/** What a person said about pushing, for one clone, remote address and branch. */
export type Consent = "agreed" | "declined" | "notAsked";

export interface Change {
  /**
   * Records whose state, or notes whose place, may be other than before; "all" when anything may be, as on a new day. Empty: only drafts are
   * other than before.
   */
  readonly records: ReadonlySet<RecordId> | "all";
}

export interface SyncAttempt {
  /**
   * By the person's own hand: then a dialog may be shown, and consent is asked for. Otherwise it waits its turn (a push in 30 s at most,
   * and what is being shared goes along), and does nothing after a failure until a person has synced.
   */
  readonly byHand: boolean;
  /** An incident is running: it does not wait its turn, and having been offline is no reason to stop. */
  readonly urgent?: boolean | undefined;
  readonly whenRewritten?: "putBack" | "acceptRemoval" | undefined;
  /** Takes lines out of the record for good, with these events that say so (see `SyncRequest.redactions`). */
  readonly redactions?: readonly NewLine[] | undefined;
  /** Finds out, too, whether this person may send anything, though nothing waits. */
  readonly provePush?: boolean | undefined;
  /** Having been refused for lack of a sign-in, the person chose to sign in: they may be asked to. */
  readonly signsIn?: boolean | undefined;
  readonly signal?: Cancel | undefined;
}

export type SyncResult =
  SyncOutcome | { readonly kind: "notAgreed" } | { readonly kind: "stopped" } | { readonly kind: "readOnly" };

export type RedactResult =
  /** `here`: nobody else had it, so nothing was sent. */
  | { readonly kind: "redacted"; readonly here: boolean }
  | { readonly kind: "nameMissing" }
  | { readonly kind: "notWritable" }
  | Exclude<SyncResult, { kind: "synced" }>;

export type IncidentText = "call" | "review";

/** One repository's record, with all that people do to it. Windows, comment threads, trees, the panel and the command line sit on this. */
export interface Session extends Disposable {
  readonly repository: {
    readonly id: string;
    readonly name: string;
    readonly top: string;
    /** Set where there is the record alone, without the code. */
    readonly record?: KnownRecord | undefined;
  };

  // What is known
  notes(): ReadonlyMap<RecordId, Note>;
  note(id: RecordId): Note | undefined;
  /** A record of whatever kind, readable or not. */
  record(id: RecordId): FoldedRecord | undefined;
  /** All records of one kind. */
  recordsOf<Name extends RecordName>(kind: Name): ReadonlyMap<RecordId, RecordOf<Name>>;
  unread(): readonly UnreadableRecord[];
  onDidChange(listener: (change: Change) => void): Disposable;
  /** Reads again what other windows or a sync changed. */
  refresh(): Promise<void>;

  // Who is here
  me(): Promise<Person | undefined>;
  setName(name: string): Promise<void>;
  role(): Role | null;
  setRole(role: Role): Promise<void>;

  // What people do
  perform(action: Action | ActionInput): Promise<ActionOutcome>;
  drafts(): readonly Draft[];
  /** Keeps a draft, durably. Throws `NotWritable` (private-json.ts) where this machine can't, as do all that keep something here. */
  keepDraft(draft: NewDraft): Promise<Draft>;
  discardDraft(id: string): Promise<void>;
  /** Starts the ten seconds in which it can be undone; the draft is on disk all along. */
  share(draftId: string): Promise<ShareOutcome>;
  /** Takes back what is still in its ten seconds: it is a draft again, and left no trace in the record. False when it was too late. */
  undoShare(draftId: string): Promise<boolean>;
  onDidEndShare(listener: (end: EndedShare) => void): Disposable;
  /** What a reply in the note's comment thread is: an answer, where one question alone waits for one; else a comment. */
  replyTo(note: Note): ReplyKind;
  /** The same as an action to perform. */
  replyAction(note: Note, text: string): ActionInput;
  /** Keeps text being typed in a box of a note, on this machine. Empty forgets it. */
  keepTyped(note: RecordId, key: string, text: string): Promise<void>;

  /** The person's own 1:1s. They never leave this machine. */
  readonly oneOnOnes: OneOnOnes;

  // Where notes are in the code
  /** Where each place of a note is now. */
  places(note: Note): Promise<readonly PlaceState[]>;
  /** What in the work tree is most like the code of one of a note's places, likeliest first. Undefined where the note has no such place. */
  searchCode(note: Note, place: EventId): Promise<Searched | undefined>;
  /** Every note with a place in a file (by its path from the top), and where. */
  placesIn(path: string): Promise<readonly { readonly note: Note; readonly place: PlaceState }[]>;
  /** A file changed on disk or in an editor, or a folder came, went or was renamed. */
  fileChanged(path: string): void;
  /** A branch came, went or moved, or HEAD did: code that is not here may be elsewhere now. Costs nothing where no code is lost. */
  branchesChanged(): void;
  /** Finds the code of every open note in the background, so that it shows in files that it was moved to. */
  followCode(): void;

  /** What the history of the code tells, on request. */
  readonly evidence: HistoryEvidencePort;

  // The others
  consent(): Promise<{
    readonly answer: Consent;
    readonly remote: RemoteInfo | undefined;
    readonly branch: string;
    readonly choices: readonly RemoteInfo[];
  }>;
  setConsent(answer: "agreed" | "declined", remote: RemoteInfo): Promise<void>;
  sync(attempt: SyncAttempt): Promise<SyncResult>;
  syncState(): SyncState;
  /** Syncs now, after changes and every so often (0: not by the clock), until it is disposed. A second call ends the first. */
  startBackgroundSync(options: { readonly everyMilliseconds: number }): Disposable;
  /** With what account a person could sign in to the remote, as people call it ("GitHub"). Undefined: with git alone. */
  signInName(): Promise<string | undefined>;
  /** Takes lines of a record out for good: with a sync, or, where nobody else has any, on this machine. */
  redact(redaction: Redaction, signal?: Cancel): Promise<RedactResult>;
  /** Bytes that the record takes on this machine, where they are many and nobody was told yet. Told now counts as told. */
  largeToTell(): Promise<number | undefined>;
  /** Makes the record smaller on this machine; answers its bytes then. Undefined where that could not be done. */
  compact(): Promise<number | undefined>;
  onDidChangeSync(listener: (state: SyncState) => void): Disposable;

  // For the screens
  /** Why we are doing what we are doing today: the newest why whose time includes today. */
  why(): CurrentWhy | undefined;
  /** What waits for the person here, without what they put off. */
  nowRows(): readonly NowRow[];
  /** Rows that were put off, each with the day on which it is back. */
  putOffRows(): readonly PutOffRow[];
  /** Puts a row of Now off until a day, or shows it again (null). */
  putOffRow(key: string, until: Day | null): Promise<void>;
  /** The note is on screen: what is said from now on is new. Known on this machine only. */
  markSeen(note: RecordId): Promise<void>;
  noteRows(only?: ReadonlySet<RecordId>): readonly NoteRow[];
  /** Dates of the roadmap, for notes to name: those still to come first, by day. */
  milestoneNames(): readonly MilestoneName[];
  unreadRows(): readonly UnreadRecord[];
  /** What the page marks in texts, and hints at while somebody writes. */
  glossary(): Glossary;
  notePage(id: RecordId): Promise<NotePage | undefined>;
  /** What the panel shows beside notes; undefined where what it names is not here. */
  view(ref: ViewRef): Promise<ViewState | undefined>;
  /** An incident as text to pass on: what to read on the call, or the review as Markdown. Undefined where it is no incident. */
  incidentText(id: RecordId, which: IncidentText): string | undefined;
  today(): Day;
}
