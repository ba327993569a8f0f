import * as z from "zod/mini";
import { defineEvent } from "../event-kind.ts";
import { namesGiven, setFields } from "../record-builder.ts";
import { NoteValues } from "../note-fields.ts";

/** Starts a note. `nonce` is random, so that two notes with the same words are two records. */
export const noteOpened = defineEvent("noteOpened", {
  schema: z.object({ nonce: z.string().check(z.regex(/^[0-9a-f]{32}$/)), fields: NoteValues }),
  apply: (note, { fields }, event) => {
    note.fields = setFields(note.fields, fields, event);
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "noteOpened",
      fields: namesGiven(fields),
    });
  },
});
