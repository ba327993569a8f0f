import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { Prose } from "../note-fields.ts";

export const questionAnswered = defineEvent("questionAnswered", {
  schema: z.object({ question: EventId, text: Prose }),
  apply: (note, { question, text }, event) => {
    note.questions
      .get(question)
      ?.replies.push({ id: event.id, by: event.by, at: event.at, kind: "answer", text });
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "questionAnswered",
      about: question,
      text,
    });
  },
});
