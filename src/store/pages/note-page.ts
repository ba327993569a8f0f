import { dayOf } from "../../domain/dates.ts";
import type { Decision, Note, PlacedAnchor, Question } from "../../domain/note.ts";
import { noteBadges, standingDecisions, whoDecides } from "../../domain/note-status.ts";
import { comparisonTable, optionTitle } from "./comparison-table.ts";
import { callFacts, incidentSpan, incidentTimeline } from "./incident-text.ts";
import { codeBlock, inline, paragraphs } from "./markdown-text.ts";
import { FOOT, list, name, said, who } from "./said-words.ts";
import { badgeWords, deciderWords, kindWords, statusText } from "./words.ts";

/** Lines of code a page shows of a place; the note itself holds up to 200. */
const QUOTED_LINES = 40;
const QUOTED_CHARACTERS = 300;

/** The page of a note, from its events alone: parts in the order of the panel, those without anything to say left out. */
export function notePage(note: Note): string {
  const { fields } = note;
  const parts: readonly (readonly [string, string])[] = [
    ["Effect on users", effectOnUsers(note)],
    ["Decided", decisions(note)],
    ["Ways to go", waysToGo(note)],
    ["What happened", incidentTimeline(note)],
    ["Questions", note.questions.map((question) => questionText(note, question)).join("\n\n")],
    ["What waiting costs", paragraphs(fields.costOfDelay.value)],
    ["Background", paragraphs(fields.context.value)],
    ["Evidence", list(note.evidence.map(evidenceText))],
    ["Places in the code", note.anchors.map(placeText).join("\n\n")],
    ["Said since", list(saidSince(note))],
  ];
  return [
    `# ${inline(fields.title.value, 300)}`,
    facts(note),
    ...parts.flatMap(([name, text]) => (text === "" ? [] : [`## ${name}`, text])),
    FOOT,
  ].join("\n\n");
}

/** An incident does without: its title says what is broken, for whom. */
function effectOnUsers({ fields: { impact, kind } }: Note): string {
  if (impact.value !== "") return paragraphs(impact.value);
  return kind.value === "incident" ? "" : "Not known yet.";
}

function facts(note: Note): string {
  const { kind, neededBy, owner } = note.fields;
  const due = neededBy.value;
  return [
    kindWords[kind.value],
    statusText(note),
    incidentSpan(note) ?? "",
    ...noteBadges(note).map((badge) => badgeWords[badge]),
    due === null ? "" : `Needed by ${due.day}${due.why === undefined ? "" : `: ${inline(due.why)}`}`,
    owner.value === null ? "" : `Owner: ${name(owner.value)}`,
    `On record since ${dayOf(note.opened.at)}, by ${name(note.opened.by)}`,
  ]
    .filter((fact) => fact !== "")
    .join(" · ");
}

function decisions(note: Note): string {
  const standing = standingDecisions(note);
  const twice = standing.length > 1 ? ["Decided twice. Talk, then settle it."] : [];
  const earlier = note.decisions.filter(({ stands }) => !stands);
  return [
    ...twice,
    ...standing.map((decision) => decisionText(note, decision)),
    ...(earlier.length === 0
      ? []
      : ["Replaced:", list(earlier.map((decision) => `${verdict(note, decision)} ${who(decision)}`))]),
  ].join("\n\n");
}

