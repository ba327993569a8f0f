import { refuse, succeed } from "../../base/result.ts";
import type { Result } from "../../base/result.ts";
import type { Translate } from "../../base/translate.ts";
import { Day } from "../../domain/dates.ts";
import { parseEffort } from "../../domain/effort.ts";
import type { Effort } from "../../domain/effort.ts";
import type { Person } from "../../domain/person.ts";
import { usage } from "../problem.ts";
import type { Problem } from "../problem.ts";
import { lookUp, wordsOf } from "./word-table.ts";
import type { WordTable } from "./word-table.ts";

/** A value as typed, or why it can't be taken. */
export type Read<Value> = Result<Value, Problem>;

/** What reading needs to say what is wrong. */
export interface Reading {
  readonly command: string;
  readonly translate: Translate;
}

/** What empties a field. */
const NONE = "none";

const bad = (reading: Reading, option: string, value: string, expected: string): Read<never> =>
  refuse(usage({ kind: "badValue", option, value, expected }, reading.command));

/** All values, or the first problem. */
export function allOf<Values extends Readonly<Record<string, unknown>>>(reads: {
  readonly [Name in keyof Values]: Read<Values[Name]>;
}): Read<Values> {
  const values: Record<string, unknown> = {};
  for (const [name, read] of Object.entries<Read<unknown>>(reads)) {
    if (!read.ok) return read;
    values[name] = read.value;
  }
  return succeed(values as Values);
}

/** A value that may be left out. */
export const given = <Value>(
  text: string | undefined,
  read: (text: string) => Read<Value>,
): Read<Value | undefined> => (text === undefined ? succeed(undefined) : read(text));

/** A value that may be left out, or emptied with the word "none". */
export const givenOrNone = <Value>(
  text: string | undefined,
  read: (text: string) => Read<Value>,
): Read<Value | null | undefined> =>
  text?.trim().toLowerCase() === NONE ? succeed(null) : given(text, read);

export const readWord =
  <Value extends string>(reading: Reading, option: string, words: WordTable<Value>) =>
  (text: string): Read<Value> => {
    const value = lookUp(words, text);
    return value === undefined
      ? bad(reading, option, text, reading.translate("one of {words}", { words: wordsOf(words) }))
      : succeed(value);
  };

export const readDay =
  (reading: Reading, option: string) =>
  (text: string): Read<Day> => {
    const day = Day.safeParse(text.trim());
    return day.success
      ? succeed(day.data)
      : bad(reading, option, text, reading.translate("a day such as 2027-03-14"));
  };

export const readEffort =
  (reading: Reading, option: string) =>
  (text: string): Read<Effort> => {
    const effort = parseEffort(text);
    return effort === undefined
      ? bad(
          reading,
          option,
          text,
          reading.translate('a time such as "2w", "2-3 weeks", "2/3/6 weeks" or "2 months"'),
        )
      : succeed(effort);
  };

/** Somebody as git writes them: "Ann Lee <ann@example.com>". */
export const readPerson =
  (reading: Reading, option: string) =>
  (text: string): Read<Person> => {
    const [, name, email] = /^\s*([^<>]+?)\s*(?:<\s*([^<>\s]+)\s*>)?\s*$/.exec(text) ?? [];
    return name === undefined
      ? bad(reading, option, text, reading.translate('a name such as "Ann Lee <ann@example.com>"'))
      : succeed({ name, email: email ?? "" });
  };

/** A place as typed. */
export interface TypedPlace {
  readonly path: string;
  /** From 1, inclusive; undefined where the file or folder as a whole is meant. */
  readonly lines?: { readonly startLine: number; readonly endLine: number };
}

/** "src/search.ts:10-21", "src/search.ts:10", "src/search.ts", "src". */
export const readPlace =
  (reading: Reading, option: string) =>
  (text: string): Read<TypedPlace> => {
    const [, path, from, to] = /^(.+):(\d{1,7})(?:-(\d{1,7}))?$/s.exec(text) ?? [];
    if (path === undefined && text.trim() !== "" && !/:(?:[\d-]|$)/.test(text))
      return succeed({ path: text });
    const startLine = Number(from);
    const endLine = Number(to ?? from);
    return path === undefined || startLine < 1 || endLine < startLine
      ? bad(reading, option, text, reading.translate("a file and lines such as src/search.ts:10-21"))
      : succeed({ path, lines: { startLine, endLine } });
  };
