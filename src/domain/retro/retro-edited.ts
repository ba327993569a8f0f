import * as z from "zod/mini";
import { namesGiven, setFields } from "../record-builder.ts";
import { defineRetroEvent } from "./retro-builder.ts";
import { RetroValues } from "./retro-fields.ts";

/** Sets fields of a retro, each by itself. That it is closed is a field too. */
export const retroEdited = defineRetroEvent("retroEdited", {
  schema: z.object({ fields: RetroValues }),
  apply: (retro, { fields }, event) => {
    retro.fields = setFields(retro.fields, fields, event);
    retro.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "retroEdited",
      fields: namesGiven(fields),
    });
  },
});
