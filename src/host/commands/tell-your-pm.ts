import { chosenNote } from "../chosen-note.ts";
import { copyMessageForPm } from "../share/copy-message-for-pm.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

export const tellYourPm: Command = async (bench, argument) => {
  const chosen = await chosenNote(bench, argument, bench.wording.translate("Tell Your PM"));
  if (chosen.kind !== "chosen") return chosen;
  await copyMessageForPm(bench, chosen.session, chosen.note);
  return done;
};
