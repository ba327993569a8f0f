import * as z from "zod/mini";
import { Anchor } from "../anchor.ts";
import { defineEvent } from "../event-kind.ts";
import { EventId } from "../ids.ts";

/**
 * Puts the note at a place in the code. `insteadOf` is the place that it stands for from now on: that one is taken off in the same breath, and
 * remembered, so that it can be put back by another event of this kind. Two people who put one place elsewhere without having seen each other
 * leave two places: both were said.
 */
export const anchorAdded = defineEvent("anchorAdded", {
  schema: z.object({ anchor: Anchor, insteadOf: z.optional(EventId) }),
  apply: (note, { anchor, insteadOf }, event) => {
    const knew = insteadOf !== undefined && event.saw(insteadOf);
    const before = knew ? note.everyAnchor.get(insteadOf) : undefined;
    const placed = {
      id: event.id,
      by: event.by,
      at: event.at,
      anchor,
      ...(before === undefined ? {} : { insteadOf: { id: before.id, anchor: before.anchor } }),
    };
    if (before !== undefined) note.anchors.delete(before.id);
    note.anchors.set(event.id, placed);
    note.everyAnchor.set(event.id, placed);
    note.history.push({
      id: event.id,
      by: event.by,
      at: event.at,
      type: "anchorAdded",
      ...(before === undefined ? {} : { about: before.id }),
    });
  },
});
