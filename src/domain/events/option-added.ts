import { z } from "zod";
import { defineEvent } from "../event-kind.ts";
import { nextFreeLetter, OptionLetter } from "../option-letter.ts";
import { saidBy, setFields, startOptionFields } from "../note-builder.ts";
import { OptionValues } from "../note-fields.ts";

/** Puts one way to go on the table. What is still being composed is a draft on its writer's machine and no event. */
export const optionAdded = defineEvent("optionAdded", {
  schema: z.object({ letter: OptionLetter, doNothing: z.boolean().default(false), fields: OptionValues }),
  apply: (note, { letter, doNothing, fields }, event) => {
    const taken = new Set([...note.options.values()].map((option) => option.letter));
    const given = taken.has(letter) ? nextFreeLetter(taken) : letter;
    note.options.set(event.id, {
      ...saidBy(event),
      letter: given,
      doNothing,
      fields: setFields(startOptionFields(), fields, event),
    });
    note.history.push({ ...saidBy(event), type: "optionAdded", about: event.id });
  },
});
