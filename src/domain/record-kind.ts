import type { z } from "zod/mini";
import type { EventKind } from "./event-kind.ts";
import type { EventId } from "./ids.ts";
import type { RecordBuilder } from "./record-builder.ts";
import type { RecordState } from "./record.ts";

/** What the fold knows of a record beside what its events made of it. */
export type Folded = Omit<RecordState, "history">;

/** Whether the writer of `event` knew `earlier`. */
export type Saw = (event: EventId, earlier: EventId) => boolean;

// The data of an event is checked by its own schema before it is applied; what it is can't be said of all of them at once.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyEvent<Builder> = EventKind<Builder, string, any, any>;

/** A kind of record: the event that starts it, the events it is made of, and what they come to. */
export interface RecordKind<
  Name extends string = string,
  Builder extends RecordBuilder = RecordBuilder,
  State extends RecordState = RecordState,
  Events extends readonly AnyEvent<Builder>[] = readonly AnyEvent<Builder>[],
> {
  readonly name: Name;
  /** The first of them starts a record of this kind, and stands nowhere else. */
  readonly events: Events;
  /** The event of this type; undefined where records of this kind have none such. */
  readonly eventOf: (type: string) => AnyEvent<Builder> | undefined;
  readonly begin: () => Builder;
  readonly finish: (builder: Builder, folded: Folded, saw: Saw) => State;
}

export const defineRecord = <
  const Name extends string,
  Builder extends RecordBuilder,
  State extends RecordState,
  const Events extends readonly AnyEvent<Builder>[],
>(
  kind: Omit<RecordKind<Name, Builder, State, Events>, "eventOf">,
): RecordKind<Name, Builder, State, Events> => {
  const byType = new Map<string, AnyEvent<Builder>>(kind.events.map((event) => [event.type, event]));
  return { eventOf: (type) => byType.get(type), ...kind };
};

/** What is said when one of these events is made: its type, and data as its schema takes it. */
export type InputOf<Events extends readonly AnyEvent<never>[]> = {
  [Kind in Events[number] as Kind["type"]]: {
    readonly type: Kind["type"];
    readonly data: z.input<Kind["schema"]>;
  };
}[Events[number]["type"]];
