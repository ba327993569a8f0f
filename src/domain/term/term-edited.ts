import * as z from "zod/mini";
import { namesGiven, setFields } from "../record-builder.ts";
import { defineTermEvent } from "./term-builder.ts";
import { TermValues } from "./term-fields.ts";

/** Sets fields of a word, each by itself. Withdrawing is a field too. */
export const termEdited = defineTermEvent("termEdited", {
  schema: z.object({ fields: TermValues }),
  apply: (term, { fields }, event) => {
    term.fields = setFields(term.fields, fields, event);
    term.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "termEdited",
      fields: namesGiven(fields),
    });
  },
});
