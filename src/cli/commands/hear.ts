import * as z from "zod/mini";
import { findNote } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { given, readDay } from "../read/values.ts";
import { performAndTell } from "../saved.ts";

const Values = z.tuple([z.string(), z.optional(z.string())]);
const Options = z.object({ backBy: z.optional(z.string()) });

export const hear: Command = async (context, values, raw) => {
  const [typed, text] = Values.parse(values);
  const backBy = given(Options.parse(raw).backBy, readDay(context, "--back-by"));
  if (!backBy.ok) return backBy;
  const here = await open(context);
  if (!here.ok) return here;
  const found = findNote(typed, here.value.session);
  if (!found.ok) return found;
  const { id } = found.value;
  return performAndTell(
    context,
    here.value,
    [{ type: "hear", note: id, text, backBy: backBy.value }],
    () => ({
      sentence: context.translate("heard"),
    }),
  );
};
