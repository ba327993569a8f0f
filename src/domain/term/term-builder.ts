import { eventsFor } from "../event-kind.ts";
import type { RecordBuilder } from "../record-builder.ts";
import type { Registers } from "../record.ts";
import { unset } from "../register.ts";
import type { TermFields } from "./term.ts";

/** A word while its events are applied. */
export interface TermBuilder extends RecordBuilder {
  fields: Registers<TermFields>;
}

export const startTerm = (): TermBuilder => ({
  fields: { term: unset(""), explanation: unset(""), withdrawn: unset(false) },
  history: [],
});

/** An event of a word. */
export const defineTermEvent = eventsFor<TermBuilder>();
