import { defineRecord } from "../record-kind.ts";
import { whoseTurn } from "../whose-turn.ts";
import { startBrief } from "./brief-builder.ts";
import type { BriefBuilder } from "./brief-builder.ts";
import { briefChallenged } from "./brief-challenged.ts";
import { briefEdited } from "./brief-edited.ts";
import { briefOpened } from "./brief-opened.ts";
import type { Brief } from "./brief.ts";
import { challengeAccepted } from "./challenge-accepted.ts";
import { challengeAnswered } from "./challenge-answered.ts";
import { challengeFurthered } from "./challenge-furthered.ts";

/** A brief and its events. */
export const briefRecord = defineRecord({
  name: "brief",
  events: [
    briefOpened,
    briefEdited,
    briefChallenged,
    challengeAnswered,
    challengeFurthered,
    challengeAccepted,
  ],
  begin: startBrief,
  finish: (builder: BriefBuilder, folded): Brief => ({
    fields: builder.fields,
    challenges: [...builder.challenges.values()].map((challenge) => ({
      waitsFor: whoseTurn(challenge),
      ...challenge,
    })),
    history: builder.history,
    ...folded,
  }),
});
