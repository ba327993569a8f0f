import * as z from "zod/mini";
import { namesGiven, setFields } from "../record-builder.ts";
import { defineBriefEvent } from "./brief-builder.ts";
import { BriefValues } from "./brief-fields.ts";

/** Sets fields of a brief, each by itself. */
export const briefEdited = defineBriefEvent("briefEdited", {
  schema: z.object({ fields: BriefValues }),
  apply: (brief, { fields }, event) => {
    brief.fields = setFields(brief.fields, fields, event);
    brief.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "briefEdited",
      fields: namesGiven(fields),
    });
  },
});
