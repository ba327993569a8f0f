import { causalOrder } from "./causal-order.ts";
import { eventKind, startsRecord } from "./event-kinds.ts";
import { parseLine, shortReason } from "./event-line.ts";
import type { Envelope, Line } from "./event-line.ts";
import type { EventId, RecordId } from "./ids.ts";
import type { HistoryEntry, Note, Option, Question, Said, UnreadLine } from "./note.ts";
import { startNote } from "./note-builder.ts";
import type { NoteBuilder, OpenOption, OpenQuestion } from "./note-builder.ts";
import { lettersFor } from "./option-letter.ts";
import { isContested } from "./register.ts";

/** What a record file turns out to be. Whatever it is, its lines are kept. */
export type FoldedRecord =
  | { readonly kind: "note"; readonly note: Note }
  /** Its first event, or the kind of record it starts, is not of this version. */
  | { readonly kind: "newer"; readonly id: RecordId; readonly unread: readonly UnreadLine[] }
  | { readonly kind: "unreadable"; readonly id: RecordId; readonly unread: readonly UnreadLine[] };

interface Placed {
  readonly id: EventId;
  readonly seen: readonly EventId[];
  readonly envelope?: Envelope;
}

/** The state of a record: a pure function of the set of its lines. Order, doubles and the clocks of their writers change nothing. */
export function foldRecord(record: RecordId, lines: Iterable<Line>): FoldedRecord {
  const placed: Placed[] = [];
  const unread = new Map<EventId, UnreadLine>();
  const pass = (id: EventId, kind: UnreadLine["kind"], why: string) => void unread.set(id, { id, kind, why });
  let first: Placed | undefined;
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
    const event = { id, seen: parsed.envelope.seen, envelope: parsed.envelope };
    placed.push(event);
    if (id === record) first = event;
  }

  const { events, saw, heads } = causalOrder(placed);
  const builder = startNote();
  const applied: Said[] = [];
  for (const { id, envelope } of events) {
    if (envelope === undefined) continue;
    const kind = eventKind(envelope.type);
    if (kind === undefined) {
      pass(id, "newer", `event "${envelope.type.slice(0, 100)}"`);
      continue;
    }
    if (startsRecord(kind.type) !== (id === record)) {
      pass(id, "unreadable", "starts a record inside another");
      continue;
    }
    const data = kind.schema.safeParse(envelope.data);
    if (!data.success) {
      pass(id, "unreadable", shortReason(data.error));
      continue;
    }
    const said: Said = { id, by: envelope.by, at: envelope.at };
    kind.apply(builder, data.data, { ...said, saw: (earlier) => saw(id, earlier) });
    applied.push(said);
  }

  const opened = applied.find(({ id }) => id === record);
  const left = [...unread.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (opened === undefined) {
    const isNewer =
      first === undefined
        ? left.some(({ id, kind }) => id === record && kind === "newer")
        : unread.get(record)?.kind === "newer";
    return { kind: isNewer ? "newer" : "unreadable", id: record, unread: left };
  }
  return { kind: "note", note: finish(record, builder, { opened, applied, unread: left, heads, saw }) };
}

interface Rest {
  readonly opened: Said;
  readonly applied: readonly Said[];
  readonly unread: readonly UnreadLine[];
  readonly heads: readonly EventId[];
  readonly saw: (event: EventId, earlier: EventId) => boolean;
}

function finish(id: RecordId, builder: NoteBuilder, { opened, applied, unread, heads, saw }: Rest): Note {
  return {
    id,
    opened,
    fields: builder.fields,
    anchors: [...builder.anchors.values()],
    labels: [...builder.labels.values()],
    evidence: [...builder.evidence.values()],
    options: optionsByLetter([...builder.options.values()]),
    questions: [...builder.questions.values()].map(finishQuestion),
    decisions: [...builder.decisions.values()],
    heard: builder.heard,
    comments: builder.comments,
    history: builder.history,
    unread,
    heads,
    changedWhileClosing: changedWhileClosing(builder, saw),
    lastSaid: applied.at(-1) ?? opened,
  };
}

function optionsByLetter(options: readonly OpenOption[]): readonly Option[] {
  const letters = lettersFor(options.map(({ letter }) => letter));
  return options
    .map((option, at) => ({ ...option, letter: letters[at] ?? option.letter }))
    .sort((one, other) => one.letter.length - other.letter.length || (one.letter < other.letter ? -1 : 1));
}

function finishQuestion(question: OpenQuestion): Question {
  const last = question.replies.at(-1);
  const waitsFor = question.accepted !== undefined ? "nobody" : last?.kind === "answer" ? "asker" : "answer";
  return { ...question, waitsFor };
}

/** An edit and the closing of the note that have not seen each other are both shown. */
function changedWhileClosing(builder: NoteBuilder, saw: Rest["saw"]): boolean {
  const { closed } = builder.fields;
  if (closed.value === null || isContested(closed)) return false;
  const closing = closed.versions[0]?.event;
  if (closing === undefined) return false;
  const beside = (entry: HistoryEntry) =>
    entry.id !== closing && !saw(closing, entry.id) && !saw(entry.id, closing);
  return builder.history.some(beside);
}
