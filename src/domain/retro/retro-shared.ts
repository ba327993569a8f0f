import * as z from "zod/mini";
import { saidBy } from "../record-builder.ts";
import { defineRetroEvent } from "./retro-builder.ts";
import { RetroPartValue } from "./retro-fields.ts";

/** What somebody wrote in a box. Its writer can correct it; more can be said beside it. */
export const retroShared = defineRetroEvent("retroShared", {
  schema: z.object({ part: RetroPartValue, text: z.string() }),
  apply: (retro, { part, text }, event) => {
    retro.words.push({ ...saidBy(event), part, text, earlier: [] });
    // Without the words: what others wrote is not shown before its time, also not by a history.
    retro.history.push({ ...saidBy(event), type: "retroShared", about: event.id });
  },
});
