import * as z from "zod/mini";
import { namesGiven, setFields } from "../record-builder.ts";
import { defineMilestoneEvent } from "./milestone-builder.ts";
import { MilestoneValues } from "./milestone-fields.ts";

/** Sets fields of a milestone, each by itself. */
export const milestoneEdited = defineMilestoneEvent("milestoneEdited", {
  schema: z.object({ fields: MilestoneValues }),
  apply: (milestone, { fields }, event) => {
    milestone.fields = setFields(milestone.fields, fields, event);
    milestone.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "milestoneEdited",
      fields: namesGiven(fields),
    });
  },
});
