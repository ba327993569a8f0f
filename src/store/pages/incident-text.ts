import { dayOf } from "../../domain/dates.ts";
import { isRunning } from "../../domain/incident.ts";
import type { Decision, Note } from "../../domain/note.ts";
import { clockOf, inZone, offsetOf, zoneName } from "../../domain/zone.ts";
import type { Moment } from "../../domain/dates.ts";
import { inline, table } from "./markdown-text.ts";

// What the page of an incident says beyond that of a note. Every time is on the clock of where it began: the page is the same for everybody.

const began = ({ fields, opened }: Note): Moment => fields.since.value ?? opened.at;

const onItsClock = (note: Note, at: Moment): string => {
  const moment = inZone(at, offsetOf(began(note)));
  return `${dayOf(moment)} ${clockOf(moment)}`;
};

const zone = (note: Note): string => `(${zoneName(began(note))})`;

/** "Running since …", "From … to …, 50 min". Undefined where the note is no incident. */
export function incidentSpan(note: Note): string | undefined {
  if (note.fields.kind.value !== "incident") return undefined;
  const over = note.fields.overSince.value;
  if (over === null)
    return isRunning(note) ? `Running since ${onItsClock(note, began(note))} ${zone(note)}` : undefined;
  const minutes = Math.max(0, Math.round((Date.parse(over) - Date.parse(began(note))) / 60_000));
  return `From ${onItsClock(note, began(note))} to ${onItsClock(note, over)} ${zone(note)}, ${minutes} min`;
}

/** That a decision was made on a call, with whom, and what they have said of it since. */
export function callFacts({ onCall, answers }: Decision): readonly string[] {
  if (onCall === undefined) return [];
  const names = onCall.with.map((name) => inline(name, 80)).join(", ");
  return [
    names === "" ? "As said on the call" : `As said on the call, with ${names}`,
    ...answers.map(({ as, correction }) =>
      correction === undefined
        ? `${inline(as, 80)} says that this is right`
        : `${inline(as, 80)} remembers it differently: ${inline(correction)}`,
    ),
  ];
}

/** What happened, line by line, without names; "" where the note is no incident. */
export function incidentTimeline(note: Note): string {
  if (note.fields.kind.value !== "incident") return "";
  const over = note.fields.overSince.value;
  const lines = [
    { at: began(note), what: "It began." },
    ...note.decisions.map((decision) => {
      const option = note.options.find(({ id }) => id === decision.option);
      const way = option === undefined ? "an option that can't be read" : inline(option.fields.title.value);
      return { at: decision.at, what: `Decided: ${way}.` };
    }),
    ...note.comments.map(({ at, text }) => ({ at, what: inline(text) })),
    ...(over === null ? [] : [{ at: over, what: "It was over." }]),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return table(
    [`Time ${zone(note)}`, "What happened"],
    lines.map(({ at, what }) => [onItsClock(note, at), what]),
  );
}
