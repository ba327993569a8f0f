import { chosenNote } from "../chosen-note.ts";
import { clickedLine } from "../flag/clicked-line.ts";
import { aim } from "../flag/flag-target.ts";
import { setPlace } from "../set-place.ts";
import type { Command } from "./command.ts";

/** Puts a note that is on record at the selected lines too. */
export const addPlace: Command = async (bench, argument) => {
  const aimed = await aim(bench.sessions, clickedLine(argument));
  if (aimed.kind !== "aimed") return aimed;
  // The note at the line is there already: another one is meant, unless the caller names it.
  const chosen = await chosenNote(bench, argument, bench.wording.translate("Add a Place to a Note"), {
    atTheLine: false,
  });
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  if (aimed.target.session !== session) return { kind: "otherRepository" };
  return await setPlace(bench, session, note, aimed.target, undefined);
};
