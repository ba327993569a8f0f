import { isContested, versionsOf } from "../../src/domain/register.ts";
import type { Register } from "../../src/domain/register.ts";
import { fromUtf8, toUtf8 } from "../../src/base/utf8.ts";
import { lineOf, parseLine, writeLine } from "../../src/domain/event-line.ts";
import type { Line } from "../../src/domain/event-line.ts";
import { foldRecord, isReadable } from "../../src/domain/fold.ts";
import type { FoldedRecord } from "../../src/domain/fold.ts";
import type { EventId, RecordId } from "../../src/domain/ids.ts";
import type { Person } from "../../src/domain/person.ts";
import type { UnreadLine } from "../../src/domain/record.ts";
import type { NewEvent } from "../../src/domain/record-kinds.ts";
import { recordPath } from "../../src/git/record-path.ts";

/** A line as a vector has it: its text, or its bytes in hexadecimal digits where it is not UTF-8. */
type Written = { readonly text: string } | { readonly hex: string };

interface LineVector {
  readonly name: string;
  readonly line: Written;
  readonly id: EventId;
  readonly reads: "event" | "newer" | "unreadable";
}

interface RecordVector {
  readonly name: string;
  readonly record: RecordId;
  readonly path: string;
  readonly lines: readonly Written[];
  readonly ids: readonly EventId[];
  /** Each order gives the state below; a number that is there twice is a line that is there twice. */
  readonly orders: readonly (readonly number[])[];
  readonly state: unknown;
}

const ann: Person = { name: "Ann Lee", email: "ann@example.org" };
const ben: Person = { name: "Ben", email: "ben@example.org" };

/** Clocks are wrong on purpose: none of them has a say. */
const clocks = ["2026-11-22T10:00:00+01:00", "1999-01-01T00:00:00Z", "2099-12-31T23:59:59-08:00"];

/** A record that is being written, one line after the other. */
class Draft {
  readonly lines: Line[] = [];

  constructor(type: string, data: Record<string, unknown>) {
    this.lines.push(writeLine({ v: 1, record: null, type, at: clocks[0] ?? "", by: ann, seen: [], data }));
  }

  get record(): RecordId {
    return this.lines[0]?.id ?? "";
  }

  say(seen: readonly EventId[], event: NewEvent, by = ann): EventId {
    return this.write(seen, event.type, { ...event.data }, by);
  }

  write(seen: readonly EventId[], type: string, data: Record<string, unknown>, by = ann, v = 1): EventId {
    const at = clocks[this.lines.length % clocks.length] ?? "";
    return this.add(writeLine({ v, record: this.record, type, at, by, seen: [...seen], data }).bytes);
  }

  add(bytes: Uint8Array): EventId {
    const line = lineOf(bytes);
    this.lines.push(line);
    return line.id;
  }
}

const nonce = (digit: string): string => digit.repeat(32);

function noteDraft(): Draft {
  const note = new Draft("noteOpened", {
    nonce: nonce("1"),
    fields: {
      kind: "constraint",
      title: "Une requête charge tout 🐘",
      impact: "Search takes over 5 s for large shops",
      neededBy: { day: "2027-03-14", why: "The contract starts" },
    },
  });
  const place = note.say([note.record], {
    type: "anchorAdded",
    data: { anchor: { path: "src/search.ts", startLine: 10, endLine: 12, quote: ["a", "b", "c"] } },
  });
  const label = note.say([place], { type: "labelAdded", data: { label: "search" } });
  const moved = note.say([label], {
    type: "anchorAdded",
    data: { anchor: { path: "src/find.ts", startLine: 1, endLine: 3 }, insteadOf: place },
  });
  const evidence = note.say([moved], {
    type: "evidenceAdded",
    data: { text: "p95 of a week", figure: "5.2 s", date: "2026-11-20" },
  });
  const a = note.say([evidence], {
    type: "optionAdded",
    data: {
      letter: "A",
      fields: { title: "Page by page", effort: { low: 2, high: 3, unit: "weeks" }, implications: "Faster" },
    },
  });
  const b = note.say(
    [evidence],
    { type: "optionAdded", data: { letter: "A", doNothing: true, fields: { title: "Leave it" } } },
    ben,
  );
  const asked = note.say([a, b], { type: "questionAsked", data: { text: "Why now?", options: [a] } }, ben);
  const answered = note.say([asked], {
    type: "questionAnswered",
    data: { question: asked, text: "They signed" },
  });
  const accepted = note.say([answered], { type: "questionAccepted", data: { question: asked } }, ben);
  const decided = note.say([accepted], {
    type: "decided",
    data: { option: a, because: "It holds for two years", restsOn: [evidence], revisitOn: "2027-06-01" },
  });
  const effort = note.say([decided], {
    type: "optionEdited",
    data: { option: a, fields: { effort: { likely: 5, unit: "weeks" } } },
  });
  const dissent = note.say(
    [effort],
    { type: "dissented", data: { decision: decided, because: "It is late", commits: true } },
    ben,
  );
  const heard = note.say([dissent], { type: "heard", data: { backBy: "2026-12-01" } }, ben);
  note.say([heard], { type: "itemsRemoved", data: { items: [label] } });
  note.say([heard], { type: "commented", data: { text: "Said beside it" } }, ben);
  return note;
}

