import * as z from "zod/mini";
import { Day } from "../dates.ts";
import { namesGiven, setFields } from "../record-builder.ts";
import { defineMilestoneEvent } from "./milestone-builder.ts";
import { MilestoneValues } from "./milestone-fields.ts";

/** Starts a milestone. `nonce` is random, so that two with the same words are two records. */
export const milestoneOpened = defineMilestoneEvent("milestoneOpened", {
  schema: z.object({ nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)), day: Day, fields: MilestoneValues }),
  apply: (milestone, { day, fields }, event) => {
    milestone.firstDay = day;
    milestone.fields = setFields(milestone.fields, fields, event);
    milestone.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "milestoneOpened",
      fields: namesGiven(fields),
    });
  },
});
