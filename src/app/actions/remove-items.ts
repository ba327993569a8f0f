import type { NoteAction } from "./note-action.ts";

/** Takes places, evidence, labels or threatened dates off a note. */
export const removeItems: NoteAction<"removeItems"> = ({ items }, { note, pen }) => {
  const there = new Set(
    [...note.anchors, ...note.evidence, ...note.labels, ...note.threatens].map(({ id }) => id),
  );
  if (items.some((item) => !there.has(item))) return { kind: "noSuchPart" };
  pen.write({ type: "itemsRemoved", data: { items } });
  return undefined;
};