/** Whatever two people can say of one note without having seen each other. */
function contestedDraft(): Draft {
  const note = new Draft("noteOpened", { nonce: nonce("2"), fields: { title: "Start", impact: "Slow" } });
  const { record } = note;
  const label = note.say([record], { type: "labelAdded", data: { label: "kept" } });
  const a = note.say([label], { type: "optionAdded", data: { letter: "A", fields: { title: "A" } } });
  const b = note.say([a], { type: "optionAdded", data: { letter: "B", fields: { title: "B" } } });
  const annsTitle = note.say([b], { type: "noteEdited", data: { fields: { title: "Ann's" } } });
  note.say([b], { type: "noteEdited", data: { fields: { title: "Ben's", impact: "Slower" } } }, ben);
  note.say([annsTitle], { type: "noteEdited", data: { fields: { context: "Same" } } });
  note.say([b], { type: "noteEdited", data: { fields: { context: "Same" } } }, ben);
  note.say([b], { type: "decided", data: { option: a, because: "Ann says" } });
  note.say([b], { type: "decided", data: { option: b, because: "Ben says" } }, ben);
  note.say([b], { type: "optionEdited", data: { option: a, fields: { withdrawn: true } } });
  note.say([b], { type: "optionEdited", data: { option: a, fields: { title: "A, but faster" } } }, ben);
  // Its writer had not seen the label, so it stays.
  note.say([record], { type: "itemsRemoved", data: { items: [label] } }, ben);
  note.say([b], { type: "noteEdited", data: { fields: { closed: { as: "withdrawn", because: "No" } } } });
  return note;
}

function unreadableDraft(): Draft {
  const note = new Draft("noteOpened", { nonce: nonce("3"), fields: { title: "Readable" } });
  const { record } = note;
  const said = note.say([record], { type: "commented", data: { text: "Neighbour" } });
  note.add(toUtf8("not JSON"));
  note.add(Uint8Array.of(0xff, 0xfe, 0x00));
  note.write([said], "commented", { text: 3 });
  note.write([said], "pollOpened", { question: "Of a later version" });
  const newer = note.write([said], "commented", { text: "Of version 2" }, ann, 2);
  note.add(
    writeLine({
      v: 1,
      record: "f".repeat(64),
      type: "commented",
      at: clocks[0] ?? "",
      by: ann,
      seen: [],
      data: { text: "Of another record" },
    }).bytes,
  );
  note.write([said], "termOpened", { nonce: nonce("4"), fields: {} });
  note.say([newer, "e".repeat(64)], {
    type: "commented",
    data: { text: "Has seen what can't be read, and what isn't here" },
  });
  note.write([said], "commented", { text: "Has more in it", later: { of: "a newer version" } });
  return note;
}

/** A comment and the first line were taken out; the comment is still there, put back by hand. */
function redactedDraft(): Draft {
  const note = new Draft("noteOpened", { nonce: nonce("9"), fields: { title: "Taken out" } });
  const { record } = note;
  const secret = note.say([record], { type: "commented", data: { text: "Taken out too" } });
  const after = note.say([secret], { type: "noteEdited", data: { fields: { impact: "Kept" } } }, ben);
  note.write([after], "lineRedacted", {
    lines: [
      { id: secret, seen: [record] },
      { id: record, seen: [] },
    ],
    because: "They held a password",
    opened: { type: "noteOpened", by: ann, at: clocks[0] },
  });
  note.say([secret], { type: "noteEdited", data: { fields: { title: "Said beside it" } } });
  return note;
}

function milestoneDraft(): Draft {
  const date = new Draft("milestoneOpened", {
    nonce: nonce("5"),
    day: "2027-03-31",
    fields: { title: "Large shops", promisedTo: "sales", firmness: "fixed" },
  });
  const { record } = date;
  const agreed = date.say([record], {
    type: "milestoneAnswered",
    data: { day: "2027-03-31", answer: "agreed" },
  });
  const moved = date.say(
    [agreed],
    {
      type: "milestoneMoved",
      data: {
        from: "2027-03-31",
        to: "2027-04-15",
        because: "The search is not ready",
        notes: ["a".repeat(64)],
      },
    },
    ben,
  );
  date.say([agreed], {
    type: "milestoneMoved",
    data: { from: "2027-03-31", to: "2027-04-30", because: "Said beside it" },
  });
  date.say(
    [moved],
    {
      type: "milestoneAnswered",
      data: { day: "2027-04-15", answer: "concerns", text: "Tight" },
    },
    ben,
  );
  date.say([moved], {
    type: "milestoneEdited",
    data: { fields: { whyThisDate: "The contract", uid: "x@cal" } },
  });
  return date;
}

