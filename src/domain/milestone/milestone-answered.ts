import * as z from "zod/mini";
import { Day } from "../dates.ts";
import { AgreementAnswer } from "../words.ts";
import { defineMilestoneEvent } from "./milestone-builder.ts";

/**
 * Whoever answers for engineering says whether the date holds. It is said of the date as its writer saw it: a move takes it back, also one
 * that was made at the same time.
 */
export const milestoneAnswered = defineMilestoneEvent("milestoneAnswered", {
  schema: z.object({ day: Day, answer: AgreementAnswer, text: z.optional(z.string()) }),
  apply: (milestone, { day, answer, text }, event) => {
    milestone.answers.push({ id: event.id, by: event.by, at: event.at, day, answer, text });
    milestone.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "milestoneAnswered",
      about: event.id,
      text,
    });
  },
});
