import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { Prose } from "../note-fields.ts";

export const commented = defineEvent("commented", {
  schema: z.object({ text: Prose }),
  apply: (note, { text }, event) => {
    note.comments.push({ id: event.id, by: event.by, at: event.at, text });
    note.history.push({ id: event.id, by: event.by, at: event.at, type: "commented", text });
  },
});
