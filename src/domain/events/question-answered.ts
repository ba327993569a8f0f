import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { saidBy } from "../record-builder.ts";
import { Prose } from "../note-fields.ts";

export const questionAnswered = defineEvent("questionAnswered", {
  schema: z.object({ question: EventId, text: Prose }),
  apply: (note, { question, text }, event) => {
    note.questions.get(question)?.replies.push({ ...saidBy(event), kind: "answer", text });
    note.history.push({ ...saidBy(event), type: "questionAnswered", about: question, text });
  },
});
