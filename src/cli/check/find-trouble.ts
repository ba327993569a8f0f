import { parseLine } from "../../domain/event-line.ts";
import type { Line } from "../../domain/event-line.ts";
import { foldRecord, isReadable } from "../../domain/fold.ts";
import type { EventId, RecordId } from "../../domain/ids.ts";
import { redactedIn } from "../../domain/line-redacted.ts";
import type { RecordLines } from "../../store/store.ts";
import type { BranchFiles, Position } from "./branch-files.ts";

interface At {
  readonly record: RecordId;
  /** Undefined where it is saved on this machine only. */
  readonly position: Position | undefined;
}

/** Something that is not as it should be, before it is put into words. */
export type Trouble =
  | (At & { readonly kind: "unreadableLine" | "newerLine"; readonly event: EventId; readonly why: string })
  | (At & { readonly kind: "redactedLine"; readonly event: EventId })
  | (At & { readonly kind: "misplacedLine"; readonly event: EventId; readonly belongsTo: RecordId })
  | (At & { readonly kind: "unreadableRecord" | "newerRecord" })
  | (At & { readonly kind: "missingEvent"; readonly event: EventId; readonly namedBy: number })
  /** `record` is whose file it is; undefined where it is none. */
  | { readonly kind: "misplacedFile"; readonly path: string; readonly record: RecordId }
  | { readonly kind: "strayFile"; readonly path: string };

/** Looks at every line that is here. Order: by record, then files. */
export function findTrouble(records: RecordLines, { positions, others }: BranchFiles): readonly Trouble[] {
  const trouble: Trouble[] = [];
  for (const [record, lines] of [...records].sort(([one], [other]) => (one < other ? -1 : 1)))
    trouble.push(...troubleIn(record, lines, positions.get(record)));
  for (const path of [...others].sort()) {
    const record = /([0-9a-f]{64})\.jsonl$/.exec(path)?.[1];
    trouble.push(
      record === undefined ? { kind: "strayFile", path } : { kind: "misplacedFile", path, record },
    );
  }
  return trouble;
}

function* troubleIn(
  record: RecordId,
  lines: readonly Line[],
  positions: ReadonlyMap<EventId, Position> | undefined,
): Generator<Trouble> {
  const at = (event: EventId) => ({ record, position: positions?.get(event) });
  const first = positions?.values().next().value;
  const folded = foldRecord(record, lines);
  if (!isReadable(folded))
    yield {
      kind: folded.kind === "newer" ? "newerRecord" : "unreadableRecord",
      record,
      position: first === undefined ? undefined : { path: first.path, line: 1 },
    };

  const here = new Set(lines.map(({ id }) => id));
  const missing = new Map<EventId, number>();
  const misplaced = new Map<EventId, RecordId>();
  const redacted = redactedIn(lines);
  for (const line of lines) {
    if (redacted.has(line.id)) {
      yield { kind: "redactedLine", ...at(line.id), event: line.id };
      continue;
    }
    const parsed = parseLine(line);
    if (parsed.kind === "unreadable") continue;
    const belongsTo = parsed.envelope.record ?? parsed.id;
    if (belongsTo !== record) {
      misplaced.set(line.id, belongsTo);
      continue;
    }
    for (const seen of new Set(parsed.envelope.seen))
      if (!here.has(seen) && !redacted.has(seen)) missing.set(seen, (missing.get(seen) ?? 0) + 1);
  }
  const unread = isReadable(folded) ? folded.record.unread : folded.unread;
  for (const { id, kind, why } of unread) {
    const belongsTo = misplaced.get(id);
    if (belongsTo !== undefined) yield { kind: "misplacedLine", ...at(id), event: id, belongsTo };
    else yield { kind: kind === "newer" ? "newerLine" : "unreadableLine", ...at(id), event: id, why };
  }
  for (const [event, namedBy] of [...missing].sort(([one], [other]) => (one < other ? -1 : 1)))
    yield {
      kind: "missingEvent",
      record,
      position: first === undefined ? undefined : { path: first.path, line: 1 },
      event,
      namedBy,
    };
}
