import type { NowRule } from "./entry.ts";

/** Somebody said something on a note without knowing that it was being closed: its owner and the lead look once more. */
export const changedWhileClosing: NowRule = ({ note, viewer, isOpen, isOwner }) => {
  if (isOpen || !note.changedWhileClosing || !(isOwner || viewer.role === "lead")) return [];
  return [
    {
      rule: "closing",
      group: "needsYou",
      reason: [
        viewer.wording.translate("It was changed while it was being closed. Look whether it is still over."),
      ],
      action: "open",
      glyph: "versions",
      since: note.lastSaid.at,
    },
  ];
};
