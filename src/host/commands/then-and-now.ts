import * as z from "zod/mini";
import { EventId } from "../../domain/ids.ts";
import { chosenNote } from "../chosen-note.ts";
import { compareCode } from "../compare-code.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

const Place = z.object({ place: EventId });

/** Shows the lines of a note as they were when it was made beside those that they have become. */
export const thenAndNow: Command = async (bench, argument) => {
  const chosen = await chosenNote(bench, argument, bench.wording.translate("Compare the Code Then and Now"));
  if (chosen.kind !== "chosen") return chosen;
  const place = Place.safeParse(argument).data?.place;
  return (await compareCode(bench, chosen.session, chosen.note, place)) ?? done;
};
