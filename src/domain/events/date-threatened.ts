import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { RecordId } from "../ids.ts";
import { saidBy } from "../record-builder.ts";

/** Says that a note threatens a date of the roadmap. Taken back as labels are: by naming this event. */
export const dateThreatened = defineEvent("dateThreatened", {
  schema: z.object({ milestone: RecordId }),
  apply: (note, { milestone }, event) => {
    note.threatens.set(event.id, { ...saidBy(event), milestone });
    note.history.push({ ...saidBy(event), type: "dateThreatened", about: milestone });
  },
});
