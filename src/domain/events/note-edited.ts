import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { namesGiven, setFields } from "../record-builder.ts";
import { NoteValues } from "../note-fields.ts";

/** Sets fields of a note, each by itself: two people who set different ones do not meet. Closing and reopening are fields too. */
export const noteEdited = defineEvent("noteEdited", {
  schema: z.object({ fields: NoteValues }),
  apply: (note, { fields }, event) => {
    note.fields = setFields(note.fields, fields, event);
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "noteEdited",
      fields: namesGiven(fields),
      text: fields.closed?.as,
    });
  },
});
