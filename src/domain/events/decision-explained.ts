import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { Prose } from "../note-fields.ts";

/**
 * The sentence that a decision made in a hurry did without. It adds to a decision that has none and never takes the place of the one it was
 * made with; two that have not seen each other both stand.
 */
export const decisionExplained = defineEvent("decisionExplained", {
  schema: z.object({ decision: EventId, because: Prose }),
  apply: (note, { decision: id, because }, event) => {
    const decision = note.decisions.get(id);
    if (decision === undefined || (decision.because !== "" && decision.reasons.length === 0)) return;
    const beside = decision.reasons.filter((reason) => !event.saw(reason.id));
    decision.reasons = [...beside, { id: event.id, by: event.by, at: event.at, text: because }];
    decision.because = [...new Set(decision.reasons.map(({ text }) => text))].join(" / ");
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "decisionExplained",
      about: id,
      text: because,
    });
  },
});
