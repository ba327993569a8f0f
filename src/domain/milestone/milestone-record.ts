import { defineRecord } from "../record-kind.ts";
import { agreementOf, answersTo, withGivenUp } from "./agreement.ts";
import { milestoneAnswered } from "./milestone-answered.ts";
import { startMilestone } from "./milestone-builder.ts";
import type { MilestoneBuilder } from "./milestone-builder.ts";
import { milestoneEdited } from "./milestone-edited.ts";
import { milestoneMoved } from "./milestone-moved.ts";
import { milestoneOpened } from "./milestone-opened.ts";
import type { Milestone } from "./milestone.ts";

/** A milestone and its events. */
export const milestoneRecord = defineRecord({
  name: "milestone",
  events: [milestoneOpened, milestoneEdited, milestoneMoved, milestoneAnswered],
  begin: startMilestone,
  finish: (builder: MilestoneBuilder, folded, saw): Milestone => {
    const { moves, answers } = builder;
    const standing = answersTo(moves, answers, saw);
    return {
      fields: builder.fields,
      firstDay: builder.firstDay,
      day: moves.at(-1)?.to ?? builder.firstDay,
      moves: moves.map((move) => withGivenUp(move, moves, answers, saw)),
      standing: builder.standing,
      agreement: agreementOf(standing),
      answers: standing,
      history: builder.history,
      ...folded,
    };
  },
});
