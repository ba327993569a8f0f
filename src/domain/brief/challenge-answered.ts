import * as z from "zod/mini";
import { EventId } from "../ids.ts";
import { saidBy } from "../record-builder.ts";
import { defineBriefEvent } from "./brief-builder.ts";

export const challengeAnswered = defineBriefEvent("challengeAnswered", {
  schema: z.object({ challenge: EventId, text: z.string() }),
  apply: (brief, { challenge, text }, event) => {
    brief.challenges.get(challenge)?.replies.push({ ...saidBy(event), kind: "answer", text });
    brief.history.push({ ...saidBy(event), type: "challengeAnswered", about: challenge, text });
  },
});
