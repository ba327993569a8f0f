import * as z from "zod";
import { Day } from "../dates.ts";
import { Effort } from "../effort.ts";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { saidBy } from "../record-builder.ts";
import { Prose } from "../note-fields.ts";

/**
 * Takes an option. A decision replaces those its writer had seen, and overwrites none; two that have not seen each other both stand, and
 * the note is decided twice until a third has seen both.
 */
export const decided = defineEvent("decided", {
  schema: z.object({
    option: EventId,
    because: Prose,
    restsOn: z.array(EventId).max(100).default([]),
    revisitOn: Day.optional(),
    revisitIf: Prose.optional(),
    consequences: Prose.optional(),
    confirmation: Prose.optional(),
    appetite: Effort.optional(),
    consulted: Prose.optional(),
    informed: Prose.optional(),
    /** It was made on a call, with these people, by the names that were said. Whose event it is wrote it down. */
    onCall: z.object({ with: z.array(Prose).max(50) }).optional(),
  }),
  apply: (note, data, event) => {
    for (const earlier of note.decisions.values()) if (event.saw(earlier.id)) earlier.stands = false;
    note.decisions.set(event.id, {
      ...saidBy(event),
      ...data,
      dissent: [],
      answers: [],
      reasons: [],
      stands: true,
    });
    note.history.push({ ...saidBy(event), type: "decided", about: data.option, text: data.because });
  },
});
