import { plainLine } from "../../base/plain-text.ts";
import { standingDecisions } from "../../domain/note-status.ts";
import type { Decision, Note, Option } from "../../domain/note.ts";
import { wayLabel } from "../../protocol/labels.ts";
import { clockWords } from "../date-words.ts";
import { effortAmount } from "../effort-words.ts";
import type { Viewer } from "../now/viewer.ts";
import { wayWords, withWords } from "./incident-words.ts";

/**
 * What to read on the call, to somebody on the telephone without a screen: four plain sentences. What nobody has filled in is left out, so
 * that it is right from the first second on.
 */
export function callText(note: Note, viewer: Viewer): readonly string[] {
  const decisions = standingDecisions(note);
  return [
    whatIsBroken(note, viewer),
    ...(decisions.length > 0
      ? decisions.flatMap((decision) => whatWasDecided(note, decision, viewer))
      : waysOut(note, viewer)),
    ...ending(note, viewer),
  ];
}

function whatIsBroken({ fields }: Note, { today, wording }: Viewer): string {
  const title = sentence(fields.title.value);
  const { value: since } = fields.since;
  const impact = plainLine(fields.impact.value);
  const parts = [
    title,
    since === null
      ? ""
      : wording.translate("It began at {time}.", { time: clockWords(since, today, wording) }),
    impact === "" ? "" : sentence(impact),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function waysOut(note: Note, { wording }: Viewer): readonly string[] {
  const { translate } = wording;
  const open = note.options.filter(({ fields }) => !fields.withdrawn.value);
  const told = open.flatMap((option) => {
    const what = details(option, wording);
    const way =
      option.way === undefined
        ? sentence(wayWords(note, option.id, wording)).slice(0, -1)
        : wayLabel(option.way, translate);
    return what.length === 0 ? [] : [translate("{way}: {what}.", { way, what: what.join("; ") })];
  });
  return told.length > 0 ? told : [translate("We can roll back, patch or hold.")];
}

function details({ fields }: Option, wording: Viewer["wording"]): readonly string[] {
  const { translate } = wording;
  const effort = fields.effort.value;
  const users = clause(fields.implications.value);
  const risk = clause(fields.risks.value.map(({ text }) => text).join("; "));
  return [
    ...(effort === null
      ? []
      : [translate("back to normal in {time}", { time: effortAmount(effort, wording) })]),
    ...(users === "" ? [] : [translate("for users: {text}", { text: users })]),
    ...(risk === "" ? [] : [translate("risk to data: {text}", { text: risk })]),
    ...(fields.reversibility.value === "no" ? [translate("it can't be undone")] : []),
  ];
}

function whatWasDecided(note: Note, decision: Decision, { today, wording }: Viewer): readonly string[] {
  const { translate } = wording;
  const names = withWords(decision, wording);
  const said = {
    time: clockWords(decision.at, today, wording),
    way: wayWords(note, decision.option, wording),
  };
  const option = note.options.find(({ id }) => id === decision.option);
  const what = option === undefined ? [] : details(option, wording);
  return [
    names === undefined
      ? translate("Decided at {time}: {way}.", said)
      : translate("Decided at {time}: {way}, with {names}.", { ...said, names }),
    ...(what.length === 0 ? [] : [translate("We expect: {what}.", { what: what.join("; ") })]),
  ];
}

function ending({ fields }: Note, { today, wording }: Viewer): readonly string[] {
  const over = fields.overSince.value;
  if (over !== null)
    return [wording.translate("It has been over since {time}.", { time: clockWords(over, today, wording) })];
  const called = clause(fields.onCall.value);
  return called === "" ? [] : [wording.translate("On the call: {names}.", { names: called })];
}

/** What somebody wrote, on one line, with a full stop of its own. */
const sentence = (text: string): string => `${clause(text)}.`;
const clause = (text: string): string => plainLine(text).replace(/[\s.!?…;,]+$/u, "");
