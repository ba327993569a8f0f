import * as z from "zod/mini";
import { Route } from "../../protocol/route.ts";
import { chosenNote } from "../chosen-note.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

/** What to start on the note, where the caller says so: what a row of *Now* is about. */
const Start = z.object({ open: Route.def.options[1].shape.open });

export const openNote: Command = async (bench, argument) => {
  const chosen = await chosenNote(bench, argument, bench.wording.translate("Open Note"));
  if (chosen.kind !== "chosen") return chosen;
  const open = Start.safeParse(argument).data?.open;
  bench.panel.show({ section: "notes", note: chosen.note.id, ...(open === undefined ? {} : { open }) });
  return done;
};
