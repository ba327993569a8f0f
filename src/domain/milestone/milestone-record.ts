import { defineRecord } from "../record-kind.ts";
import { startMilestone } from "./milestone-builder.ts";
import type { MilestoneBuilder } from "./milestone-builder.ts";
import { milestoneEdited } from "./milestone-edited.ts";
import { milestoneMoved } from "./milestone-moved.ts";
import { milestoneOpened } from "./milestone-opened.ts";
import type { Milestone } from "./milestone.ts";

/** A milestone and its events. */
export const milestoneRecord = defineRecord({
  name: "milestone",
  events: [milestoneOpened, milestoneEdited, milestoneMoved],
  begin: startMilestone,
  finish: (builder: MilestoneBuilder, folded): Milestone => ({
    ...folded,
    fields: builder.fields,
    firstDay: builder.firstDay,
    day: builder.moves.at(-1)?.to ?? builder.firstDay,
    moves: builder.moves,
    standing: builder.standing,
    history: builder.history,
  }),
});
