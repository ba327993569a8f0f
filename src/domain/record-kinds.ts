import { briefRecord } from "./brief/brief-record.ts";
import { milestoneRecord } from "./milestone/milestone-record.ts";
import { noteRecord } from "./note-record.ts";
import type { InputOf, RecordKind } from "./record-kind.ts";
import { retroRecord } from "./retro/retro-record.ts";
import { termRecord } from "./term/term-record.ts";

/** Every kind of record this version knows. One that starts with another event is kept, and shown as written by a newer Sightline. */
const kinds = [noteRecord, milestoneRecord, termRecord, briefRecord, retroRecord] as const;

type Kind = (typeof kinds)[number];
export type RecordName = Kind["name"];

/** A record of one of the kinds. */
export type KnownRecord = {
  [K in Kind as K["name"]]: { readonly kind: K["name"]; readonly record: ReturnType<K["finish"]> };
}[RecordName];
export type RecordOf<Name extends RecordName> = Extract<KnownRecord, { kind: Name }>["record"];

/** What is said when an event is made. */
export type NewEvent = InputOf<Kind["events"]>;
export type EventType = NewEvent["type"];

const byStart = new Map<string, RecordKind>(
  kinds.map((kind) => [kind.events[0].type, kind as unknown as RecordKind]),
);

/** The kind of record that this event starts; undefined where it starts none. */
export const recordKindStartedBy = (type: string): RecordKind | undefined => byStart.get(type);

const known = new Set(kinds.flatMap(({ events }) => events.map(({ type }) => type as string)));

/** Whether this version knows events of this type, in whatever kind of record. */
export const isKnownEvent = (type: string): boolean => known.has(type);
