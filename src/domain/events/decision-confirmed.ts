import * as z from "zod/mini";
import { answerAs } from "../answer-as.ts";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { Prose } from "../note-fields.ts";

/** "That is right": said of a decision made on a call, by somebody who was named, for themselves. `as` is the name that was written down. */
export const decisionConfirmed = defineEvent("decisionConfirmed", {
  schema: z.object({ decision: EventId, as: Prose }),
  apply: (note, { decision, as }, event) => answerAs(note, decision, { as }, "decisionConfirmed", event),
});
