import { hash } from "node:crypto";
import type { Anchor } from "../../../src/domain/anchor.ts";
import type { Envelope, Line } from "../../../src/domain/event-line.ts";
import type { EventId, RecordId } from "../../../src/domain/ids.ts";
import type { Person } from "../../../src/domain/person.ts";

/** A record as a team would leave it: `events` lines in one chain. */
export interface MadeRecord {
  readonly record: RecordId;
  readonly lines: readonly Line[];
}

export const EVENTS_A_NOTE = 10;

const people: readonly Person[] = ["Ann", "Ben", "Cléo", "Dan", "Eve"].map((name) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
}));

const words =
  "the query of every product in shop cart loads slow because cache page call waits for one more table and customers see it when stock prices change at night while import runs we can split batch limit or keep as is until spring release".split(
    " ",
  );

/** The same notes for the same numbers, in every process; with a place in code that is not there, unless one is given. */
export function madeRecord(number: number, anchor?: Anchor): MadeRecord {
  let state = number * 2654435761 + 12345;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % below;
  };
  const say = (count: number): string =>
    Array.from({ length: count }, () => words[random(words.length)] ?? "").join(" ");
  const lines: Line[] = [];
  const add = (type: string, data: Envelope["data"]): EventId => {
    const by = people[random(people.length)] ?? { name: "Ann", email: "" };
    const last = lines.at(-1)?.id;
    const day = String(1 + (lines.length % 28)).padStart(2, "0");
    const bytes = Buffer.from(
      JSON.stringify({
        v: 1,
        record: lines[0]?.id ?? null,
        type,
        at: `2026-${String(1 + (number % 12)).padStart(2, "0")}-${day}T10:00:00+01:00`,
        by,
        seen: last === undefined ? [] : [last],
        data,
      }),
    );
    const id = hash("sha256", bytes, "hex");
    lines.push({ id, bytes });
    return id;
  };
  add("noteOpened", {
    nonce: number.toString(16).padStart(32, "0"),
    fields: { kind: "bottleneck", title: say(7), impact: say(25), context: say(30) },
  });
  add("anchorAdded", {
    anchor: anchor ?? {
      path: `shop/${words[number % words.length] ?? "a"}/file-${number % 500}.ts`,
      startLine: 1 + random(400),
      endLine: 401 + random(20),
      quote: Array.from({ length: 6 }, () => `  const ${say(1)} = ${say(4)};`),
      before: [say(5)],
      after: [say(5)],
    },
  });
  add("evidenceAdded", { text: say(15), figure: `${random(900)} ms`, source: say(3), date: "2026-03-14" });
  add("labelAdded", { label: words[random(words.length)] ?? "cache" });
  const option = add("optionAdded", {
    letter: "A",
    fields: { title: say(5), summary: say(20), implications: say(20), gains: say(8), givesUp: say(8) },
  });
  add("optionAdded", { letter: "B", fields: { title: say(5), summary: say(20), implications: say(20) } });
  const question = add("questionAsked", { text: say(14), options: [option] });
  add("questionAnswered", { question, text: say(18) });
  add("noteEdited", { fields: { costOfDelay: say(8) } });
  if (number % 2 === 0) add("decided", { option, because: say(12) });
  else add("commented", { text: say(16) });
  return { record: lines[0]?.id ?? "", lines };
}

/** The record's file. */
export const fileOf = ({ lines }: MadeRecord): Buffer =>
  Buffer.concat(lines.flatMap(({ bytes }) => [bytes, Uint8Array.of(0x0a)]));

/** The envelope of a comment that follows on what is there. */
export function commentOn({ record, lines }: MadeRecord, text: string): Line {
  const bytes = Buffer.from(
    JSON.stringify({
      v: 1,
      record,
      type: "commented",
      at: "2026-12-01T10:00:00+01:00",
      by: people[0],
      seen: [lines.at(-1)?.id],
      data: { text },
    }),
  );
  return { id: hash("sha256", bytes, "hex"), bytes };
}
