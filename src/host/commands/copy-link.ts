import { recordUri } from "../../protocol/record-link.ts";
import { chosenNote } from "../chosen-note.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

export const copyLink: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const chosen = await chosenNote(bench, argument, translate("Copy Link"));
  if (chosen.kind !== "chosen") return chosen;
  await bench.copy(recordUri("note", chosen.note.id));
  bench.statusBar.remark(translate("Link copied"));
  return done;
};
