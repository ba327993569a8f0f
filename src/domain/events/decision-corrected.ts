import * as z from "zod/mini";
import { answerAs } from "../answer-as.ts";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { Prose } from "../note-fields.ts";

/** "I remember it differently": stands beside a decision made on a call, which it does not change. */
export const decisionCorrected = defineEvent("decisionCorrected", {
  schema: z.object({ decision: EventId, as: Prose, text: Prose }),
  apply: (note, { decision, as, text }, event) =>
    answerAs(note, decision, { as, correction: text }, "decisionCorrected", event),
});
