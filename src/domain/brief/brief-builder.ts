import { eventsFor } from "../event-kind.ts";
import type { EventId } from "../ids.ts";
import type { RecordBuilder } from "../record-builder.ts";
import type { Registers } from "../record.ts";
import { unset } from "../register.ts";
import type { BriefFields, Challenge, ChallengeReply } from "./brief.ts";

type OpenChallenge = {
  -readonly [Name in keyof Omit<Challenge, "replies" | "waitsFor">]: Challenge[Name];
} & {
  replies: ChallengeReply[];
};

/** A brief while its events are applied. */
export interface BriefBuilder extends RecordBuilder {
  fields: Registers<BriefFields>;
  readonly challenges: Map<EventId, OpenChallenge>;
}

export const startBrief = (): BriefBuilder => ({
  fields: { text: unset(""), scope: unset(null), areas: unset([]) },
  challenges: new Map(),
  history: [],
});

/** An event of a brief. */
export const defineBriefEvent = eventsFor<BriefBuilder>();
