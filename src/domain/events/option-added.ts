import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { OptionLetter } from "../option-letter.ts";
import { noOptionFields } from "../note-builder.ts";
import { setFields } from "../record-builder.ts";
import { OptionValues } from "../note-fields.ts";
import { WayOut } from "../words.ts";

/**
 * Puts one way to go on the table. What is still being composed is a draft on its writer's machine and no event. The letter is a claim:
 * the fold settles who has it once it knows all that were claimed.
 */
export const optionAdded = defineEvent("optionAdded", {
  schema: z.object({
    letter: OptionLetter,
    doNothing: z._default(z.boolean(), false),
    way: z.optional(WayOut),
    fields: OptionValues,
  }),
  apply: (note, { letter, doNothing, way, fields }, event) => {
    note.options.set(event.id, {
      id: event.id,
      by: event.by,
      at: event.at,
      letter,
      doNothing,
      ...(way === undefined ? {} : { way }),
      fields: setFields(noOptionFields, fields, event),
    });
    note.history.push({ id: event.id, by: event.by, at: event.at, type: "optionAdded", about: event.id });
  },
});
