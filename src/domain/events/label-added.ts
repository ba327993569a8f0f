import * as z from "zod";
import { defineEvent } from "../event-kind.ts";
import { saidBy } from "../record-builder.ts";

export const labelAdded = defineEvent("labelAdded", {
  schema: z.object({ label: z.string().min(1).max(100) }),
  apply: (note, { label }, event) => {
    note.labels.set(event.id, { ...saidBy(event), label });
    note.history.push({ ...saidBy(event), type: "labelAdded", text: label });
  },
});
