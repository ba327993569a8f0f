import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";
import { namesGiven, setFields } from "../record-builder.ts";
import { OptionValues } from "../note-fields.ts";

/** Sets fields of an option, each by itself. Withdrawing it is a field too: its letter is never given to another. */
export const optionEdited = defineEvent("optionEdited", {
  schema: z.object({ option: EventId, fields: OptionValues }),
  apply: (note, { option, fields }, event) => {
    const edited = note.options.get(option);
    if (edited === undefined) return;
    edited.fields = setFields(edited.fields, fields, event);
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "optionEdited",
      about: option,
      fields: namesGiven(fields),
    });
  },
});
