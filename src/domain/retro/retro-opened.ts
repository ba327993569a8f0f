import * as z from "zod/mini";
import { namesGiven, setFields } from "../record-builder.ts";
import { defineRetroEvent } from "./retro-builder.ts";
import { RetroValues } from "./retro-fields.ts";

/** Starts a retro. `nonce` is random, so that two of the same name are two records. */
export const retroOpened = defineRetroEvent("retroOpened", {
  schema: z.object({ nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)), fields: RetroValues }),
  apply: (retro, { fields }, event) => {
    retro.fields = setFields(retro.fields, fields, event);
    retro.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "retroOpened",
      fields: namesGiven(fields),
    });
  },
});
