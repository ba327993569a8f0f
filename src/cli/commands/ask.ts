import * as z from "zod/mini";
import { refuse } from "../../base/result.ts";
import type { EventId } from "../../domain/ids.ts";
import { findNote, findOption, findQuestion } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { usage } from "../problem.ts";
import { performAndTell } from "../saved.ts";

const Values = z.tuple([z.string(), z.string()]);
const Options = z.object({
  about: z.optional(z.string()),
  further: z.optional(z.boolean()),
  question: z.optional(z.string()),
});

export const ask: Command = async (context, values, raw) => {
  const [typed, text] = Values.parse(values);
  const { about, further, question } = Options.parse(raw);
  if (about !== undefined && further === true)
    return refuse(usage({ kind: "notTogether", one: "--about", other: "--further" }, context.command));
  if (question !== undefined && further !== true)
    return refuse(usage({ kind: "needs", option: "--question", other: "--further" }, context.command));
  const here = await open(context);
  if (!here.ok) return here;
  const { session } = here.value;
  const found = findNote(typed, session);
  if (!found.ok) return found;
  const note = found.value;
  if (further === true) {
    // An answer is there to ask further about: accepted or not.
    const answered = note.questions.filter(({ replies }) => replies.some(({ kind }) => kind === "answer"));
    const asked = findQuestion(note, question, answered);
    if (!asked.ok) return asked;
    const { id } = asked.value;
    return performAndTell(
      context,
      here.value,
      [{ type: "askFurther", note: note.id, question: id, text }],
      () => ({
        sentence: context.translate("asked further"),
        question: id,
      }),
    );
  }
  const options: EventId[] = [];
  for (const letter of about?.split(/[\s,]+/).filter((part) => part !== "") ?? []) {
    const option = findOption(note, letter);
    if (!option.ok) return option;
    options.push(option.value.id);
  }
  const before = new Set(note.questions.map(({ id }) => id));
  return performAndTell(context, here.value, [{ type: "ask", note: note.id, text, options }], () => ({
    sentence: context.translate("asked"),
    question: session.note(note.id)?.questions.find(({ id }) => !before.has(id))?.id,
  }));
};
