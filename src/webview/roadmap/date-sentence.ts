import { daysBetween } from "../../domain/dates.ts";
import type { Agreement } from "../../domain/milestone/milestone.ts";
import type { MilestoneRow } from "../../protocol/roadmap-state.ts";
import { firmnessLabel, milestoneClosingLabel } from "../../protocol/labels.ts";
import { midSentence } from "../comparison/read-cell.ts";
import { isolated } from "../parts/said.ts";
import type { View } from "../view.ts";
import { spanWords } from "./span-words.ts";

/** Notes that put a date at risk. */
export const threatCount = ({ threats }: MilestoneRow): number =>
  threats.reduce((count, { notes }) => count + notes.length, 0);

/** All that the picture shows of a date, as one sentence after the other. */
export function dateSentence(view: View, row: MilestoneRow): string {
  return [
    headSentence(view, row),
    ...(row.closed === null ? [] : [`${milestoneClosingLabel(row.closed, view.translate)}.`]),
    ...movedSentence(view, row),
    ...standingSentence(view, row),
    ...threatSentence(view, row),
    ...waySentence(view, row),
    engineeringSentence(view, row.agreement),
  ].join(" ");
}

/** "Returns chatbot, fixed, 31 March, promised to support." */
function headSentence({ translate, values }: View, row: MilestoneRow): string {
  const parts = {
    title: isolated(row.title),
    firmness: midSentence(firmnessLabel(row.firmness, translate)),
    day: values.day(row.day),
  };
  return row.promisedTo === ""
    ? translate("{title}, {firmness}, {day}.", parts)
    : translate("{title}, {firmness}, {day}, promised to {whom}.", {
        ...parts,
        whom: isolated(row.promisedTo),
      });
}

function movedSentence(view: View, { moves }: MilestoneRow): readonly string[] {
  const { translate, values } = view;
  const [first] = moves;
  const last = moves.at(-1);
  if (first === undefined || last === undefined) return [];
  const days = daysBetween(first.from, last.to);
  const span = spanWords(view, days);
  const count = values.number(moves.length);
  if (moves.length === 1)
    return days < 0
      ? [translate("Moved once, {span} earlier.", { span })]
      : [translate("Moved once by {span}.", { span })];
  return days < 0
    ? [translate("Moved {count} times, {span} earlier in all.", { count, span })]
    : [translate("Moved {count} times by {span} in all.", { count, span })];
}

const standingSentence = ({ translate, values }: View, { standing }: MilestoneRow): readonly string[] =>
  standing.length < 2
    ? []
    : [
        translate("Two people moved it without seeing each other: {days}.", {
          days: standing.map((day) => values.day(day)).join(" · "),
        }),
      ];

function threatSentence({ translate, values }: View, row: MilestoneRow): readonly string[] {
  const count = threatCount(row);
  if (count === 0) return [];
  return count === 1
    ? [translate("One note threatens it.")]
    : [translate("{n} notes threaten it.", { n: values.number(count) })];
}

function waySentence(view: View, { way }: MilestoneRow): readonly string[] {
  const { translate, values } = view;
  if (way === null) return [];
  const ready =
    way.from === way.to
      ? translate("What was decided is ready about {day}.", { day: values.day(way.to) })
      : translate("What was decided is ready between {from} and {to}.", {
          from: values.day(way.from),
          to: values.day(way.to),
        });
  return way.missedBy === 0 ? [ready] : [ready, `${missWords(view, way.missedBy)}.`];
}

/** "May miss by up to 9 days". */
export const missWords = (view: View, days: number): string =>
  view.translate("May miss by up to {span}", { span: spanWords(view, days) });

export function engineeringSentence({ translate }: Pick<View, "translate">, agreement: Agreement): string {
  switch (agreement) {
    case "agreed":
      return translate("Engineering agreed.");
    case "concerns":
      return translate("Engineering agreed, with concerns.");
    case "cannot":
      return translate("Engineering said that it can't.");
    case "notAsked":
      return translate("Engineering was not asked.");
  }
}
