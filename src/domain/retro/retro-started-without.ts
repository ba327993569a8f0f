import * as z from "zod/mini";
import { saidBy } from "../record-builder.ts";
import { defineRetroEvent } from "./retro-builder.ts";

/** "Start without": what was written is shown, though nobody who looks after the product has gone first. */
export const retroStartedWithout = defineRetroEvent("retroStartedWithout", {
  schema: z.object({}),
  apply: (retro, _, event) => {
    retro.startedWithout.push(saidBy(event));
    retro.history.push({ id: event.id, by: event.by, at: event.at, type: "retroStartedWithout" });
  },
});
