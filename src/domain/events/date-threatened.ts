import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { RecordId } from "../ids.ts";

/** Says that a note threatens a date of the roadmap. Taken back as labels are: by naming this event. */
export const dateThreatened = defineEvent("dateThreatened", {
  schema: z.object({ milestone: RecordId }),
  apply: (note, { milestone }, event) => {
    note.threatens.set(event.id, { id: event.id, by: event.by, at: event.at, milestone });
    note.history.push({ id: event.id, by: event.by, at: event.at, type: "dateThreatened", about: milestone });
  },
});
