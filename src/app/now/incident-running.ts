import { isRunning } from "../../domain/incident.ts";
import { clockWords } from "../date-words.ts";
import { listWords, wayWords } from "../incident/incident-words.ts";
import { beganAt } from "../incident/timeline.ts";
import type { NowRule } from "./entry.ts";

/** An incident that is not over is there for everybody, above all else. */
export const incidentRunning: NowRule = ({ note, isOpen, decisions, viewer }) => {
  if (!isOpen || !isRunning(note)) return [];
  const { wording, today } = viewer;
  const { translate } = wording;
  const since = beganAt(note);
  const time = clockWords(since, today, wording);
  const ways = [...new Set(decisions.map(({ option }) => wayWords(note, option, wording)))];
  return [
    {
      rule: "incident",
      group: "needsYou",
      reason: [
        ways.length === 0
          ? translate("An incident is running since {time}. Nothing is decided yet.", { time })
          : translate("An incident is running since {time}. Decided: {ways}.", {
              time,
              ways: listWords(ways, wording),
            }),
      ],
      action: "open",
      glyph: "broken",
      since,
    },
  ];
};
