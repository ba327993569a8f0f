import * as vscode from "vscode";
import * as z from "zod/mini";
import { EventId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import { shortLine } from "../../base/plain-text.ts";
import { chosenNote } from "../chosen-note.ts";
import { aim } from "../flag/flag-target.ts";
import { lostPlace } from "../lost-place.ts";
import { setPlace } from "../set-place.ts";
import type { Workbench } from "../workbench.ts";
import { left } from "./command.ts";
import type { Command } from "./command.ts";

const Place = z.object({ place: EventId });

/** Lets a person select the lines where a note belongs now, and puts its place there. */
export const showWhereItBelongs: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const chosen = await chosenNote(bench, argument, translate("Show Where It Belongs Now"));
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  if (!(await linesAreSelected(bench, note))) return left;
  const aimed = await aim(bench.sessions, undefined);
  if (aimed.kind !== "aimed") return aimed;
  if (aimed.target.session !== session) return { kind: "otherRepository" };
  const insteadOf = Place.safeParse(argument).data?.place ?? (await lostPlace(session, note));
  return await setPlace(bench, session, note, aimed.target, insteadOf);
};

/** Asks to select the lines, and waits for it: the message stays while the person looks for them. */
async function linesAreSelected(
  { prompts, wording: { translate } }: Workbench,
  note: Note,
): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && !editor.selection.isEmpty) return true;
  const here = translate("It Is Here");
  const pressed = await prompts.say(
    "information",
    translate("Open the file and select the lines that “{title}” is about now.", {
      title: shortLine(note.fields.title.value, 80),
    }),
    [here],
  );
  return pressed === here;
}
