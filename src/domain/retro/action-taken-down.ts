import * as z from "zod/mini";
import { defineRetroEvent } from "./retro-builder.ts";

/** Something that is to be done. */
export const actionTakenDown = defineRetroEvent("actionTakenDown", {
  schema: z.object({ text: z.string() }),
  apply: (retro, { text }, event) => {
    retro.actions.set(event.id, { id: event.id, by: event.by, at: event.at, text, made: [] });
    retro.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "actionTakenDown",
      about: event.id,
      text,
    });
  },
});
