import * as z from "zod";
import { Anchor } from "../anchor.ts";
import { defineEvent } from "../event-kind.ts";
import { saidBy } from "../record-builder.ts";

/** Puts the note at a place in the code. Showing where it belongs now adds a place and removes the old one. */
export const anchorAdded = defineEvent("anchorAdded", {
  schema: z.object({ anchor: Anchor }),
  apply: (note, { anchor }, event) => {
    note.anchors.set(event.id, { ...saidBy(event), anchor });
    note.history.push({ ...saidBy(event), type: "anchorAdded" });
  },
});
