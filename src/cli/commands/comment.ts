import * as z from "zod/mini";
import { findNote } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { performAndTell } from "../saved.ts";

const Values = z.tuple([z.string(), z.string()]);

export const comment: Command = async (context, values) => {
  const [typed, text] = Values.parse(values);
  const here = await open(context);
  if (!here.ok) return here;
  const found = findNote(typed, here.value.session);
  if (!found.ok) return found;
  const { id } = found.value;
  return performAndTell(context, here.value, [{ type: "comment", note: id, text }], () => ({
    sentence: context.translate("comment added"),
  }));
};
