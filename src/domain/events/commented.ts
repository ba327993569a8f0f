import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { saidBy } from "../record-builder.ts";
import { Prose } from "../note-fields.ts";

export const commented = defineEvent("commented", {
  schema: z.object({ text: Prose }),
  apply: (note, { text }, event) => {
    note.comments.push({ ...saidBy(event), text });
    note.history.push({ ...saidBy(event), type: "commented", text });
  },
});
