import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { saidBy } from "../record-builder.ts";

export const labelAdded = defineEvent("labelAdded", {
  schema: z.object({ label: z.string().check(z.minLength(1), z.maxLength(100)) }),
  apply: (note, { label }, event) => {
    note.labels.set(event.id, { ...saidBy(event), label });
    note.history.push({ ...saidBy(event), type: "labelAdded", text: label });
  },
});
