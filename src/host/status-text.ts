import { numberWords } from "../app/wording.ts";
import type { Wording } from "../app/wording.ts";

export interface StatusFacts {
  /** A note can still be taken back. */
  readonly sharing: boolean;
  readonly remark: string | undefined;
  /** Since when an incident is running, in words; undefined where none is. */
  readonly incident: string | undefined;
  /** How many rows of Now need this person. */
  readonly waiting: number;
  readonly syncing: boolean;
}

/** What the status bar item shows, and what a screen reader says. */
export function statusText(
  { sharing, remark, incident, waiting, syncing }: StatusFacts,
  wording: Wording,
): { readonly text: string; readonly spoken: string } {
  const { translate } = wording;
  if (sharing) {
    const text = translate("Sharing · Undo");
    return { text, spoken: text };
  }
  if (remark !== undefined) return { text: remark, spoken: remark };
  if (incident !== undefined) {
    const said = translate("Incident since {time}", { time: incident });
    return { text: `$(${syncing ? "sync~spin" : "stop-circle"}) ${said}`, spoken: said };
  }
  const text = waiting === 0 ? "Sightline" : `Sightline ${numberWords(waiting, wording)}`;
  const spoken =
    waiting === 0
      ? translate("Sightline: nothing waits for you")
      : translate("Sightline: {n} waiting for you", { n: numberWords(waiting, wording) });
  return { text: syncing ? `$(sync~spin) ${text}` : text, spoken };
}
