import type { Command } from "./command.ts";

/** Takes back what was just said of where a note belongs, while the status bar offers it. */
export const undoPlace: Command = async ({ statusBar }) => {
  const undo = statusBar.takeUndo();
  return undo === undefined ? { kind: "noPlaceToUndo" } : await undo();
};
