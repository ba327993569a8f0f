import type { Milestone, Move } from "../../domain/milestone/milestone.ts";
import { inline, paragraphs, table } from "./markdown-text.ts";
import { notePagePath } from "./note-page-path.ts";
import { FOOT, list, who } from "./said-words.ts";
import { agreementWords, firmnessWords } from "./words.ts";

export const ROADMAP_PATH = "roadmap.md";

/** Dates that the page tells of; what is open comes first. */
const MOST_DATES = 300;

/** Moves that are told of one date: the last ones. */
const MOST_MOVES = 20;

/** Dates that the first page names. */
const FIRST_DATES = 10;

/** Open dates by day, then those that ended, the last first. It knows no day: what is past and still open stands first. */
export function inRoadmapOrder(milestones: Iterable<Milestone>): readonly Milestone[] {
  const byDay = [...milestones].sort((one, other) =>
    one.day === other.day ? (one.id < other.id ? -1 : 1) : one.day < other.day ? -1 : 1,
  );
  return [...byDay.filter(isOpen), ...byDay.filter((one) => !isOpen(one)).reverse()];
}

const isOpen = ({ fields }: Milestone): boolean => fields.closed.value === null;

/** Every date that was promised, and every move of it with its cause. */
export function roadmapPage(milestones: Iterable<Milestone>): string {
  const ordered = inRoadmapOrder(milestones);
  const shown = ordered.slice(0, MOST_DATES);
  const more = ordered.length - shown.length;
  return [
    "# Roadmap",
    datesTable(shown),
    ...(more > 0 ? [`${more} more dates are not listed.`] : []),
    ...shown.map(datePart),
    FOOT,
  ].join("\n\n");
}

/** The next dates, for the first page. */
export const nextDates = (milestones: Iterable<Milestone>): string => {
  const next = inRoadmapOrder(milestones).filter(isOpen).slice(0, FIRST_DATES);
  return next.length === 0 ? "No date is open." : datesTable(next);
};

const datesTable = (milestones: readonly Milestone[]): string =>
  table(
    ["Date", "What", "Promised to", "Fixed or target", "Engineering"],
    milestones.map((one) => [
      standingDays(one),
      title(one, 120),
      inline(one.fields.promisedTo.value, 120),
      firmnessWords[one.fields.firmness.value],
      isOpen(one) ? agreementWords[one.agreement] : endWords(one),
    ]),
  );

/** The date; two where people moved it without having seen each other's move. */
function standingDays({ day, moves, standing }: Milestone): string {
  const days = new Set(moves.filter(({ id }) => standing.includes(id)).map(({ to }) => to));
  return days.size > 1 ? [...days].sort().join(" or ") : day;
}

const title = ({ fields }: Milestone, length: number): string =>
  inline(fields.title.value, length) || "A date";

function endWords({ fields }: Milestone): string {
  const closed = fields.closed.value;
  if (closed === null) return "";
  return closed.as === "reached" ? "Reached" : "Dropped";
}

function datePart(milestone: Milestone): string {
  const { fields, day, firstDay, moves, answers } = milestone;
  const promised = fields.promisedTo.value;
  const closed = fields.closed.value;
  const told = moves.slice(-MOST_MOVES);
  const facts = [
    standingDays(milestone),
    firmnessWords[fields.firmness.value],
    promised === "" ? "" : `Promised to ${inline(promised)}`,
    day === firstDay ? "" : `First said: ${firstDay}`,
    closed === null
      ? ""
      : `${endWords(milestone)}${closed.because === undefined ? "" : `: ${inline(closed.because)}`}`,
  ].filter((fact) => fact !== "");
  const said = answers.map((answer) =>
    [
      `Engineering: ${agreementWords[answer.answer]} ${who(answer)}`,
      answer.text === undefined || answer.text === "" ? "" : `: ${inline(answer.text)}`,
    ].join(""),
  );
  return [
    `## ${title(milestone, 300)}`,
    facts.join(" · "),
    paragraphs(fields.whyThisDate.value),
    list(said.length > 0 || closed !== null ? said : ["Engineering: Not asked"]),
    ...(told.length === 0
      ? []
      : [
          told.length < moves.length
            ? `How the date moved, the last ${MOST_MOVES} of ${moves.length} times:`
            : "How the date moved:",
          list(told.map(moveText)),
        ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Notes are named by their pages: a title of theirs would be out of date when it changes. */
function moveText(move: Move): string {
  const notes = move.notes.map((note, at) => `[note ${at + 1}](${notePagePath(note)})`);
  return [
    `${move.from} → ${move.to}, because ${inline(move.because)}`,
    notes.length === 0 ? "" : ` Behind it: ${notes.join(", ")}.`,
    ` ${noticeWords(move.notice)}${gaveUpWords[move.gaveUp]}. ${who(move)}`,
  ].join("");
}

function noticeWords(days: number): string {
  if (days < 0) return `Said ${days === -1 ? "1 day" : `${-days} days`} after the date`;
  return days === 0 ? "Said on the day itself" : `${days === 1 ? "1 day" : `${days} days`} of notice`;
}

const gaveUpWords: Readonly<Record<Move["gaveUp"], string>> = {
  agreed: "; engineering had agreed to the old date",
  concerns: "; engineering had agreed to the old date, with concerns",
  cannot: "; engineering had said that the old date can't be kept",
  notAsked: "",
};
