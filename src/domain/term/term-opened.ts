import * as z from "zod/mini";
import { namesGiven, setFields } from "../record-builder.ts";
import { defineTermEvent } from "./term-builder.ts";
import { TermValues } from "./term-fields.ts";

/** Puts a word into the glossary. `nonce` is random, so that two with the same words are two records. */
export const termOpened = defineTermEvent("termOpened", {
  schema: z.object({ nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)), fields: TermValues }),
  apply: (term, { fields }, event) => {
    term.fields = setFields(term.fields, fields, event);
    term.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "termOpened",
      fields: namesGiven(fields),
    });
  },
});
