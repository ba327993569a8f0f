import { plainLine } from "../../base/plain-text.ts";
import { dayWords, onDay } from "../../app/date-words.ts";
import { effortWords } from "../../app/effort-words.ts";
import type { Wording } from "../../app/wording.ts";
import type { Day } from "../../domain/dates.ts";
import type { Person } from "../../domain/person.ts";
import {
  badgeLabel,
  confidenceLabel,
  deciderLabel,
  hurtLabel,
  kindLabel,
  likelihoodLabel,
  reversibilityLabel,
  statusLabel,
} from "../../protocol/labels.ts";
import type { NoteObject } from "../documents/note-document.ts";
import type { Style } from "../style.ts";
import { block } from "./block.ts";

export interface NoteSurroundings {
  readonly short: (id: string) => string;
  readonly today: Day;
  readonly columns: number | undefined;
  readonly style: Style;
  readonly wording: Wording;
}

type OptionObject = NoteObject["options"][number];
type DecisionObject = NoteObject["decisions"][number];
type QuestionObject = NoteObject["questions"][number];

/** A note to read: what it means first, then the ways to go, then what was said. Parts without anything in them are left out. */
export function noteText(note: NoteObject, around: NoteSurroundings): string {
  const { wording, style, columns, today, short } = around;
  const { translate } = wording;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", style.strong(title), ...lines];
  const status = [
    statusWords(note, around),
    kindLabel(note.kind, translate),
    ...note.badges.map((badge) => badgeLabel(badge, translate)),
  ];
  const impact = note.impact.trim() === "" ? translate("Effect on users: not known yet.") : note.impact;
  const labelled = (label: string, text: string): string[] =>
    text.trim() === "" ? [] : [block(text, 2, columns, `  ${style.muted(`${label}: `)}`)];

  return [
    `${style.id(short(note.id))}  ${status.join(" · ")}`,
    style.strong(plainLine(note.title)),
    "",
    block(impact, 2, columns, "  "),
    ...(note.context.trim() === "" ? [] : ["", block(note.context, 2, columns, "  ")]),
    "",
    ...(note.neededBy === null ? [] : labelled(translate("Needed by"), neededBy(note.neededBy, around))),
    ...labelled(translate("What waiting costs"), note.costOfDelay),
    ...labelled(translate("Who decides"), deciderLabel(note.decider, translate)),
    ...(note.owner === null ? [] : labelled(translate("Owner"), nameOf(note.owner, around))),
    ...labelled(translate("Labels"), note.labels.map(plainLine).join(", ")),
    ...labelled(
      translate("On record"),
      `${nameOf(note.opened.by, around)}, ${onDay(note.opened.at, today, wording)}`,
    ),
    ...part(
      translate("Places in the code"),
      note.places.flatMap((place) => placeLines(place, around)),
    ),
    ...part(
      translate("Ways to go"),
      note.options.flatMap((option) => optionLines(option, note, around)),
    ),
    ...part(
      translate("Decision"),
      note.decisions.flatMap((decision) => decisionLines(decision, around)),
    ),
    ...part(
      translate("Questions"),
      note.questions.flatMap((question) => questionLines(question, around)),
    ),
    ...part(
      translate("Evidence"),
      note.evidence.map((fact) =>
        said(
          [fact.text, fact.figure, fact.source, fact.date && dayWords(fact.date, today, wording), fact.link],
          fact,
          around,
        ),
      ),
    ),
    ...part(
      translate("Heard"),
      note.heard.map((one) =>
        said(
          [
            one.text,
            one.backBy && translate("back by {date}", { date: dayWords(one.backBy, today, wording) }),
          ],
          one,
          around,
        ),
      ),
    ),
    ...part(
      translate("Comments"),
      note.comments.map((one) => said([one.text], one, around)),
    ),
    ...part(
      translate("Two versions: set the field again to settle it"),
      note.contested.flatMap((field) => contestedLines(field, note, around)),
    ),
    ...part(
      translate("Lines that can't be read here"),
      note.unread.map(
        ({ id, kind, why }) =>
          `  ${style.id(short(id))}  ${
            kind === "newer" ? translate("written by a newer Sightline") : translate("unreadable")
          } (${plainLine(why)})`,
      ),
    ),
    "",
    style.muted(translate("Names are as set in git.")),
  ].join("\n");
}

