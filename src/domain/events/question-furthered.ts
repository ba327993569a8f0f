import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { Prose } from "../note-fields.ts";

/** The asker asks further: the question waits for an answer again, also when it was accepted before. */
export const questionFurthered = defineEvent("questionFurthered", {
  schema: z.object({ question: EventId, text: Prose }),
  apply: (note, { question: id, text }, event) => {
    const question = note.questions.get(id);
    if (question === undefined) return;
    question.replies.push({ id: event.id, by: event.by, at: event.at, kind: "further", text });
    if (question.accepted !== undefined && event.saw(question.accepted.id)) question.accepted = undefined;
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "questionFurthered",
      about: id,
      text,
    });
  },
});
