import * as z from "zod/mini";
import { EventId } from "../ids.ts";
import { samePerson } from "../person.ts";
import { saidBy } from "../record-builder.ts";
import { defineBriefEvent } from "./brief-builder.ts";

/** "That answers it": said by who challenged. From anybody else it changes nothing. */
export const challengeAccepted = defineBriefEvent("challengeAccepted", {
  schema: z.object({ challenge: EventId }),
  apply: (brief, { challenge: id }, event) => {
    const challenge = brief.challenges.get(id);
    if (challenge === undefined || !samePerson(challenge.by, event.by)) return;
    challenge.accepted = saidBy(event);
    brief.history.push({ id: event.id, by: event.by, at: event.at, type: "challengeAccepted", about: id });
  },
});