function briefDraft(): Draft {
  const brief = new Draft("briefOpened", {
    nonce: nonce("6"),
    fields: {
      text: "Large shops can search.",
      scope: { kind: "sprint", name: "Sprint 12", from: "2026-11-23", to: "2026-12-04" },
      areas: [{ name: "Search", paths: ["src/search", "src/**/*.sql"] }],
    },
  });
  const { record } = brief;
  const first = brief.say(
    [record],
    { type: "briefChallenged", data: { kind: "challenge", text: "Why?" } },
    ben,
  );
  const answered = brief.say([first], {
    type: "challengeAnswered",
    data: { challenge: first, text: "They wait" },
  });
  brief.say([answered], { type: "challengeAccepted", data: { challenge: first } });
  brief.say([answered], { type: "challengeFurthered", data: { challenge: first, text: "Since when?" } }, ben);
  brief.say([first], { type: "briefChallenged", data: { kind: "betterIdea", text: "Or cache it" } }, ben);
  brief.say([first], { type: "briefEdited", data: { fields: { text: "Two words" } } });
  brief.say([first], { type: "briefEdited", data: { fields: { text: "Or two others" } } }, ben);
  return brief;
}

function retroDraft(): Draft {
  const retro = new Draft("retroOpened", {
    nonce: nonce("9"),
    fields: { name: "Sprint 12", period: { from: "2026-11-23", to: "2026-12-04" } },
  });
  const { record } = retro;
  const written = retro.say(
    [record],
    { type: "retroShared", data: { part: "inTheWay", text: "The vendor was late" } },
    ben,
  );
  retro.say([record], { type: "retroStartedWithout", data: {} }, ben);
  const first = retro.say([record], {
    type: "retroShared",
    data: { part: "mine", text: "I promised before I asked" },
  });
  const corrected = (text: string) =>
    ({ type: "retroWordsCorrected", data: { words: written, text } }) as const;
  const meant = retro.say([written], corrected("The vendor was two weeks late"), ben);
  retro.say([meant], corrected("The vendor told us two weeks late"), ben);
  retro.say([meant], corrected("Not their words"));
  const action = retro.say([written, first], { type: "actionTakenDown", data: { text: "Ask first" } });
  retro.say([action], { type: "actionMade", data: { action, record: "a".repeat(64) } });
  retro.say([action], { type: "actionMade", data: { action, record: "b".repeat(64) } }, ben);
  retro.say([action], { type: "actionMade", data: { action: first, record: "c".repeat(64) } });
  retro.say([action], { type: "retroEdited", data: { fields: { name: "November" } } });
  retro.say([action], { type: "retroEdited", data: { fields: { name: "Twelve", closed: true } } }, ben);
  return retro;
}

function termDraft(): Draft {
  const term = new Draft("termOpened", { nonce: nonce("7"), fields: { term: "p95" } });
  const said = term.say([term.record], {
    type: "termEdited",
    data: { fields: { explanation: "19 of 20 are faster" } },
  });
  term.say([said], { type: "termEdited", data: { fields: { withdrawn: true } } }, ben);
  return term;
}

/** A record of which the first line is not here. */
function headlessDraft(): Draft {
  const draft = termDraft();
  draft.lines.splice(0, 1);
  return draft;
}

const written = ({ bytes }: Line): Written => {
  const text = fromUtf8(bytes);
  return text === undefined ? { hex: Buffer.from(bytes).toString("hex") } : { text };
};

/** As written, backwards, the halves swapped with a line twice, and the odd ones before the even ones. */
function orders(count: number): number[][] {
  const all = Array.from({ length: count }, (_, at) => at);
  const half = Math.ceil(count / 2);
  return [
    all,
    [...all].reverse(),
    [...all.slice(half), ...all.slice(0, half), 0],
    [...all.filter((at) => at % 2 === 1), ...all.filter((at) => at % 2 === 0)],
  ];
}

function recordVector(name: string, draft: Draft, record = draft.record): RecordVector {
  const { lines } = draft;
  return {
    name,
    record,
    path: recordPath(record),
    lines: lines.map(written),
    ids: lines.map(({ id }) => id),
    orders: orders(lines.length),
    state: stateOf(foldRecord(record, lines)),
  };
}

