import * as z from "zod/mini";
import { refuse, succeed } from "../../base/result.ts";
import { recordSentence } from "../../app/record-sentence.ts";
import type { Wording } from "../../app/wording.ts";
import { causalOrder } from "../../domain/causal-order.ts";
import { parseLine } from "../../domain/event-line.ts";
import type { Line } from "../../domain/event-line.ts";
import { foldRecord, isReadable } from "../../domain/fold.ts";
import type { EventId, RecordId } from "../../domain/ids.ts";
import { redactedIn } from "../../domain/line-redacted.ts";
import { DOCUMENT_FORMAT } from "../documents/format.ts";
import type { LogDocument, LoggedEvent } from "../documents/log-document.ts";
import { cutDeep } from "../text/cut-deep.ts";
import { findRecord, shortener } from "../find-note.ts";
import type { Command } from "../main.ts";
import { openRaw } from "../open.ts";
import { logText } from "../text/log-text.ts";

const Values = z.tuple([z.string()]);
const Options = z.object({ reverse: z._default(z.boolean(), false) });

export const log: Command = async (context, values, raw) => {
  const [typed] = Values.parse(values);
  const { reverse } = Options.parse(raw);
  const here = await openRaw(context);
  if (!here.ok) return here;
  const { store, wording } = here.value;
  const { records } = await store.read();
  const found = findRecord(typed, [...records.keys()], shortener(records.keys()));
  if (!found.ok) return refuse(found.reason);
  const note = found.value;
  const lines = records.get(note) ?? [];
  const redacted = redactedIn(lines);
  const events = loggedEvents(
    note,
    lines.filter(({ id }) => !redacted.has(id)),
    wording,
  );
  const document: LogDocument = {
    format: DOCUMENT_FORMAT,
    note,
    events: reverse ? events : events.reverse(),
  };
  return succeed({ document, text: logText(document, context) });
};

/** Every line of a record in the order of the fold; what can't be placed comes last. */
function loggedEvents(record: RecordId, lines: readonly Line[], wording: Wording): LoggedEvent[] {
  const folded = foldRecord(record, lines);
  const known = isReadable(folded) ? folded : undefined;
  const unread = new Map(
    (isReadable(folded) ? folded.record.unread : folded.unread).map(({ id, why }) => [id, why]),
  );
  const sentences = new Map(
    known?.record.history.map((entry): [EventId, string] => [
      entry.id,
      recordSentence(entry, known, wording),
    ]),
  );
  const parsed = lines.map(parseLine);
  const placed = parsed.filter((line) => line.kind !== "unreadable");
  const events = new Map(placed.map((line) => [line.id, line]));
  const order = causalOrder(placed.map(({ id, envelope }) => ({ id, seen: envelope.seen }))).events;
  return [
    ...order.flatMap(({ id }): LoggedEvent[] => {
      const line = events.get(id);
      if (line === undefined) return [];
      if (line.kind === "newer")
        return [{ state: "newer", id, version: line.envelope.v, seen: line.envelope.seen }];
      const { type, at, by, seen, data } = line.envelope;
      const event = { id, type, at, by, seen, data: cutDeep(data) };
      const why = unread.get(id);
      return [
        why === undefined
          ? {
              state: "applied",
              ...event,
              sentence:
                sentences.get(id) ??
                wording.translate("Changed nothing: it was said before, or what it is about is not here."),
            }
          : { state: "notUnderstood", ...event, why },
      ];
    }),
    ...parsed.flatMap((line): LoggedEvent[] =>
      line.kind === "unreadable" ? [{ state: "unreadable", id: line.id, why: line.why }] : [],
    ),
  ];
}
