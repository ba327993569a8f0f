import * as z from "zod/mini";
import { refuse, succeed } from "../../base/result.ts";
import type { Day } from "../../domain/dates.ts";
import type { Effort } from "../../domain/effort.ts";
import type { Note } from "../../domain/note.ts";
import type { EventId } from "../../domain/ids.ts";
import type { BeforeItHurt, Closing } from "../../domain/words.ts";
import type { ActionInput } from "../../protocol/action.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { readPlaces } from "../places.ts";
import { usage } from "../problem.ts";
import { findNote, findPart } from "../find-note.ts";
import { NoteOptions, noteValues, readNoteOptions } from "../read/note-options.ts";
import { allOf, given, readDay, readEffort, readWord } from "../read/values.ts";
import type { Read, Reading } from "../read/values.ts";
import { answersBeforeItHurt, closings } from "../read/word-table.ts";
import { performAndTell } from "../saved.ts";

const Values = z.tuple([z.string()]);
const Options = z.extend(NoteOptions, {
  title: z.optional(z.string()),
  removePlace: z._default(z.array(z.string()), []),
  evidence: z.optional(z.string()),
  figure: z.optional(z.string()),
  source: z.optional(z.string()),
  link: z.optional(z.string()),
  measuredOn: z.optional(z.string()),
  close: z.optional(z.string()),
  until: z.optional(z.string()),
  because: z.optional(z.string()),
  took: z.optional(z.string()),
  beforeItHurt: z.optional(z.string()),
  hurtFrom: z.optional(z.string()),
  reopen: z.optional(z.boolean()),
});
type Options = z.infer<typeof Options>;

export const edit: Command = async (context, values, raw) => {
  const [typed] = Values.parse(values);
  const options = Options.parse(raw);
  const misused = misuse(options);
  if (misused !== undefined) return refuse(usage(misused, context.command));
  const read = readNoteOptions(options, context);
  if (!read.ok) return read;
  const words = readWords(options, context);
  if (!words.ok) return words;
  const here = await open(context);
  if (!here.ok) return here;
  const { session } = here.value;
  const found = findNote(typed, session);
  if (!found.ok) return found;
  const note = found.value;
  const set = noteValues(read.value, context, await session.me(), note.fields.neededBy.value);
  if (!set.ok) return set;
  const rest = furtherActions(options, words.value, note);
  if (!rest.ok) return rest;
  const places = await readPlaces(context, here.value, read.value.places, read.value.quote);
  if (!places.ok) return places;

  const fields = { ...set.value, title: options.title };
  const actions: ActionInput[] = [
    ...(Object.values(fields).some((value) => value !== undefined)
      ? [{ type: "editNote", note: note.id, fields } as const]
      : []),
    ...places.value.anchors.map((anchor) => ({ type: "addAnchor", note: note.id, anchor }) as const),
    ...rest.value,
  ];
  if (actions.length === 0) return refuse(usage({ kind: "nothingToChange" }, context.command));
  return performAndTell(context, here.value, actions, () => ({
    sentence: context.translate("changed"),
    remarks: places.value.quoteLeftOut ? ["quoteLeftOut"] : [],
  }));
};

function misuse(options: Options) {
  const needs = (option: string, other: string) => ({ kind: "needs", option, other }) as const;
  if (options.reopen === true && options.close !== undefined)
    return { kind: "notTogether", one: "--close", other: "--reopen" } as const;
  if (options.until !== undefined && options.close === undefined) return needs("--until", "--close put-off");
  if (options.because !== undefined && options.close === undefined) return needs("--because", "--close");
  if (options.close === undefined) {
    if (options.took !== undefined) return needs("--took", "--close");
    if (options.beforeItHurt !== undefined) return needs("--before-it-hurt", "--close");
    if (options.hurtFrom !== undefined) return needs("--hurt-from", "--close");
  }
  if (options.evidence !== undefined) return undefined;
  if (options.figure !== undefined) return needs("--figure", "--evidence");
  if (options.source !== undefined) return needs("--source", "--evidence");
  if (options.link !== undefined) return needs("--link", "--evidence");
  if (options.measuredOn !== undefined) return needs("--measured-on", "--evidence");
  return undefined;
}

interface Words {
  readonly measuredOn: Day | undefined;
  readonly close: Closing | undefined;
  readonly until: Day | undefined;
  readonly took: Effort | undefined;
  readonly beforeItHurt: BeforeItHurt | undefined;
  readonly hurtFrom: Day | undefined;
}

function readWords(options: Options, reading: Reading): Read<Words> {
  const read = allOf({
    measuredOn: given(options.measuredOn, readDay(reading, "--measured-on")),
    close: given(options.close, readWord(reading, "--close", closings)),
    until: given(options.until, readDay(reading, "--until")),
    took: given(options.took, readEffort(reading, "--took")),
    beforeItHurt: given(options.beforeItHurt, readWord(reading, "--before-it-hurt", answersBeforeItHurt)),
    hurtFrom: given(options.hurtFrom, readDay(reading, "--hurt-from")),
  });
  if (read.ok && read.value.until !== undefined && read.value.close !== "putOff")
    return refuse(usage({ kind: "needs", option: "--until", other: "--close put-off" }, reading.command));
  return read;
}

/** What is more than a field: places that go, evidence, closing and opening again. */
function furtherActions(
  { removePlace, evidence, figure, source, link, because, reopen }: Options,
  { measuredOn, close, ...went }: Words,
  note: Note,
): Read<ActionInput[]> {
  const items: EventId[] = [];
  for (const id of removePlace) {
    const place = findPart(id, note.anchors);
    if (place === undefined) return refuse({ kind: "noSuchPlace", id });
    items.push(place);
  }
  const actions: ActionInput[] = [];
  if (items.length > 0) actions.push({ type: "removeItems", note: note.id, items });
  if (evidence !== undefined)
    actions.push({
      type: "addEvidence",
      note: note.id,
      text: evidence,
      figure,
      source,
      link,
      date: measuredOn,
    });
  if (close !== undefined) actions.push({ type: "close", note: note.id, as: close, because, ...went });
  if (reopen === true) actions.push({ type: "reopen", note: note.id });
  return succeed(actions);
}
