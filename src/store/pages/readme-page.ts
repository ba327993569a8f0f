import { groupBy } from "../../base/group-by.ts";
import type { Note } from "../../domain/note.ts";
import {
  contestedFields,
  isClosed,
  openQuestions,
  optionsOnTheTable,
  standingDecisions,
  whoDecides,
} from "../../domain/note-status.ts";
import { indexPath, monthOf, noteKinds } from "./index-pages.ts";
import { inline, table } from "./markdown-text.ts";
import { notePagePath } from "./note-page-path.ts";
import { inOrderOfDueDay } from "./page-order.ts";
import type { PageRecords } from "./page-records.ts";
import { RETROS_PATH } from "./retro-pages.ts";
import { nextDates, ROADMAP_PATH } from "./roadmap-page.ts";
import { WHYS_PATH } from "./why-pages.ts";
import { deciderWords, kindWords, pageStatus, statusText } from "./words.ts";

/** Rows of what is open: a page people read, not a list of everything. */
const MAX_ROWS = 200;
const MAX_MONTHS = 36;

/** The branch's first page: what is open and when it is due, then the way to everything. It knows no day: what is due stands first. */
export function readmePage({ notes, milestones, briefs, retros }: PageRecords): string {
  const open = notes.filter((note) => !isClosed(pageStatus(note)));
  const undecided = open.filter((note) => standingDecisions(note).length !== 1);
  const decided = open.filter((note) => standingDecisions(note).length === 1);
  const rows = [...inOrderOfDueDay(undecided), ...inOrderOfDueDay(decided)];
  const more = rows.length - MAX_ROWS;
  return [
    "# Sightline",
    "What stands between the code and its dates, in plain words. The Sightline extension for VS Code writes this branch from what people put on record; nobody has to edit it here.",
    "## Now",
    rows.length === 0
      ? "Nothing is open."
      : table(["Needed by", "Note", "Status", "Waits for"], rows.slice(0, MAX_ROWS).map(row)),
    ...(more > 0 ? [`${more} more are open; they are in the pages below.`] : []),
    "## Notes",
    notes.length === 0 ? "Nothing is on record yet." : monthsTable(notes),
    ...(milestones.size === 0 && briefs.length === 0
      ? []
      : [
          "## Roadmap",
          ...(milestones.size === 0
            ? []
            : [nextDates(milestones.values()), `[All dates, and how they moved](${ROADMAP_PATH})`]),
          ...(briefs.length === 0 ? [] : [`[Why we are doing this](${WHYS_PATH})`]),
        ]),
    ...(retros.length === 0 ? [] : ["## Looking back", `[Retros](${RETROS_PATH})`]),
  ].join("\n\n");
}

const row = (note: Note): readonly string[] => [
  note.fields.neededBy.value?.day ?? "",
  `[${inline(note.fields.title.value, 120)}](${notePagePath(note.id)})`,
  statusText(note),
  waitsFor(note),
];

function waitsFor(note: Note): string {
  const standing = standingDecisions(note).length;
  if (standing > 1) return "settling two decisions";
  if (contestedFields(note).length > 0) return "settling two versions";
  if (openQuestions(note).some((question) => question.waitsFor === "answer")) return "an answer";
  if (standing === 1) return "being done";
  if (note.fields.impact.value === "") return "the effect on users";
  return optionsOnTheTable(note).some(({ doNothing }) => !doNothing)
    ? `a decision by ${deciderWords[whoDecides(note)]}`
    : "a way out";
}

function monthsTable(notes: readonly Note[]): string {
  const byMonth = groupBy(notes, monthOf);
  const months = [...byMonth.keys()].sort().reverse();
  const kinds = noteKinds.filter((kind) => notes.some(({ fields }) => fields.kind.value === kind));
  const rows = months.slice(0, MAX_MONTHS).map((month) => [
    month,
    ...kinds.map((kind) => {
      const count = (byMonth.get(month) ?? []).filter(({ fields }) => fields.kind.value === kind).length;
      return count === 0 ? "" : `[${count}](${indexPath(kind, month)})`;
    }),
  ]);
  const more = months.length - MAX_MONTHS;
  return [
    table(["Month", ...kinds.map((kind) => kindWords[kind])], rows),
    ...(more > 0 ? [`${more} earlier months are in the folder by-month.`] : []),
  ].join("\n\n");
}
