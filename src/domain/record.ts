import type { Moment } from "./dates.ts";
import type { EventId, RecordId } from "./ids.ts";
import type { Person } from "./person.ts";
import type { Register } from "./register.ts";

/** What every part of a record has: the event that put it there is its id. */
export interface Said {
  readonly id: EventId;
  readonly by: Person;
  readonly at: Moment;
}

export type Registers<Fields> = { readonly [Name in keyof Fields]: Register<Fields[Name]> };

/** One thing that happened, for the history: what is needed to say it in a sentence. */
export interface HistoryEntry extends Said {
  readonly type: string;
  /** Names of the fields that were set. */
  readonly fields?: readonly string[] | undefined;
  /** The part it is about: an option, a question, a decision, a move of a date. */
  readonly about?: EventId | undefined;
  readonly text?: string | undefined;
}

/** A line that is kept and shown, though this version can't read it. */
export interface UnreadLine {
  readonly id: EventId;
  readonly kind: "newer" | "unreadable";
  readonly why: string;
}

/** What every kind of record has. */
export interface RecordState {
  readonly id: RecordId;
  readonly opened: Said;
  readonly history: readonly HistoryEntry[];
  readonly unread: readonly UnreadLine[];
  /** The newest events known, which the next event says it has seen. */
  readonly heads: readonly EventId[];
  /** The last thing anybody said, by the order of the fold. */
  readonly lastSaid: Said;
}
