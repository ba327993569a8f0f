import { draftOf } from "../../src/protocol/brief-state.ts";
import type { BriefRow, BriefState, NewBriefState } from "../../src/protocol/brief-state.ts";
import { ann, idOf, priya } from "./panel-fixtures.ts";

const known: BriefState["facts"] = {
  often: [{ path: "src/returns/label.ts", reason: "Changed 41 times in six months and is long." }],
  notes: [
    {
      note: idOf("note returns"),
      title: "Returns wait for the label printer's new interface",
      status: "optionsReady",
      impact: "Labels print a day late from April on.",
    },
    {
      note: idOf("note tax"),
      title: "Every country has a tax table of its own",
      status: "onRecord",
      impact: "",
    },
  ],
};

const returns = { name: "Returns", paths: ["src/returns/**"] };
const labels = { name: "Labels", paths: ["src/labels/**", "src/printing/labels.ts"] };

export const whyRow: BriefRow = {
  id: idOf("why"),
  title: "Sprint 14",
  from: "2027-02-22",
  to: "2027-03-05",
  phase: "now",
  text: "People who send something back wait eleven days for their money and call us twice.",
};

/** A why that is shared, with two notes in its area and one challenge that waits for an answer. */
export const whyPage = (change: Partial<BriefState> = {}): BriefState => ({
  view: "brief",
  id: whyRow.id,
  repository: "shop",
  title: "Sprint 14",
  phase: "now",
  from: "2027-02-22",
  to: "2027-03-05",
  sprint: { name: "Sprint 14", from: "2027-02-22", to: "2027-03-05" },
  milestone: null,
  text: "People who send something back wait eleven days for their money and call us twice. It hurts most before the holidays. When it works, the money is there after three days and nobody has to call.",
  by: priya,
  at: "2027-02-20T09:00:00+01:00",
  areas: [returns],
  facts: known,
  challenges: [
    {
      id: idOf("challenge"),
      by: ann,
      at: "2027-02-22T10:00:00+01:00",
      kind: "challenge",
      text: "Seven of the eleven days are the bank's. We can't build those away.",
      waitsFor: "answer",
      mine: false,
      replies: [],
    },
  ],
  contested: [],
  isNewer: false,
  suggestions: [returns, labels],
  typed: {},
  ...change,
});

/** A why that is being written, with places suggested by their names. */
export const newWhyPage = (change: Partial<NewBriefState> = {}): NewBriefState => ({
  view: "newBrief",
  repository: "shop",
  draft: draftOf("5".repeat(16)),
  milestone: null,
  suggestions: [returns, labels],
  facts: known,
  typed: {},
  ...change,
});
