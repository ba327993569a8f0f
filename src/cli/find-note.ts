import { refuse, succeed } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import type { Note, Option, Question } from "../domain/note.ts";
import type { Session } from "../app/session.ts";
import type { Problem } from "./problem.ts";

/** Fewest digits that name something, as in git. */
const FEWEST_DIGITS = 4;

/** Fewest digits of an id on the screen, as in git. */
const SHOWN_DIGITS = 7;

/** Those of `ids` that a typed beginning of an id could mean. */
export function idsLike<Id extends string>(typed: string, ids: Iterable<Id>): readonly Id[] {
  const beginning = typed.trim().toLowerCase();
  if (beginning.length < FEWEST_DIGITS || !/^[0-9a-f]+$/.test(beginning)) return [];
  return [...ids].filter((id) => id.startsWith(beginning));
}

/** The record that the beginning of an id means. */
export function findRecord(
  typed: string,
  ids: readonly RecordId[],
  shortest: (id: RecordId) => string,
): Result<RecordId, Problem> {
  const [found, ...others] = idsLike(typed, ids);
  if (found === undefined) return refuse({ kind: "noSuchNote", id: typed, noteCount: ids.length });
  return others.length === 0
    ? succeed(found)
    : refuse({ kind: "ambiguousNote", id: typed, candidates: [found, ...others].map(shortest) });
}

/** The note that the beginning of an id means. */
export function findNote(typed: string, session: Pick<Session, "notes" | "unread">): Result<Note, Problem> {
  const unread = session.unread();
  const ids = [...session.notes().keys(), ...unread.map(({ id }) => id)];
  const found = findRecord(typed, ids, shortener(ids));
  if (!found.ok) return found;
  const note = session.notes().get(found.value);
  if (note !== undefined) return succeed(note);
  const as = unread.find(({ id }) => id === found.value)?.kind ?? "unreadable";
  return refuse({ kind: "unreadNote", id: found.value, as });
}

/** Cuts ids to the fewest digits that still tell all of `ids` apart, seven at least. */
export function shortener(ids: Iterable<string>): (id: string) => string {
  const sorted = [...ids].sort();
  let digits = SHOWN_DIGITS;
  for (const [at, id] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next === undefined || next === id) continue;
    let same = 0;
    while (same < id.length && id[same] === next[same]) same += 1;
    digits = Math.max(digits, same + 1);
  }
  return (id) => id.slice(0, digits);
}

/** The option with a letter, withdrawn ones too. */
export function findOption(note: Note, letter: string): Result<Option, Problem> {
  const wanted = letter.trim().toUpperCase();
  const option = note.options.find((one) => one.letter === wanted);
  if (option !== undefined) return succeed(option);
  const letters = note.options.filter(({ fields }) => !fields.withdrawn.value).map((one) => one.letter);
  return refuse({ kind: "noSuchOption", letter, letters });
}

/** The question that is named, or else the only one of `candidates`. */
export function findQuestion(
  note: Note,
  typed: string | undefined,
  candidates: readonly Question[],
): Result<Question, Problem> {
  const short = shortener(note.questions.map(({ id }) => id));
  const among =
    typed === undefined ? candidates : note.questions.filter(({ id }) => idsLike(typed, [id]).length > 0);
  const [question, ...others] = among;
  if (question === undefined)
    return refuse(typed === undefined ? { kind: "noOpenQuestion" } : { kind: "noSuchQuestion", id: typed });
  return others.length === 0
    ? succeed(question)
    : refuse({ kind: "ambiguousQuestion", candidates: among.map(({ id }) => short(id)) });
}

/** The part of a note (a place, evidence) that the beginning of its id means; undefined where none or several could be meant. */
export function findPart(typed: string, parts: readonly { readonly id: EventId }[]): EventId | undefined {
  const found = idsLike(
    typed,
    parts.map(({ id }) => id),
  );
  return found.length === 1 ? found[0] : undefined;
}
