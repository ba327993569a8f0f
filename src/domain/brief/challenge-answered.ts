import * as z from "zod/mini";
import { EventId } from "../ids.ts";
import { defineBriefEvent } from "./brief-builder.ts";

export const challengeAnswered = defineBriefEvent("challengeAnswered", {
  schema: z.object({ challenge: EventId, text: z.string() }),
  apply: (brief, { challenge, text }, event) => {
    brief.challenges
      .get(challenge)
      ?.replies.push({ id: event.id, by: event.by, at: event.at, kind: "answer", text });
    brief.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "challengeAnswered",
      about: challenge,
      text,
    });
  },
});
