import * as vscode from "vscode";
import { chosenNote } from "../chosen-note.ts";
import { openPlace } from "../open-place.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

/** Opens what was said about a note at its line, with a box to reply. */
export const discuss: Command = async (bench, argument) => {
  const chosen = await chosenNote(bench, argument, bench.wording.translate("Discuss"));
  if (chosen.kind !== "chosen") return chosen;
  const { session, note } = chosen;
  const opened = await openPlace(bench, session, note, undefined);
  if (opened.kind === "opened") {
    bench.threads.show(session, note, opened.uri, opened.line);
    // The thread stands below the line, and its buttons at its end: they need the height.
    const start = new vscode.Position(Math.max(0, opened.line - 4), 0);
    vscode.window.activeTextEditor?.revealRange(
      new vscode.Range(start, start),
      vscode.TextEditorRevealType.AtTop,
    );
  }
  // Without a line to stand at, it is discussed on its page.
  else bench.panel.show({ section: "notes", note: note.id });
  return done;
};
