import * as z from "zod/mini";
import { Day } from "../dates.ts";
import { defineEvent } from "../event-kind.ts";
import { saidBy } from "../record-builder.ts";
import { Prose } from "../note-fields.ts";

/** Somebody says that they have taken the note in. Reading is never recorded; this is said. */
export const heard = defineEvent("heard", {
  schema: z.object({ text: z.optional(Prose), backBy: z.optional(Day) }),
  apply: (note, data, event) => {
    note.heard.push({ ...saidBy(event), ...data });
    note.history.push({ ...saidBy(event), type: "heard", text: data.text });
  },
});
