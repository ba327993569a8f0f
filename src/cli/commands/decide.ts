import * as z from "zod/mini";
import { refuse } from "../../base/result.ts";
import type { EventId } from "../../domain/ids.ts";
import { findNote, findOption, findPart } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { given, readDay } from "../read/values.ts";
import { performAndTell } from "../saved.ts";

const Values = z.tuple([z.string(), z.string()]);
const Options = z.object({
  because: z._default(z.string(), ""),
  revisitOn: z.optional(z.string()),
  revisitIf: z.optional(z.string()),
  restsOn: z._default(z.array(z.string()), []),
  consequences: z.optional(z.string()),
  confirmation: z.optional(z.string()),
});

export const decide: Command = async (context, values, raw) => {
  const [typed, letter] = Values.parse(values);
  const { because, restsOn, revisitOn, ...words } = Options.parse(raw);
  const day = given(revisitOn, readDay(context, "--revisit-on"));
  if (!day.ok) return day;
  const here = await open(context);
  if (!here.ok) return here;
  const { session } = here.value;
  const found = findNote(typed, session);
  if (!found.ok) return found;
  const note = found.value;
  const option = findOption(note, letter);
  if (!option.ok) return option;
  const evidence: EventId[] = [];
  for (const id of restsOn) {
    const fact = findPart(id, note.evidence);
    if (fact === undefined) return refuse({ kind: "noSuchEvidence", id });
    evidence.push(fact);
  }
  const before = new Set(note.decisions.map(({ id }) => id));
  return performAndTell(
    context,
    here.value,
    [
      {
        type: "decide",
        note: note.id,
        option: option.value.id,
        because,
        restsOn: evidence,
        revisitOn: day.value,
        ...words,
      },
    ],
    () => ({
      sentence: context.translate("decided for {letter}", { letter: option.value.letter }),
      letter: option.value.letter,
      decision: session.note(note.id)?.decisions.find(({ id }) => !before.has(id))?.id,
    }),
  );
};
