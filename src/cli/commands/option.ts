import * as z from "zod/mini";
import { refuse, succeed } from "../../base/result.ts";
import type { Note } from "../../domain/note.ts";
import type { OptionValues } from "../../domain/note-fields.ts";
import type { ActionInput } from "../../protocol/action.ts";
import { findNote, findOption } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { usage } from "../problem.ts";
import type { UsageProblem } from "../problem.ts";
import { allOf, givenOrNone, readEffort, readWord } from "../read/values.ts";
import type { Read, Reading } from "../read/values.ts";
import { confidences, reversibilities } from "../read/word-table.ts";
import { performAndTell } from "../saved.ts";

const Values = z.tuple([z.string(), z.optional(z.string())]);
const text = z.optional(z.string());
const Options = z.object({
  title: text,
  implies: text,
  takes: text,
  givesUp: text,
  gains: text,
  summary: text,
  people: text,
  sure: text,
  undo: text,
  costToUndo: text,
  risk: z.optional(z.array(z.string())),
  assumes: text,
  dependsOn: text,
  stillOwes: text,
  doNothing: z.optional(z.boolean()),
  recommend: z.optional(z.boolean()),
  because: text,
  withdraw: z.optional(z.boolean()),
  putBack: z.optional(z.boolean()),
});
type Options = z.infer<typeof Options>;

export const option: Command = async (context, values, raw) => {
  const [typed, letter] = Values.parse(values);
  const options = Options.parse(raw);
  const misused = misuse(options, letter);
  if (misused !== undefined) return refuse(usage(misused, context.command));
  const fields = readFields(options, context);
  if (!fields.ok) return fields;
  const here = await open(context);
  if (!here.ok) return here;
  const { session } = here.value;
  const found = findNote(typed, session);
  if (!found.ok) return found;
  const note = found.value;
  const change =
    letter === undefined
      ? newOption(note, options, fields.value)
      : changeOf(note, letter, options, fields.value);
  if (!change.ok) return change;
  if (change.value.length === 0) return refuse(usage({ kind: "nothingToChange" }, context.command));

  const before = new Set(note.options.map(({ id }) => id));
  return performAndTell(context, here.value, change.value, () => {
    const now = session.note(note.id)?.options ?? [];
    const made =
      letter === undefined
        ? now.find(({ id }) => !before.has(id))
        : now.find((one) => one.letter === letter.trim().toUpperCase());
    const isMute =
      made !== undefined && !made.fields.withdrawn.value && made.fields.implications.value === "";
    return {
      sentence: context.translate(
        letter === undefined ? "option {letter} is on the table" : "option {letter} changed",
        { letter: made?.letter ?? letter ?? "" },
      ),
      letter: made?.letter,
      remarks: isMute ? ["implicationsMissing"] : [],
    };
  });
};

function misuse(options: Options, letter: string | undefined): UsageProblem | undefined {
  if (options.because !== undefined && options.recommend !== true)
    return { kind: "needs", option: "--because", other: "--recommend" };
  if (options.withdraw === true && options.putBack === true)
    return { kind: "notTogether", one: "--withdraw", other: "--put-back" };
  if (letter !== undefined)
    return options.doNothing === true
      ? { kind: "notTogether", one: "--do-nothing", other: letter }
      : undefined;
  if (options.withdraw === true) return { kind: "needsLetter", option: "--withdraw" };
  if (options.putBack === true) return { kind: "needsLetter", option: "--put-back" };
  if ((options.title ?? "").trim() === "" && options.doNothing !== true)
    return { kind: "missingOption", option: "--title" };
  return undefined;
}

function readFields(options: Options, reading: Reading): Read<OptionValues> {
  const read = allOf({
    effort: givenOrNone(options.takes, readEffort(reading, "--takes")),
    confidence: givenOrNone(options.sure, readWord(reading, "--sure", confidences)),
    reversibility: givenOrNone(options.undo, readWord(reading, "--undo", reversibilities)),
  });
  if (!read.ok) return read;
  const withdrawn = options.withdraw === true ? true : options.putBack === true ? false : undefined;
  const fields: OptionValues = {
    ...read.value,
    title: options.title,
    summary: options.summary,
    implications: options.implies,
    people: options.people,
    givesUp: options.givesUp,
    gains: options.gains,
    risks: options.risk?.filter((risk) => risk.trim() !== "").map((risk) => ({ text: risk })),
    costToUndo: options.costToUndo,
    assumptions: options.assumes,
    dependsOn: options.dependsOn,
    stillOwed: options.stillOwes,
    withdrawn,
  };
  return succeed(fields);
}

function newOption(
  note: Note,
  { doNothing, recommend, because }: Options,
  fields: OptionValues,
): Read<ActionInput[]> {
  return succeed([
    {
      type: "tableOptions",
      note: note.id,
      options: [{ doNothing: doNothing ?? false, fields }],
      recommendation: recommend === true ? { index: 0, because } : undefined,
    },
  ]);
}

function changeOf(
  note: Note,
  letter: string,
  { recommend, because }: Options,
  fields: OptionValues,
): Read<ActionInput[]> {
  const found = findOption(note, letter);
  if (!found.ok) return found;
  const { id } = found.value;
  const isChanged = Object.values<unknown>(fields).some((value) => value !== undefined);
  return succeed([
    ...(isChanged ? [{ type: "editOption", note: note.id, option: id, fields } as const] : []),
    ...(recommend === true
      ? [{ type: "editNote", note: note.id, fields: { recommendation: { option: id, because } } } as const]
      : []),
  ]);
}