function statusWords({ status, closed }: NoteObject, { wording, today }: NoteSurroundings): string {
  const { translate } = wording;
  if (status === "putOff" && closed?.until !== undefined)
    return translate("Put off until {date}", { date: dayWords(closed.until, today, wording) });
  return statusLabel(status, translate);
}

function neededBy(
  { day, why }: NonNullable<NoteObject["neededBy"]>,
  { wording, today }: NoteSurroundings,
): string {
  const date = dayWords(day, today, wording);
  return why === undefined || why.trim() === ""
    ? date
    : wording.translate("{date}, because {why}", { date, why: plainLine(why) });
}

const nameOf = ({ name, email }: Person, { wording }: NoteSurroundings): string =>
  plainLine(name) || plainLine(email) || wording.translate("somebody");

/** `1a2b3c4  the words  (Ann Lee, yesterday)`. */
function said(
  parts: readonly (string | undefined)[],
  one: { readonly id: string; readonly by: Person; readonly at: string },
  around: NoteSurroundings,
): string {
  const { style, short, columns, wording, today } = around;
  const id = short(one.id);
  const words = parts.filter((text) => text !== undefined && text.trim() !== "").join(" · ");
  const who = `(${nameOf(one.by, around)}, ${onDay(one.at, today, wording)})`;
  const text = words === "" ? who : `${words} ${who}`;
  return block(text, id.length + 4, columns, `  ${style.id(id)}  `);
}

function placeLines(place: NoteObject["places"][number], around: NoteSurroundings): string[] {
  const { style, short, wording } = around;
  const lines =
    place.endLine === place.startLine ? String(place.startLine) : `${place.startLine}-${place.endLine}`;
  const symbol = place.symbol === undefined ? "" : ` (${plainLine(place.symbol)})`;
  const isLost = place.status === "orphaned" && place.elsewhere !== true;
  const state = isLost
    ? `${wording.translate("lost its code")}: ${plainLine(place.reason)}`
    : plainLine(place.reason);
  return [
    place.whole === undefined
      ? `  ${style.id(short(place.id))}  ${plainLine(place.path)}:${lines}${symbol}`
      : `  ${style.id(short(place.id))}  ${plainLine(place.path)} (${wholeWords(place.whole, wording)})`,
    `      ${isLost || place.status === "changed" ? style.attention(state) : style.muted(state)}`,
  ];
}

const wholeWords = (whole: "file" | "folder", { translate }: Wording): string =>
  whole === "file" ? translate("the whole file") : translate("the whole folder");

