import * as z from "zod/mini";
import { refuse } from "../../base/result.ts";
import { samePerson } from "../../domain/person.ts";
import { findNote, findQuestion } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { usage } from "../problem.ts";
import { performAndTell } from "../saved.ts";

const Values = z.tuple([z.string(), z.optional(z.string())]);
const Options = z.object({ question: z.optional(z.string()), accept: z.optional(z.boolean()) });

export const answer: Command = async (context, values, raw) => {
  const [typed, text] = Values.parse(values);
  const { question, accept } = Options.parse(raw);
  if (accept === true && text !== undefined)
    return refuse(usage({ kind: "notTogether", one: "--accept", other: "text" }, context.command));
  if (accept !== true && text === undefined)
    return refuse(usage({ kind: "missingArgument", argument: "text" }, context.command));
  const here = await open(context);
  if (!here.ok) return here;
  const { session } = here.value;
  const found = findNote(typed, session);
  if (!found.ok) return found;
  const note = found.value;
  if (text === undefined) {
    const me = await session.me();
    const mine = note.questions.filter(
      ({ waitsFor, by }) => waitsFor === "asker" && me !== undefined && samePerson(by, me),
    );
    const asked = findQuestion(note, question, mine);
    if (!asked.ok) return asked;
    const { id } = asked.value;
    return performAndTell(
      context,
      here.value,
      [{ type: "acceptAnswer", note: note.id, question: id }],
      () => ({
        sentence: context.translate("that answers it"),
        question: id,
      }),
    );
  }
  const waiting = note.questions.filter(({ waitsFor }) => waitsFor === "answer");
  const asked = findQuestion(note, question, waiting);
  if (!asked.ok) return asked;
  const { id } = asked.value;
  return performAndTell(context, here.value, [{ type: "answer", note: note.id, question: id, text }], () => ({
    sentence: context.translate("answered"),
    question: id,
  }));
};
