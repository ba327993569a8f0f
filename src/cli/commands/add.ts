import * as z from "zod/mini";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { readPlaces } from "../places.ts";
import { NoteOptions, noteValues, readNoteOptions } from "../read/note-options.ts";
import { performAndTell } from "../saved.ts";

const Values = z.tuple([z.string()]);

export const add: Command = async (context, values, options) => {
  const [title] = Values.parse(values);
  const read = readNoteOptions(NoteOptions.parse(options), context);
  if (!read.ok) return read;
  const here = await open(context);
  if (!here.ok) return here;
  const fields = noteValues(read.value, context, await here.value.session.me(), undefined);
  if (!fields.ok) return fields;
  const places = await readPlaces(context, here.value, read.value.places, read.value.quote);
  if (!places.ok) return places;
  const { anchors, quoteLeftOut } = places.value;
  return performAndTell(
    context,
    here.value,
    [{ type: "openNote", fields: { ...fields.value, title }, anchors: [...anchors] }],
    () => ({
      sentence: context.translate("on record"),
      remarks: [
        ...((fields.value.impact ?? "").trim() === "" ? (["impactMissing"] as const) : []),
        ...(quoteLeftOut ? (["quoteLeftOut"] as const) : []),
      ],
    }),
  );
};
