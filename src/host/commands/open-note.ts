import { chosenNote } from "../chosen-note.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

export const openNote: Command = async (bench, argument) => {
  const chosen = await chosenNote(bench, argument, bench.wording.translate("Open Note"));
  if (chosen.kind !== "chosen") return chosen;
  bench.panel.show({ section: "notes", note: chosen.note.id });
  return done;
};
