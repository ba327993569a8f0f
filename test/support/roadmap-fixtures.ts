import type { MilestoneRow, MilestoneState } from "../../src/protocol/roadmap-state.ts";
import { ann, ben, idOf, priya, TODAY } from "./panel-fixtures.ts";

// Dates of a roadmap as the panel shows them; today is 24 February 2027.

const at = (day: string) => `${day}T10:12:00+01:00`;

/** A date that nothing was said about yet. */
export const dateRow = (title: string, change: Partial<MilestoneRow> = {}): MilestoneRow => ({
  id: idOf(`milestone ${title}`),
  title,
  day: "2027-03-31",
  promisedTo: "",
  firmness: "target",
  agreement: "notAsked",
  closed: null,
  moves: [],
  standing: [],
  way: null,
  threats: [],
  ...change,
});

/** Moved once, threatened twice, agreed with concerns: the sentence of the row names all of it. */
export const chatbotRow = dateRow("Returns chatbot", {
  promisedTo: "support",
  firmness: "fixed",
  agreement: "concerns",
  moves: [
    {
      from: "2027-03-17",
      to: "2027-03-31",
      because: "the vendor delivers the language model two weeks later than the contract says",
    },
  ],
  way: { from: "2027-03-26", to: "2027-04-09", missedBy: 9 },
  threats: [{ day: "2027-03-14", notes: [idOf("note search"), idOf("note cache")] }],
});

export const roadmapRows: readonly MilestoneRow[] = [
  dateRow("Spring sale", {
    day: "2027-03-05",
    agreement: "agreed",
    firmness: "fixed",
    promisedTo: "the shops",
  }),
  chatbotRow,
  dateRow("New price list", {
    day: "2027-05-10",
    promisedTo: "sales",
    moves: [
      { from: "2027-04-02", to: "2027-04-20", because: "two people are away" },
      { from: "2027-04-20", to: "2027-05-10", because: "the tax office answers in May" },
    ],
  }),
  dateRow("Self-service returns", { day: "2027-09-01", agreement: "cannot", promisedTo: "the board" }),
];

export const sixtyDates = (): MilestoneRow[] =>
  Array.from({ length: 60 }, (_, index) => {
    const day = new Date(Date.parse(TODAY) + (index * 9 - 60) * 86_400_000).toISOString().slice(0, 10);
    const before = new Date(Date.parse(day) - 21 * 86_400_000).toISOString().slice(0, 10);
    return dateRow(`Delivery ${index + 1}`, {
      day,
      promisedTo: index % 3 === 0 ? "support" : "",
      firmness: index % 2 === 0 ? "fixed" : "target",
      moves: index % 4 === 0 ? [{ from: before, to: day, because: "the vendor is late" }] : [],
    });
  });

export const chatbotPage = (change: Partial<MilestoneState> = {}): MilestoneState => ({
  view: "milestone",
  id: chatbotRow.id,
  repository: "shop",
  title: chatbotRow.title,
  day: chatbotRow.day,
  promisedTo: "support",
  firmness: "fixed",
  whyThisDate: "support's contract with the call centre ends on 1 April",
  closed: null,
  opened: { id: chatbotRow.id, by: priya, at: at("2026-12-01") },
  agreement: "concerns",
  answers: [
    {
      id: idOf("answer"),
      by: ben,
      at: at("2027-02-20"),
      answer: "concerns",
      text: "only if the search index is there by 14 March",
    },
  ],
  moves: [
    {
      id: idOf("move 1"),
      by: priya,
      at: at("2027-02-18"),
      from: "2027-03-17",
      to: "2027-03-31",
      because: "the vendor delivers the language model two weeks later than the contract says",
      notes: [{ id: idOf("note search"), title: "One query loads every product of the shop" }],
      notice: 27,
      gaveUp: "agreed",
      stands: false,
    },
  ],
  standing: [],
  way: { from: "2027-03-26", to: "2027-04-09", missedBy: 9 },
  threats: [
    {
      id: idOf("note search"),
      title: "One query loads every product of the shop",
      status: "optionsReady",
      day: "2027-03-14",
      impact: "Search takes over 5 s for large shops; the first is expected in March.",
    },
    { id: idOf("note cache"), title: "The cache is never emptied", status: "decided", day: null, impact: "" },
  ],
  decisions: [
    {
      id: idOf("note cache"),
      title: "The cache is never emptied",
      letter: "B",
      because: "it holds until summer",
      moves: 14,
    },
  ],
  briefs: [],
  contested: [],
  history: [
    { id: idOf("answer"), by: ben, at: at("2027-02-20"), sentence: "Answered for engineering: only if …" },
    { id: idOf("move 1"), by: priya, at: at("2027-02-18"), sentence: "Moved the date: the vendor is late" },
    { id: chatbotRow.id, by: ann, at: at("2026-12-01"), sentence: "Put this date on the roadmap." },
  ],
  typed: {},
  ...change,
});
