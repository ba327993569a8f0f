import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { Prose } from "../note-fields.ts";
import { samePerson } from "../person.ts";

/** "I see it differently, because …", said together with the commitment, by oneself, once for a decision. What is said again changes nothing. */
export const dissented = defineEvent("dissented", {
  schema: z.object({ decision: EventId, because: Prose, commits: z.literal(true) }),
  apply: (note, { decision: id, because }, event) => {
    const decision = note.decisions.get(id);
    if (decision === undefined || decision.dissent.some(({ by }) => samePerson(by, event.by))) return;
    decision.dissent.push({ id: event.id, by: event.by, at: event.at, because });
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "dissented",
      about: id,
      text: because,
    });
  },
});
