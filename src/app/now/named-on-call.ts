import { clockWords } from "../date-words.ts";
import { wayWords } from "../incident/incident-words.ts";
import { namedIn } from "../incident/incident-state.ts";
import type { NowRule } from "./entry.ts";

/** Somebody wrote down that the viewer took part in a decision on a call. Nobody but they can say whether that is right. */
export const namedOnCall: NowRule = ({ note, viewer, decisions }) => {
  const id = namedIn(note, viewer.me);
  const decision = decisions.find((one) => one.id === id);
  if (decision === undefined || note.fields.closed.value?.as === "withdrawn") return [];
  const { wording, today } = viewer;
  return [
    {
      rule: "named",
      about: decision.id,
      group: "needsYou",
      reason: [
        wording.translate("You are named in a decision made on a call at {time}.", {
          time: clockWords(decision.at, today, wording),
        }),
        wording.translate("Decided: {way}.", { way: wayWords(note, decision.option, wording) }),
      ],
      action: "confirmCall",
      decision: decision.id,
      glyph: "decision",
      since: decision.at,
    },
  ];
};
