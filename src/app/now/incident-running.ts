import { since } from "../date-words.ts";
import type { NowRule } from "./entry.ts";

/** An incident that nobody has decided on is there for everybody, above all else. */
export const incidentRunning: NowRule = ({ note, isUndecided, viewer, status }) => {
  if (note.fields.kind.value !== "incident" || !isUndecided) return [];
  const { translate } = viewer.wording;
  const mayDecide = status === "optionsReady" && (viewer.role === "lead" || viewer.role === "pm");
  return [
    {
      rule: "incident",
      group: "needsYou",
      reason: [
        translate("An incident is running {since}. Nothing is decided yet.", {
          since: since(note.opened.at, viewer.today, viewer.wording),
        }),
      ],
      action: mayDecide ? "decide" : "open",
      glyph: "late",
      since: note.opened.at,
    },
  ];
};
