import * as z from "zod/mini";
import { namesGiven, setFields } from "../record-builder.ts";
import { defineBriefEvent } from "./brief-builder.ts";
import { BriefValues } from "./brief-fields.ts";

/** Starts a brief. `nonce` is random, so that two with the same words are two records. */
export const briefOpened = defineBriefEvent("briefOpened", {
  schema: z.object({ nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)), fields: BriefValues }),
  apply: (brief, { fields }, event) => {
    brief.fields = setFields(brief.fields, fields, event);
    brief.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "briefOpened",
      fields: namesGiven(fields),
    });
  },
});