/** What a record comes to, as docs/format.md says it is written in a vector. */
export function stateOf(folded: FoldedRecord): unknown {
  return isReadable(folded)
    ? { kind: folded.kind, ...(plain({ ...folded.record, unread: named(folded.record.unread) }) as object) }
    : { kind: folded.kind, id: folded.id, unread: named(folded.unread) };
}

/** Why a line can't be read is said in the words of each program. */
const named = (unread: readonly UnreadLine[]) => unread.map(({ id, kind }) => ({ id, kind }));

/** Registers become their value, and `contested` beside them where there is more than one; the history and what is undefined go. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined || name === "history") continue;
    if (name !== "fields") {
      result[name] = plain(part);
      continue;
    }
    const registers = Object.entries(part as Record<string, Register<unknown>>);
    result["fields"] = Object.fromEntries(registers.map(([field, register]) => [field, register.value]));
    const contested = registers.filter(([, register]) => isContested(register));
    if (contested.length > 0)
      result["contested"] = Object.fromEntries(
        contested.map(([field, register]) => [
          field,
          versionsOf(register).map((version) => ({ value: version.value, event: version.event })),
        ]),
      );
  }
  return result;
}

function lineVectors(): readonly LineVector[] {
  const line = writeLine({
    v: 1,
    record: null,
    type: "noteOpened",
    at: clocks[0] ?? "",
    by: ann,
    seen: [],
    data: { nonce: nonce("0"), fields: { title: "x" } },
  });
  const text = fromUtf8(line.bytes) ?? "";
  const all: readonly (readonly [string, string | Uint8Array])[] = [
    ["as it is written", text],
    ["with a blank at its end: another line, that reads the same", `${text} `],
    ["with its keys in another order: another line", text.replace('{"v":1,', "{").replace(/}$/, ',"v":1}')],
    ["with letters beyond ASCII, as UTF-8", text.replace('"x"', '"requête 🐘"')],
    ["the same with an escape: another line", text.replace('"x"', '"requ\\u00eate 🐘"')],
    ["with half a pair of surrogates in an escape", text.replace('"x"', '"\\ud800"')],
    ["with a key twice: the last counts", text.replace('"v":1', '"v":2,"v":1')],
    ["with a carriage return at its end", `${text}\r`],
    ["of a type that is not known", text.replace("noteOpened", "laterThing")],
    ["of a later version", text.replace('"v":1', '"v":2')],
    ["of a later version without what every version has", '{"v":2,"record":null}'],
    ["with an e-mail address missing", text.replace(',"email":"ann@example.org"', "")],
    ["with a day that is none", text.replace("2026-11-22", "2026-02-30")],
    ["with a moment without a zone", text.replace("+01:00", "")],
    ["with an id in capitals", text.replace('"seen":[]', `"seen":["${"A".repeat(64)}"]`)],
    ["with a version that is no whole number", text.replace('"v":1', '"v":1.5')],
    ["with a number larger than JSON's", text.replace('"v":1', '"v":1e999')],
    ["a list", "[]"],
    ["no JSON", "{"],
    ["with a byte order mark", Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), line.bytes])],
    ["with a NUL", Buffer.concat([line.bytes, Uint8Array.of(0)])],
    ["not UTF-8", Uint8Array.of(0xed, 0xa0, 0x80)],
  ];
  return all.map(([name, bytes]) => {
    const vector = lineOf(typeof bytes === "string" ? toUtf8(bytes) : bytes);
    return { name, line: written(vector), id: vector.id, reads: parseLine(vector).kind };
  });
}

/** The files of test/fixtures/format, by name. */
export function formatVectors(): ReadonlyMap<string, string> {
  const term = termDraft();
  const newer = new Draft("planOpened", { nonce: nonce("8") });
  const records = {
    note: recordVector("a note, from its first line to a comment said beside its last", noteDraft()),
    contested: recordVector("people who had not seen each other", contestedDraft()),
    unreadable: recordVector("lines that can't be read, among others that can", unreadableDraft()),
    redacted: recordVector("lines that were taken out", redactedDraft()),
    milestone: recordVector("a date that two people moved", milestoneDraft()),
    brief: recordVector("a brief with challenges", briefDraft()),
    retro: recordVector("a retro that two people wrote in", retroDraft()),
    term: recordVector("a word", term),
    headless: recordVector("a record whose first line is not here", headlessDraft(), term.record),
    newer: recordVector("a record that starts with an event of a later version", newer),
  };
  const write = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  return new Map([
    ["lines.json", write(lineVectors())],
    ...Object.entries(records).map(([name, vector]) => [`${name}.json`, write(vector)] as const),
  ]);
}
