import { chosenNote } from "../chosen-note.ts";
import { openPlace } from "../open-place.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

export const showInCode: Command = async (bench, argument) => {
  const chosen = await chosenNote(bench, argument, bench.wording.translate("Show in Code"));
  if (chosen.kind !== "chosen") return chosen;
  const opened = await openPlace(bench, chosen.session, chosen.note, undefined);
  return opened.kind === "opened" || opened.kind === "shown" ? done : opened;
};
