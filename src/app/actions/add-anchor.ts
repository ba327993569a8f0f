import type { NoteAction } from "./note-action.ts";

/** Adds a place in the code; "show where it belongs now" takes the old one off with it. */
export const addAnchor: NoteAction<"addAnchor"> = ({ anchor, insteadOf }, { note, pen }) => {
  if (insteadOf !== undefined && !note.anchors.some(({ id }) => id === insteadOf))
    return { kind: "noSuchPart" };
  pen.write({ type: "anchorAdded", data: { anchor, insteadOf } });
  return undefined;
};
