import * as z from "zod/mini";
import { defineBriefEvent } from "./brief-builder.ts";
import { ChallengeKindValue } from "./brief-fields.ts";

/** "Challenge it" or "I have a better idea": open until it is answered and its writer accepts the answer. */
export const briefChallenged = defineBriefEvent("briefChallenged", {
  schema: z.object({ kind: ChallengeKindValue, text: z.string() }),
  apply: (brief, { kind, text }, event) => {
    brief.challenges.set(event.id, {
      id: event.id,
      by: event.by,
      at: event.at,
      kind,
      text,
      replies: [],
      accepted: undefined,
    });
    brief.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "briefChallenged",
      about: event.id,
      text,
    });
  },
});
