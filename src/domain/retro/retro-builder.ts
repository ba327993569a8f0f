import { eventsFor } from "../event-kind.ts";
import type { EventId } from "../ids.ts";
import type { RecordBuilder } from "../record-builder.ts";
import type { Registers, Said } from "../record.ts";
import { unset } from "../register.ts";
import type { RetroAction, RetroFields, RetroWords } from "./retro.ts";

/** A retro while its events are applied. */
export interface RetroBuilder extends RecordBuilder {
  fields: Registers<RetroFields>;
  readonly words: RetroWords[];
  readonly startedWithout: Said[];
  readonly actions: Map<
    EventId,
    Omit<RetroAction, "made"> & { readonly made: RetroAction["made"][number][] }
  >;
}

export const startRetro = (): RetroBuilder => ({
  fields: { name: unset(""), period: unset(null), closed: unset(false) },
  words: [],
  startedWithout: [],
  actions: new Map(),
  history: [],
});

/** An event of a retro. */
export const defineRetroEvent = eventsFor<RetroBuilder>();
