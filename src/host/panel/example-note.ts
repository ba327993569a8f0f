import type { Wording } from "../../app/wording.ts";
import { laterDay } from "../../domain/dates.ts";
import type { Day, Moment } from "../../domain/dates.ts";
import { readyBetween } from "../../domain/working-days.ts";
import type { RecordId } from "../../domain/ids.ts";
import { EXAMPLE_NOTE } from "../../protocol/messages.ts";
import type { NotePage, OptionState } from "../../protocol/panel-state.ts";

export const isExample = (note: RecordId): boolean => note === EXAMPLE_NOTE;

const part = (number: number) => number.toString(16).padStart(64, "0");

const readyFrom = ({ effort }: OptionState, start: Day): OptionState["ready"] =>
  effort === null ? null : (readyBetween(effort, start) ?? null);

/** A note as a team might have it, for whoever has none yet. It is marked as an example, and is never saved. */
export function exampleNote(today: Day, { translate }: Wording): NotePage {
  const at = (days: number): Moment => `${laterDay(today, days)}T10:00:00Z`;
  const engineer = { name: "Ada", email: "" };
  const pm = { name: "Noor", email: "" };
  const option: OptionState = {
    id: "",
    by: engineer,
    at: at(-5),
    letter: "",
    doNothing: false,
    title: "",
    summary: "",
    implications: "",
    effort: null,
    people: "",
    confidence: null,
    givesUp: "",
    gains: "",
    risks: [],
    reversibility: null,
    costToUndo: "",
    assumptions: "",
    dependsOn: "",
    stillOwed: "",
    moves: [],
    ready: null,
    recommended: false,
    taken: false,
  };
  const searchService: OptionState = {
    ...option,
    id: part(2),
    letter: "A",
    title: translate("A search service of its own"),
    implications: translate("+ Search answers in under 1 s, also for the largest shops"),
    effort: { low: 2, likely: 3, high: 4, unit: "months" },
    people: translate("2 people"),
    confidence: "guess",
    givesUp: translate("The export waits until summer"),
    risks: [
      {
        text: translate("A second place where prices can be out of date"),
        likelihood: "likely",
        hurt: "some",
      },
    ],
    reversibility: "withEffort",
  };
  const byThePage: OptionState = {
    ...option,
    id: part(3),
    letter: "B",
    title: translate("Load products by the page"),
    implications: translate("+ First results in under 2 s\n− Large shops page through the rest"),
    effort: { low: 2, likely: 2.5, high: 3, unit: "weeks" },
    people: translate("1 person"),
    confidence: "fairlySure",
    givesUp: translate("Sorting by margin"),
    reversibility: "easily",
    stillOwed: translate("The query itself stays slow"),
    recommended: true,
    taken: true,
  };
  const nothing: OptionState = {
    ...option,
    id: part(4),
    letter: "C",
    doNothing: true,
    title: translate("Do nothing"),
    implications: translate("− Large shops wait 5 s and more from March on"),
    reversibility: "easily",
  };
  const decision = {
    id: part(5),
    by: pm,
    at: at(-1),
    option: byThePage.id,
    letter: byThePage.letter,
    because: translate("the first large shop comes in March, and it can live with pages until summer"),
    restsOn: [],
    revisitOn: laterDay(today, 90),
    stands: true,
    dissent: [],
    mayDiffer: false,
  };
  const question = {
    id: part(6),
    by: pm,
    at: at(-3),
    text: translate("Help me understand the trade-offs between A and B"),
    options: [searchService.id, byThePage.id],
    waitsFor: "nobody" as const,
    mine: false,
    replies: [
      {
        id: part(7),
        by: engineer,
        at: at(-2),
        kind: "answer" as const,
        text: translate(
          "B holds until a shop has about 50,000 products. A has no such limit, and costs the spring.",
        ),
      },
    ],
  };
  const title = translate("Example: one query loads every product of the shop");
  return {
    id: EXAMPLE_NOTE,
    repository: translate("Example"),
    title,
    kind: "bottleneck",
    status: "decided",
    badges: [],
    impact: translate("Search takes over 5 s for large shops; the first is expected in March"),
    context: "",
    costOfDelay: "",
    neededBy: { day: laterDay(today, 45), why: translate("the first large shop opens") },
    owner: engineer,
    decider: "pm",
    opened: { id: EXAMPLE_NOTE, by: engineer, at: at(-7) },
    closed: null,
    places: [],
    labels: [],
    threatens: [],
    start: { day: laterDay(today, -1), decided: true },
    evidence: [
      {
        id: part(8),
        by: engineer,
        at: at(-6),
        text: translate("Measured with the largest shop's data: {seconds} s", { seconds: "5.2" }),
        source: translate("a run on the test system"),
        date: laterDay(today, -6),
      },
    ],
    options: [searchService, byThePage, nothing].map((one) => ({
      ...one,
      ready: readyFrom(one, laterDay(today, -1)),
    })),
    recommendation: {
      option: byThePage.id,
      letter: "B",
      because: translate("it holds for the shops we have signed"),
    },
    questions: [question],
    decisions: [decision],
    heard: [],
    comments: [],
    contested: [],
    history: [
      { id: decision.id, by: pm, at: decision.at, sentence: translate("decided for B") },
      { id: question.id, by: pm, at: question.at, sentence: translate("asked a question") },
      { id: part(9), by: engineer, at: option.at, sentence: translate("put three options on the table") },
      { id: EXAMPLE_NOTE, by: engineer, at: at(-7), sentence: translate("flagged it") },
    ],
    unread: [],
    typed: {},
    waiting: false,
  };
}
