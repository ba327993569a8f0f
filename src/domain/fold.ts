import { UNSURE } from "../base/quick-read.ts";
import { causalOrder } from "./causal-order.ts";
import { parseLine, shortReason } from "./event-line.ts";
import type { Envelope, Line } from "./event-line.ts";
import type { EventId, RecordId } from "./ids.ts";
import { LINE_REDACTED, LineRedacted } from "./line-redacted.ts";
import { keptPerson } from "./person.ts";
import { isKnownEvent, recordKindStartedBy } from "./record-kinds.ts";
import type { KnownRecord } from "./record-kinds.ts";
import type { Said, UnreadLine } from "./record.ts";

/** A record that this version can't show. */
export type UnreadableRecord =
  /** Its first event, or the kind of record it starts, is not of this version. */
  | { readonly kind: "newer"; readonly id: RecordId; readonly unread: readonly UnreadLine[] }
  | { readonly kind: "unreadable"; readonly id: RecordId; readonly unread: readonly UnreadLine[] };

/** What a record file turns out to be. Whatever it is, its lines are kept. */
export type FoldedRecord = KnownRecord | UnreadableRecord;

export const isReadable = (folded: FoldedRecord): folded is KnownRecord =>
  folded.kind !== "newer" && folded.kind !== "unreadable";

interface Placed {
  readonly id: EventId;
  readonly seen: readonly EventId[];
  readonly envelope?: Envelope;
}

/** The state of a record: a pure function of the set of its lines. Order, doubles and the clocks of their writers change nothing. */
export function foldRecord(record: RecordId, lines: Iterable<Line>): FoldedRecord {
  const placed: Placed[] = [];
  const redactions = new Map<EventId, LineRedacted>();
  const unread = new Map<EventId, UnreadLine>();
  const pass = (id: EventId, kind: UnreadLine["kind"], why: string) => void unread.set(id, { id, kind, why });
  let first: Envelope | undefined;
  for (const line of lines) {
    const parsed = parseLine(line);
    const { id } = parsed;
    if (parsed.kind === "unreadable") {
      pass(id, "unreadable", parsed.why);
      continue;
    }
    if ((parsed.envelope.record ?? id) !== record) {
      pass(id, "unreadable", "belongs to another record");
      continue;
    }
    if (parsed.kind === "newer") {
      pass(id, "newer", `version ${parsed.envelope.v}`);
      placed.push({ id, seen: parsed.envelope.seen });
      continue;
    }
    placed.push({ id, seen: parsed.envelope.seen, envelope: parsed.envelope });
    if (id === record) first = parsed.envelope;
    if (parsed.envelope.type !== LINE_REDACTED || id === record) continue;
    const redaction = LineRedacted.safeParse(parsed.envelope.data).data;
    if (redaction !== undefined) redactions.set(id, redaction);
  }
  const redacted = new Map<EventId, Placed>();
  for (const { lines: gone } of redactions.values())
    for (const { id, seen } of gone) if (!redactions.has(id)) redacted.set(id, { id, seen });
  for (const id of redacted.keys()) unread.delete(id);
  const withoutStart = redacted.has(record) ? startLeftBy(redactions, record) : undefined;
  if (redacted.has(record)) first = undefined;

  const kind = recordKindStartedBy((first ?? withoutStart)?.type ?? "");
  const builder = kind?.begin();
  const { events, saw, heads } = causalOrder([
    ...placed.filter(({ id }) => !redacted.has(id)),
    ...redacted.values(),
  ]);
  const applied: Said[] = [];
  for (const { id, envelope } of events) {
    if (envelope === undefined) continue;
    const event = kind?.eventOf(envelope.type);
    const starts = recordKindStartedBy(envelope.type) !== undefined;
    if (starts && id !== record) {
      pass(id, "unreadable", "starts a record inside another");
      continue;
    }
    if (first === undefined && withoutStart === undefined) continue;
    const said: Said = { id, by: keptPerson(envelope.by), at: envelope.at };
    const redaction = redactions.get(id);
    if (redaction !== undefined && builder !== undefined) {
      builder.history.push({ type: LINE_REDACTED, text: redaction.because, ...said });
      applied.push(said);
      continue;
    }
    if (id === record && kind === undefined && isKnownEvent(envelope.type)) {
      pass(id, "unreadable", "starts no record");
      continue;
    }
    if (builder === undefined || event === undefined) {
      pass(id, "newer", `event "${envelope.type.slice(0, 100)}"`);
      continue;
    }
    const quick: unknown = event.read(envelope.data);
    const data =
      quick === UNSURE ? event.schema.safeParse(envelope.data) : { success: true as const, data: quick };
    if (!data.success) {
      pass(id, "unreadable", shortReason(data.error));
      continue;
    }
    event.apply(builder, data.data, { saw: (earlier) => saw(id, earlier), ...said });
    applied.push(said);
  }

  const opened =
    withoutStart === undefined
      ? applied.find(({ id }) => id === record)
      : { id: record, by: withoutStart.by, at: withoutStart.at };
  const left = [...unread.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (kind === undefined || builder === undefined || opened === undefined) {
    const isNewer = unread.get(record)?.kind === "newer";
    return { kind: isNewer ? "newer" : "unreadable", id: record, unread: left };
  }
  const lastSaid = applied.at(-1) ?? opened;
  const state = kind.finish(builder, { id: record, opened, unread: left, heads, lastSaid }, saw);
  return { kind: kind.name, record: state } as KnownRecord;
}

/** What the redactions of a record's first line say of it: where there are several, the one with the smallest id is believed. */
function startLeftBy(
  redactions: ReadonlyMap<EventId, LineRedacted>,
  record: RecordId,
): LineRedacted["opened"] {
  const [[, found] = []] = [...redactions]
    .filter(([, { lines, opened }]) => opened !== undefined && lines.some(({ id }) => id === record))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return found?.opened;
}
