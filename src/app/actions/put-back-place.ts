import type { NoteAction } from "./note-action.ts";

/**
 * Takes back what a person said of where a place belongs: it is again where it was before. Where another place says that already, as when two
 * people take the same thing back, this one only goes.
 */
export const putBackPlace: NoteAction<"putBackPlace"> = ({ place }, { note, pen }) => {
  const placed = note.anchors.find(({ id }) => id === place);
  if (placed?.insteadOf === undefined) return { kind: "noSuchPart" };
  const { anchor } = placed.insteadOf;
  const isThere = note.anchors.some(
    (other) => other !== placed && JSON.stringify(other.anchor) === JSON.stringify(anchor),
  );
  if (isThere) pen.write({ type: "itemsRemoved", data: { items: [place] } });
  else pen.write({ type: "anchorAdded", data: { anchor, insteadOf: place } });
  return undefined;
};
