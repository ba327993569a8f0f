import * as z from "zod/mini";
import { EventId } from "../ids.ts";
import { defineBriefEvent } from "./brief-builder.ts";

/** It waits for an answer again, also when one was accepted before. */
export const challengeFurthered = defineBriefEvent("challengeFurthered", {
  schema: z.object({ challenge: EventId, text: z.string() }),
  apply: (brief, { challenge: id, text }, event) => {
    const challenge = brief.challenges.get(id);
    if (challenge === undefined) return;
    challenge.replies.push({ id: event.id, by: event.by, at: event.at, kind: "further", text });
    if (challenge.accepted !== undefined && event.saw(challenge.accepted.id)) challenge.accepted = undefined;
    brief.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "challengeFurthered",
      about: id,
      text,
    });
  },
});
