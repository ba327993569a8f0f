import * as z from "zod/mini";
import { EventId, RecordId } from "../ids.ts";
import { defineRetroEvent } from "./retro-builder.ts";

/** A note or a brief was made of an action. Two who do so without having seen each other leave two, and both are shown. */
export const actionMade = defineRetroEvent("actionMade", {
  schema: z.object({ action: EventId, record: RecordId }),
  apply: (retro, { action, record }, event) => {
    retro.actions.get(action)?.made.push({ id: event.id, by: event.by, at: event.at, record });
    retro.history.push({ id: event.id, by: event.by, at: event.at, type: "actionMade", about: action });
  },
});