function optionLines(option: OptionObject, note: NoteObject, around: NoteSurroundings): string[] {
  const { style, columns, wording } = around;
  const { translate } = wording;
  const title = option.title.trim() === "" && option.doNothing ? translate("Do nothing") : option.title;
  const marks = [
    ...(option.taken ? [translate("decided")] : []),
    ...(option.recommended ? [recommendationWords(note, around)] : []),
  ];
  const indent = option.letter.length + 4;
  const row = (label: string, text: string): string[] =>
    text.trim() === ""
      ? []
      : [
          block(
            text,
            indent,
            columns,
            `${" ".repeat(indent)}${style.muted(`${label}${label.endsWith("?") ? "" : ":"} `)}`,
          ),
        ];
  const time = [
    ...(option.effort === null ? [] : [effortWords(option.effort, wording)]),
    ...(option.people.trim() === "" ? [] : [plainLine(option.people)]),
    ...(option.confidence === null ? [] : [confidenceLabel(option.confidence, translate).toLowerCase()]),
  ];
  return [
    block(
      [plainLine(title), ...marks.map((mark) => `[${mark}]`)].join(" "),
      indent,
      columns,
      `  ${style.strong(option.letter)}  `,
    ),
    ...row(
      translate("What users get or lose"),
      option.implications.trim() === "" && !option.doNothing
        ? translate("nobody has written it yet")
        : option.implications,
    ),
    ...row(translate("How long"), time.join(" · ")),
    ...row(translate("What we give up"), option.givesUp),
    ...row(translate("What we gain"), option.gains),
    ...row(translate("Risks"), option.risks.map((risk) => riskWords(risk, around)).join("; ")),
    ...row(
      translate("Can it be undone?"),
      [
        ...(option.reversibility === null ? [] : [reversibilityLabel(option.reversibility, translate)]),
        ...(option.costToUndo.trim() === "" ? [] : [plainLine(option.costToUndo)]),
      ].join(" · "),
    ),
    ...row(translate("More"), option.summary),
    ...row(translate("Takes for granted"), option.assumptions),
    ...row(translate("Depends on"), option.dependsOn),
    ...row(translate("Still owed"), option.stillOwed),
  ];
}

function recommendationWords({ recommendation }: NoteObject, { wording }: NoteSurroundings): string {
  const because = plainLine(recommendation?.because ?? "");
  return because === ""
    ? wording.translate("engineering would take this")
    : wording.translate("engineering would take this, because {because}", { because });
}

function riskWords(risk: OptionObject["risks"][number], { wording }: NoteSurroundings): string {
  const { translate } = wording;
  const marks = [
    ...(risk.likelihood === undefined ? [] : [likelihoodLabel(risk.likelihood, translate)]),
    ...(risk.hurt === undefined ? [] : [hurtLabel(risk.hurt, translate)]),
  ];
  return marks.length === 0 ? plainLine(risk.text) : `${plainLine(risk.text)} (${marks.join(", ")})`;
}

function decisionLines(decision: DecisionObject, around: NoteSurroundings): string[] {
  const { wording, today } = around;
  const { translate } = wording;
  const letter = decision.letter;
  const because = plainLine(decision.because);
  const what =
    because === ""
      ? translate("{letter}, without a reason yet", { letter })
      : translate("{letter}, because {because}", { letter, because });
  return [
    said(
      [
        decision.stands ? what : translate("replaced: {decision}", { decision: what }),
        decision.consequences,
        decision.confirmation,
        decision.revisitOn &&
          translate("look at it again on {date}", { date: dayWords(decision.revisitOn, today, wording) }),
        decision.revisitIf &&
          translate("look at it again if {condition}", { condition: plainLine(decision.revisitIf) }),
      ],
      decision,
      around,
    ),
    ...decision.dissent.map((one) =>
      said([translate("I see it differently: {because}", { because: one.because })], one, around),
    ),
  ];
}

function questionLines(question: QuestionObject, around: NoteSurroundings): string[] {
  const { translate } = around.wording;
  const state = {
    answer: translate("open"),
    asker: translate("answered; the asker has not said whether that answers it"),
    nobody: translate("answered"),
  }[question.waitsFor];
  return [
    said([`${question.text} [${state}]`], question, around),
    ...question.replies.map((reply) =>
      said(
        [reply.kind === "answer" ? reply.text : translate("asked further: {text}", { text: reply.text })],
        reply,
        around,
      ),
    ),
  ];
}

function contestedLines(
  { option, field, versions }: NoteObject["contested"][number],
  note: NoteObject,
  around: NoteSurroundings,
): string[] {
  const letter = note.options.find(({ id }) => id === option)?.letter;
  return [
    `  ${letter === undefined ? field : `${letter}, ${field}`}`,
    ...versions.map((version) => said([version.text], { ...version, id: version.event }, around)),
  ];
}
