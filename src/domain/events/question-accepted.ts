import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { saidBy } from "../record-builder.ts";
import { samePerson } from "../person.ts";

/** "That answers it": said by the asker. From anybody else it changes nothing. */
export const questionAccepted = defineEvent("questionAccepted", {
  schema: z.object({ question: EventId }),
  apply: (note, { question: id }, event) => {
    const question = note.questions.get(id);
    if (question === undefined || !samePerson(question.by, event.by)) return;
    question.accepted = saidBy(event);
    note.history.push({ id: event.id, by: event.by, at: event.at, type: "questionAccepted", about: id });
  },
});
