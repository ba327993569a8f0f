import * as z from "zod/mini";
import { EventId } from "../ids.ts";
import { samePerson } from "../person.ts";
import { saidBy } from "../record-builder.ts";
import { defineRetroEvent } from "./retro-builder.ts";

/** Other words in the place of what somebody shared, by whoever shared it; from anybody else it changes nothing. What stood there before is kept. */
export const retroWordsCorrected = defineRetroEvent("retroWordsCorrected", {
  schema: z.object({ words: EventId, text: z.string() }),
  apply: (retro, { words: id, text }, event) => {
    const at = retro.words.findIndex((one) => one.id === id);
    const words = retro.words[at];
    if (words === undefined || !samePerson(words.by, event.by)) return;
    retro.words[at] = {
      id: words.id,
      by: words.by,
      at: words.at,
      part: words.part,
      text,
      corrected: saidBy(event),
      earlier: [...words.earlier, { text: words.text, at: words.corrected?.at ?? words.at }],
    };
    // Without the words, as where they were shared.
    retro.history.push({ id: event.id, by: event.by, at: event.at, type: "retroWordsCorrected", about: id });
  },
});
