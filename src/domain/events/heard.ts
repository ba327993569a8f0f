import * as z from "zod/mini";
import { Day } from "../dates.ts";
import { defineEvent } from "../event-kind.ts";
import { Prose } from "../note-fields.ts";

/** Somebody says that they have taken the note in. Reading is never recorded; this is said. */
export const heard = defineEvent("heard", {
  schema: z.object({ text: z.optional(Prose), backBy: z.optional(Day) }),
  apply: (note, data, event) => {
    note.heard.push({ id: event.id, by: event.by, at: event.at, ...data });
    note.history.push({ id: event.id, by: event.by, at: event.at, type: "heard", text: data.text });
  },
});
