import * as z from "zod/mini";
import english from "zod/v4/locales/en.js";
import { quickReader, UNSURE } from "../base/quick-read.ts";
import { sha256Hex } from "../base/sha256.ts";
import { fromUtf8, toUtf8 } from "../base/utf8.ts";
import { Moment } from "./dates.ts";
import { EventId, RecordId } from "./ids.ts";
import { Person } from "./person.ts";

// Without a language zod says no more than that a value is invalid; `sightline check` says in which way.
z.config(english());

/** The version of the format this program writes, and the newest it reads. */
export const FORMAT_VERSION = 1;

/** Longest line that is saved, in bytes. Longer ones that are already there are read all the same. */
export const MAX_LINE_BYTES = 256 * 1024;

/** Largest record that is saved, in bytes, newlines included. */
export const MAX_RECORD_BYTES = 1024 * 1024;

/** One line of a record file, as bytes without its newline; `id` is their hash. */
export interface Line {
  readonly id: EventId;
  readonly bytes: Uint8Array;
}

/** The part of a line that every version has. `record` is null in a record's first event, whose id is the record's. */
export const Envelope = z.object({
  v: z.int().check(z.gte(1)),
  record: z.nullable(RecordId),
  type: z.string().check(z.minLength(1), z.maxLength(100)),
  at: Moment,
  by: Person,
  seen: z.array(EventId).check(z.maxLength(1000)),
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof Envelope>;
const readEnvelope = quickReader(Envelope);

export type ParsedLine =
  | { readonly kind: "event"; readonly id: EventId; readonly envelope: Envelope }
  /** Written by a newer version, which said where it belongs and what it had seen. */
  | {
      readonly kind: "newer";
      readonly id: EventId;
      readonly envelope: Pick<Envelope, "v" | "record" | "seen">;
    }
  | { readonly kind: "unreadable"; readonly id: EventId; readonly why: string };

const NewerEnvelope = z.object({
  v: z.int().check(z.gte(FORMAT_VERSION + 1)),
  record: z.nullable(RecordId),
  seen: z.array(EventId).check(z.maxLength(1000)),
});

/** Reads one line. Never throws: what cannot be read is an answer, and its bytes stay where they are. */
export function parseLine(line: Line): ParsedLine {
  const { id } = line;
  const text = fromUtf8(line.bytes);
  if (text === undefined) return { kind: "unreadable", id, why: "not UTF-8" };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: "unreadable", id, why: "not JSON" };
  }
  const quick = readEnvelope(json);
  if (quick !== UNSURE && quick.v === FORMAT_VERSION) return { kind: "event", id, envelope: quick };
  const envelope = Envelope.safeParse(json);
  if (envelope.success && envelope.data.v === FORMAT_VERSION)
    return { kind: "event", id, envelope: envelope.data };
  const newer = NewerEnvelope.safeParse(json);
  if (newer.success) return { kind: "newer", id, envelope: newer.data };
  return { kind: "unreadable", id, why: envelope.success ? "version" : shortReason(envelope.error) };
}

/** The record a line says it belongs to, its own id where it starts one; undefined where the line cannot be read. */
export function recordOf(line: Line): RecordId | undefined {
  const parsed = parseLine(line);
  return parsed.kind === "unreadable" ? undefined : (parsed.envelope.record ?? parsed.id);
}

/** Makes the line of an event. Its key order is fixed, so that the same event gives the same bytes. */
export function writeLine(envelope: Envelope): Line {
  const { v, record, type, at, by, seen, data } = envelope;
  const bytes = toUtf8(
    JSON.stringify({ v, record, type, at, by: { name: by.name, email: by.email }, seen, data }),
  );
  return { id: sha256Hex(bytes), bytes };
}

/** The line that these bytes are. */
export const lineOf = (bytes: Uint8Array): Line => ({ id: sha256Hex(bytes), bytes });

/** Where a value leaves its schema, in a few words. */
export function shortReason(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return issue === undefined
    ? "not as the format says"
    : `${issue.path.map(String).join(".") || "line"}: ${issue.message}`;
}
