import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";

/**
 * Takes places, evidence, labels or threatened dates off a note. It names the events that added them, so that what somebody adds at the same time stays
 * (an observed-remove set: Shapiro et al., 2011, §3.3.5).
 */
export const itemsRemoved = defineEvent("itemsRemoved", {
  schema: z.object({ items: z.array(EventId).check(z.minLength(1), z.maxLength(1000)) }),
  apply: (note, { items }, event) => {
    for (const item of items) {
      if (!event.saw(item)) continue;
      note.anchors.delete(item);
      note.evidence.delete(item);
      note.labels.delete(item);
      note.threatens.delete(item);
    }
    note.history.push({ id: event.id, by: event.by, at: event.at, type: "itemsRemoved" });
  },
});
