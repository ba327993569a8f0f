import * as z from "zod/mini";
import { saidBy } from "../record-builder.ts";
import { defineRetroEvent } from "./retro-builder.ts";

/** Something that is to be done. */
export const actionTakenDown = defineRetroEvent("actionTakenDown", {
  schema: z.object({ text: z.string() }),
  apply: (retro, { text }, event) => {
    retro.actions.set(event.id, { ...saidBy(event), text, made: [] });
    retro.history.push({ ...saidBy(event), type: "actionTakenDown", about: event.id, text });
  },
});
