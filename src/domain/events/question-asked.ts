import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { Prose } from "../note-fields.ts";
import { Person } from "../person.ts";

/** "Help me understand…", of the note or of some of its options. Open until it is answered and its asker accepts the answer. */
export const questionAsked = defineEvent("questionAsked", {
  schema: z.object({
    text: Prose,
    options: z._default(z.array(EventId).check(z.maxLength(50)), []),
    to: z.optional(Person),
  }),
  apply: (note, { text, options, to }, event) => {
    note.questions.set(event.id, {
      id: event.id,
      by: event.by,
      at: event.at,
      text,
      options,
      to,
      replies: [],
      accepted: undefined,
    });
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "questionAsked",
      about: event.id,
      text,
    });
  },
});
