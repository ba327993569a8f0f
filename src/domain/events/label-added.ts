import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";

export const labelAdded = defineEvent("labelAdded", {
  schema: z.object({ label: z.string().check(z.minLength(1), z.maxLength(100)) }),
  apply: (note, { label }, event) => {
    note.labels.set(event.id, { id: event.id, by: event.by, at: event.at, label });
    note.history.push({ id: event.id, by: event.by, at: event.at, type: "labelAdded", text: label });
  },
});
