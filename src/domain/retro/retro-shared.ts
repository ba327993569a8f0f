import * as z from "zod/mini";
import { defineRetroEvent } from "./retro-builder.ts";
import { RetroPartValue } from "./retro-fields.ts";

/** What somebody wrote in a box. Its writer can correct it; more can be said beside it. */
export const retroShared = defineRetroEvent("retroShared", {
  schema: z.object({ part: RetroPartValue, text: z.string() }),
  apply: (retro, { part, text }, event) => {
    retro.words.push({ id: event.id, by: event.by, at: event.at, part, text, earlier: [] });
    // Without the words: what others wrote is not shown before its time, also not by a history.
    retro.history.push({ id: event.id, by: event.by, at: event.at, type: "retroShared", about: event.id });
  },
});
