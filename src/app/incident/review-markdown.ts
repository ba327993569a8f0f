import type { Decision, Note } from "../../domain/note.ts";
import { clockOf, inZone, offsetOf, zoneName } from "../../domain/zone.ts";
import { statusLabel } from "../../protocol/labels.ts";
import type { NamedNote } from "../../protocol/panel-state.ts";
import { inline, paragraphs } from "../../store/pages/markdown-text.ts";
import { clockWords } from "../date-words.ts";
import type { Viewer } from "../now/viewer.ts";
import { wayWords, withWords } from "./incident-words.ts";
import { beganAt, decidedAfter, lasted, timeline } from "./timeline.ts";

/** The review of an incident, to paste where a team keeps such things. What nobody wrote is left out; nobody is blamed. */
export function reviewMarkdown(note: Note, viewer: Viewer, followUps: readonly NamedNote[]): string {
  const { wording } = viewer;
  const { translate } = wording;
  const felt = note.fields.impact.value;
  const parts: readonly (readonly [string, string])[] = [
    [translate("What users felt"), paragraphs(felt)],
    [
      translate("What was decided, and with whom"),
      note.decisions.map((decision) => decided(note, decision, viewer)).join("\n"),
    ],
    [translate("What happened"), happened(note, viewer)],
    [
      translate("Follow-ups"),
      followUps
        .map(({ title, status }) => `- ${inline(title)} (${inline(statusLabel(status, translate))})`)
        .join("\n"),
    ],
  ];
  return [
    `# ${inline(note.fields.title.value, 300)}`,
    span(note, viewer),
    ...parts.flatMap(([name, text]) => (text.trim() === "" ? [] : [`## ${name}`, text])),
    `*${translate("Describe what happened, not who.")}*`,
  ].join("\n\n");
}

function span(note: Note, { today, wording }: Viewer): string {
  const { translate } = wording;
  const over = note.fields.overSince.value;
  const offset = offsetOf(beganAt(note));
  const words = [
    translate("Began at {time}.", { time: clockWords(beganAt(note), today, wording) }),
    over === null
      ? translate("It is not over yet.")
      : translate("Over at {time}, after {duration}.", {
          time: clockWords(inZone(over, offset), today, wording),
          duration: lasted(note, wording) ?? "",
        }),
  ];
  const decision = decidedAfter(note, wording);
  if (decision !== undefined) words.push(translate("Decided after {duration}.", { duration: decision }));
  return words.join(" ");
}

function decided(note: Note, decision: Decision, { today, wording }: Viewer): string {
  const { translate } = wording;
  const names = withWords(decision, wording);
  const said = {
    time: clockWords(inZone(decision.at, offsetOf(beganAt(note))), today, wording),
    way: inline(wayWords(note, decision.option, wording)),
  };
  const words = [
    names === undefined
      ? translate("Decided at {time}: {way}.", said)
      : translate("Decided at {time}: {way}, with {names}.", { ...said, names: inline(names) }),
    ...(decision.because === "" ? [] : [translate("Because {reason}", { reason: inline(decision.because) })]),
    ...(decision.stands ? [] : [translate("Replaced by a later decision.")]),
    ...decision.answers.map(({ as, correction }) =>
      correction === undefined
        ? translate("{name} says that this is right.", { name: inline(as) })
        : translate("{name} remembers it differently: {text}", {
            name: inline(as),
            text: inline(correction),
          }),
    ),
  ];
  return `- ${words.join(" ")}`;
}

function happened(note: Note, { wording }: Viewer): string {
  const { translate } = wording;
  const zone = zoneName(beganAt(note));
  const rows = timeline(note, wording).map(
    ({ at, after, sentence }) =>
      `| ${at.slice(0, 10)} ${clockOf(at)} | ${inline(after)} | ${inline(sentence)} |`,
  );
  return [
    `| ${translate("Time ({zone})", { zone })} | ${translate("After")} | ${translate("What happened")} |`,
    "| --- | --- | --- |",
    ...rows,
  ].join("\n");
}
