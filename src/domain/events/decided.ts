import * as z from "zod/mini";
import { Day } from "../dates.ts";
import { Effort } from "../effort.ts";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { Prose } from "../note-fields.ts";

/**
 * Takes an option. A decision replaces those its writer had seen, and overwrites none; two that have not seen each other both stand, and
 * the note is decided twice until a third has seen both.
 */
export const decided = defineEvent("decided", {
  schema: z.object({
    option: EventId,
    because: Prose,
    restsOn: z._default(z.array(EventId).check(z.maxLength(100)), []),
    revisitOn: z.optional(Day),
    revisitIf: z.optional(Prose),
    consequences: z.optional(Prose),
    confirmation: z.optional(Prose),
    appetite: z.optional(Effort),
    consulted: z.optional(Prose),
    informed: z.optional(Prose),
    /** It was made on a call, with these people, by the names that were said. Whose event it is wrote it down. */
    onCall: z.optional(z.object({ with: z.array(Prose).check(z.maxLength(50)) })),
  }),
  apply: (note, data, event) => {
    for (const earlier of note.decisions.values()) if (event.saw(earlier.id)) earlier.stands = false;
    note.decisions.set(event.id, {
      id: event.id,
      by: event.by,
      at: event.at,
      ...data,
      estimate: note.options.get(data.option)?.fields.effort.value ?? null,
      dissent: [],
      answers: [],
      reasons: [],
      stands: true,
    });
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "decided",
      about: data.option,
      text: data.because,
    });
  },
});
