import * as z from "zod/mini";
import { Day, dayOf, daysBetween } from "../dates.ts";
import { RecordId } from "../ids.ts";
import { defineMilestoneEvent } from "./milestone-builder.ts";

/** Moves the date, with its cause. A move takes the place of those its writer had seen; none is ever overwritten. */
export const milestoneMoved = defineMilestoneEvent("milestoneMoved", {
  schema: z.object({
    from: Day,
    to: Day,
    because: z.string(),
    notes: z._default(z.array(RecordId).check(z.maxLength(100)), []),
  }),
  apply: (milestone, { from, to, because, notes }, event) => {
    milestone.moves.push({
      id: event.id,
      by: event.by,
      at: event.at,
      from,
      to,
      because,
      notes,
      notice: daysBetween(dayOf(event.at), from),
    });
    milestone.standing = [...milestone.standing.filter((move) => !event.saw(move)), event.id];
    milestone.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "milestoneMoved",
      about: event.id,
      text: because,
    });
  },
});
