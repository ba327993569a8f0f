import { toUtf8 } from "../../src/base/utf8.ts";
import type { Line } from "../../src/domain/event-line.ts";
import { writeLine } from "../../src/domain/event-line.ts";
import type { EventId, RecordId } from "../../src/domain/ids.ts";
import { ann, ben } from "./event-builders.ts";
import { random } from "./random.ts";
import type { Random } from "./random.ts";

const NEWLINE = 0x0a;

/** A record file to which something happened. */
export interface DamagedRecord {
  readonly record: RecordId;
  readonly content: Uint8Array;
  /** Lines to which nothing happened. */
  readonly untouched: readonly EventId[];
  /** What happened, for the message of a failure. */
  readonly how: string;
}

/** A note with comments, edits and labels: each line says something of its own, so that a missing one is missed. */
function aRecord(at: number, { below }: Random): readonly Line[] {
  const nonce = at.toString(16).padStart(32, "0");
  const lines: Line[] = [];
  const say = (type: string, data: Record<string, unknown>) => {
    const [first, last] = [lines[0]?.id ?? null, lines.at(-1)?.id];
    const seen = last === undefined ? [] : [last];
    const by = lines.length % 2 === 0 ? ann : ben;
    lines.push(writeLine({ v: 1, record: first, type, at: "2026-11-22T10:00:00+01:00", by, seen, data }));
  };
  say("noteOpened", { nonce, fields: { title: `Note ${at} – é 🐘`, impact: "5 s" } });
  for (let line = 2 + below(4); line > 0; line--) {
    const [type, data] = (
      [
        ["commented", { text: `Comment ${line} of ${at}` }],
        ["noteEdited", { fields: { context: `Context ${line}` } }],
        ["labelAdded", { label: `label-${line}` }],
        ["anchorAdded", { anchor: { path: `src/${line}.ts`, startLine: line, endLine: line + 1 } }],
      ] as const
    )[below(4)] ?? ["commented", { text: "" }];
    say(type, data);
  }
  return lines;
}

type Damage = (line: Uint8Array, random: Random) => Uint8Array;

const spliced = (line: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array =>
  Buffer.concat([line.subarray(0, at), insert, line.subarray(at + remove)]);

/** Puts a member at the start of one of the line's objects, which is where a parser meets it first. */
const member =
  (text: (random: Random) => string): Damage =>
  (line, random) => {
    const objects = [...line.entries()].filter(([, byte]) => byte === 0x7b).map(([at]) => at);
    return spliced(line, (objects[random.below(objects.length)] ?? 0) + 1, 0, toUtf8(`${text(random)},`));
  };

/** Mostly shallow: a few thousand deep ones would only test how fast JSON.parse is. */
const depth = ({ below }: Random): number => (below(50) === 0 ? 20_000 : 40 + below(2000));

const damages: Readonly<Record<string, Damage>> = {
  "bytes flipped": (line, { below }) => {
    const bytes = Uint8Array.from(line);
    for (let times = 1 + below(4); times > 0; times--) {
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    }
    return bytes;
  },
  "cut off": (line, { below }) => line.subarray(0, below(line.length)),
  "a piece gone": (line, { below }) => spliced(line, below(line.length), 1 + below(20), new Uint8Array()),
  "random bytes put in": (line, { below }) =>
    spliced(
      line,
      below(line.length),
      0,
      Uint8Array.from({ length: 1 + below(12) }, () => below(256)),
    ),
  "NULs put in": (line, { below }) => spliced(line, below(line.length), 0, new Uint8Array(1 + below(8))),
  "only NULs": (line) => new Uint8Array(line.length),
  "deeply nested lists": member((random) => `"x":${"[".repeat(depth(random))}`),
  "deeply nested, and well formed": member((random) => {
    const levels = depth(random);
    return random.below(2) === 0
      ? `"x":${"[".repeat(levels)}${"]".repeat(levels)}`
      : `"x":${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  }),
  "huge numbers": member(
    ({ below }) =>
      `"${["v", "x", "startLine"][below(3)] ?? ""}":${["1e999", "-1e400", "9".repeat(400), "9007199254740993", "1e-400"][below(5)] ?? ""}`,
  ),
  "a key twice": member(
    ({ below }) =>
      [`"v":2`, `"record":null`, `"seen":[]`, `"type":"decided"`, `"data":{}`, `"title":"other"`, `"text":7`][
        below(7)
      ] ?? "",
  ),
  "half a pair of surrogates": member(
    ({ below }) => `"${["title", "text", "x"][below(3)] ?? ""}":"\\ud8${below(90) + 10}"`,
  ),
  "surrogates as bytes": (line, { below }) =>
    spliced(line, below(line.length), 0, Uint8Array.of(0xed, 0xa0 + below(32), 0x80)),
  "names of the prototype": member(
    ({ below }) =>
      `"${["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"][below(5)] ?? ""}":{"title":"x","v":1}`,
  ),
  "a line of another record": (line) =>
    Buffer.from(
      Buffer.from(line)
        .toString("latin1")
        .replace(/"record":(null|"[^"]*")/, `"record":"${"f".repeat(64)}"`),
      "latin1",
    ),
  "a later version": (line) =>
    Buffer.from(Buffer.from(line).toString("latin1").replace('"v":1', '"v":2'), "latin1"),
};

/** The `at`th damaged record of a run. */
export function damagedRecord(seed: number, at: number): DamagedRecord {
  const dice = random(seed + at * 7919);
  const lines = aRecord(at, dice);
  const record = lines[0]?.id ?? "";
  const names = Object.keys(damages);
  const hit = new Set<number>();
  const how: string[] = [];
  const files: Uint8Array[] = lines.map(({ bytes }) => bytes);
  for (let times = 1 + dice.below(2); times > 0; times--) {
    // The first line less often than the others: without it nothing else is shown.
    const line = dice.below(10) === 0 ? 0 : 1 + dice.below(lines.length - 1);
    const name = names[dice.below(names.length)] ?? "";
    const bytes = files[line] ?? new Uint8Array();
    if (bytes.length === 0) continue;
    files[line] = damages[name]?.(bytes, dice) ?? bytes;
    hit.add(line);
    how.push(`line ${line + 1}: ${name}`);
  }
  const ends = lines.map(() => Uint8Array.of(NEWLINE));
  if (dice.below(12) === 0) {
    // Two lines become one.
    const line = dice.below(lines.length - 1);
    ends[line] = new Uint8Array();
    hit.add(line).add(line + 1);
    how.push(`line ${line + 1}: its end gone`);
  }
  if (dice.below(12) === 0) ends[lines.length - 1] = new Uint8Array();
  return {
    record,
    content: Buffer.concat(files.flatMap((bytes, line) => [bytes, ends[line] ?? new Uint8Array()])),
    untouched: lines.filter((_line, line) => !hit.has(line)).map(({ id }) => id),
    how: how.join(", "),
  };
}
