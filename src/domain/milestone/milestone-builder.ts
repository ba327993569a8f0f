import type { Day } from "../dates.ts";
import { eventsFor } from "../event-kind.ts";
import type { EventId } from "../ids.ts";
import type { RecordBuilder } from "../record-builder.ts";
import type { Registers } from "../record.ts";
import { unset } from "../register.ts";
import type { EngineeringAnswer, MilestoneFields, Move } from "./milestone.ts";

/** A move before it is known what was said of the date that it gave up. */
export type BareMove = Omit<Move, "gaveUp">;

/** A milestone while its events are applied. */
export interface MilestoneBuilder extends RecordBuilder {
  fields: Registers<MilestoneFields>;
  firstDay: Day;
  readonly moves: BareMove[];
  readonly answers: EngineeringAnswer[];
  standing: EventId[];
}

export const startMilestone = (): MilestoneBuilder => ({
  fields: {
    title: unset(""),
    promisedTo: unset(""),
    firmness: unset("target"),
    whyThisDate: unset(""),
    closed: unset(null),
    uid: unset(""),
  },
  firstDay: "1970-01-01",
  moves: [],
  answers: [],
  standing: [],
  history: [],
});

/** An event of a milestone. */
export const defineMilestoneEvent = eventsFor<MilestoneBuilder>();