function decisionText(note: Note, decision: Decision): string {
  const restsOn = note.evidence.filter(({ id }) => decision.restsOn.includes(id));
  const again = [
    decision.revisitOn === undefined ? "" : `on ${decision.revisitOn}`,
    decision.revisitIf === undefined ? "" : `if ${inline(decision.revisitIf)}`,
  ].filter((part) => part !== "");
  const facts = [
    ...callFacts(decision),
    ...restsOn.map(({ text }) => `It rests on: ${inline(text)}`),
    ...(decision.consequences === undefined ? [] : [`It means: ${inline(decision.consequences)}`]),
    ...(decision.confirmation === undefined ? [] : [`How we'll know: ${inline(decision.confirmation)}`]),
    ...(again.length === 0 ? [] : [`Look at it again ${again.join(", or ")}`]),
    ...decision.dissent.map(
      (dissent) =>
        `${name(dissent.by)} sees it differently, because ${inline(dissent.because)}, and supports the decision.`,
    ),
  ];
  return [`**✓ ${verdict(note, decision)}** ${who(decision)}`, list(facts)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function verdict(note: Note, { option: id, because }: Decision): string {
  const option = note.options.find((one) => one.id === id);
  const way =
    option === undefined ? "an option that can't be read" : `${option.letter} (${optionTitle(option)})`;
  return because === "" ? `Decided: ${way}.` : `Decided: ${way}, because ${inline(because)}`;
}

function waysToGo(note: Note): string {
  const comparison = comparisonTable(note);
  if (comparison === undefined) return "";
  const { recommendation } = note.fields;
  const taken = note.options.find(({ id }) => id === recommendation.value?.option);
  const because = recommendation.value?.because;
  const parts = [comparison];
  if (taken !== undefined)
    parts.push(
      `Engineering would take ${taken.letter}${because === undefined ? "" : `, because ${inline(because)}`}.`,
    );
  if (standingDecisions(note).length === 0)
    parts.push(`Not decided. It is for ${deciderWords[whoDecides(note)]} to decide.`);
  return parts.join("\n\n");
}

function questionText(note: Note, question: Question): string {
  const about = note.options.filter(({ id }) => question.options.includes(id)).map(({ letter }) => letter);
  const of = about.length === 0 ? "" : ` (about ${about.join(", ")})`;
  const state = { answer: "Waits for an answer.", asker: "Answered.", nobody: "Answered and taken." }[
    question.waitsFor
  ];
  const replies = question.replies.map(
    (reply) =>
      `${name(reply.by)} ${reply.kind === "answer" ? "answers" : "asks further"}: ${inline(reply.text)}`,
  );
  return [`**${name(question.by)} asks${of}:** ${inline(question.text)} ${state}`, list(replies)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function evidenceText({ text, figure, link, source, date }: Note["evidence"][number]): string {
  const from = [figure, source, link, date].filter((part) => part !== undefined && part !== text);
  return inline(text) + (from.length === 0 ? "" : ` (${from.map((part) => inline(part ?? "")).join(", ")})`);
}

function placeText({ anchor }: PlacedAnchor): string {
  const { path, whole, startLine, endLine, symbol, quote } = anchor;
  if (whole !== undefined)
    return `${inline(path, 500)}, ${whole === "file" ? "the whole file" : "the whole folder"}.`;
  const lines = startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;
  const where = `${inline(path, 500)}, ${lines}${symbol === undefined ? "" : `, in ${inline(symbol, 200)}`}`;
  if (quote === undefined || quote.length === 0) return `${where}. The lines were not shared.`;
  const shown = quote
    .slice(0, QUOTED_LINES)
    .map((line) => (line.length > QUOTED_CHARACTERS ? `${line.slice(0, QUOTED_CHARACTERS)}…` : line));
  const more = endLine - startLine + 1 - shown.length;
  return [where, codeBlock(shown), ...(more > 0 ? [`${more} more lines.`] : [])].join("\n\n");
}

/** What was said of the note beside questions and decisions, in the order of the record. */
function saidSince({ history, heard, comments }: Note): readonly string[] {
  const place = new Map(history.map(({ id }, at) => [id, at]));
  const entries = [
    ...comments.map((comment) => ({ id: comment.id, text: `${said(comment)}: ${inline(comment.text)}` })),
    ...heard.map((one) => ({
      id: one.id,
      text: [
        `${said(one)}: Heard`,
        one.text === undefined ? "" : `: ${inline(one.text)}`,
        one.backBy === undefined ? "" : ` (comes back by ${one.backBy})`,
      ].join(""),
    })),
  ];
  return entries
    .sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
    .map(({ text }) => text);
}
