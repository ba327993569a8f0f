import * as z from "zod/mini";
import { Day } from "../dates.ts";
import { defineEvent } from "../event-kind.ts";
import { Prose } from "../note-fields.ts";

/** A fact that was measured or can be looked up, with its source and date. */
export const evidenceAdded = defineEvent("evidenceAdded", {
  schema: z.object({
    text: Prose,
    link: z.optional(z.string().check(z.maxLength(2000))),
    figure: z.optional(Prose),
    source: z.optional(Prose),
    date: z.optional(Day),
  }),
  apply: (note, evidence, event) => {
    note.evidence.set(event.id, { id: event.id, by: event.by, at: event.at, ...evidence });
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "evidenceAdded",
      text: evidence.text,
    });
  },
});
