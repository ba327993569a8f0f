import type { IncidentState, NotePage } from "../../src/protocol/panel-state.ts";
import { ann, ben, decision, idOf, notePage, option, priya, TODAY } from "./panel-fixtures.ts";

// The call at night: nobody can pay, and three ways out.

const at = (time: string) => `${TODAY}T${time}:00+01:00`;

export const rollBack = option("A", { way: "rollBack", title: "Roll back" });
export const patch = option("B", { way: "patch", title: "Patch" });
export const hold = option("C", { way: "hold", title: "Hold" });

const state = (change: Partial<IncidentState> = {}): IncidentState => ({
  since: at("22:50"),
  overSince: null,
  onCall: "",
  callText: [
    "Nobody can pay by card, in all shops. It began at 22:50 (UTC+1).",
    "We can roll back, patch or hold.",
  ],
  commits: [
    { subject: "Cache prices for a day", at: at("16:12") },
    { subject: "Ask the bank before the order is saved", at: "2027-02-23T11:40:00+02:00" },
  ],
  known: [{ note: idOf("note search"), title: "One query loads every product", status: "optionsReady" }],
  timeline: [],
  followUps: [],
  ...change,
});

/** As it looks a second after it was started. */
export const incidentPage = (
  change: Partial<NotePage> = {},
  incident: Partial<IncidentState> = {},
): NotePage =>
  notePage({
    id: idOf("incident"),
    title: "Nobody can pay by card, in all shops",
    kind: "incident",
    badges: [],
    impact: "",
    context: "",
    costOfDelay: "",
    neededBy: null,
    owner: null,
    labels: [],
    evidence: [],
    options: [rollBack, patch, hold],
    recommendation: null,
    questions: [],
    opened: { id: idOf("incident"), by: ann, at: at("23:09") },
    incident: state(incident),
    ...change,
  });

const decided = decision("A", {
  by: ann,
  at: at("23:12"),
  because: "",
  onCall: { with: ["Priya", "Ben", "Léa"], answers: [] },
});

/** With its fields filled in, and decided a minute later. */
export const decidedIncident = (change: Partial<NotePage> = {}): NotePage =>
  incidentPage(
    {
      status: "decided",
      impact: "Customers see “Try again later” at the last step.",
      options: [
        {
          ...rollBack,
          taken: true,
          effort: { likely: 20, unit: "minutes" },
          implications: "Orders of the last hour have to be typed in again.",
          reversibility: "easily",
        },
        { ...patch, effort: { low: 2, high: 3, unit: "hours" }, implications: "Nobody can pay until then." },
        { ...hold, implications: "Nobody can pay, and the shops close at midnight anyway." },
      ],
      decisions: [decided],
      ...change,
    },
    {
      onCall: "Priya, Ben and Léa",
      callText: [
        "Nobody can pay by card, in all shops. It began at 22:50 (UTC+1). Customers see “Try again later” at the last step.",
        "Decided at 23:12 (UTC+1): Roll back, with Priya, Ben and Léa.",
        "We expect: back to normal in 20 minutes; for users: Orders of the last hour have to be typed in again.",
        "On the call: Priya, Ben and Léa.",
      ],
    },
  );

/** The same for one of those named, the next morning, after it was over. */
export const incidentReview = (change: Partial<NotePage> = {}): NotePage => {
  const page = decidedIncident();
  return {
    ...page,
    decisions: [
      {
        ...decided,
        onCall: {
          with: ["Priya", "Ben", "Léa"],
          answers: [
            {
              id: idOf("answer"),
              by: ben,
              at: at("23:50"),
              as: "Ben",
              correction: "I said to wait for the backup.",
            },
            { id: idOf("answer 2"), by: priya, at: at("23:51"), as: "Priya" },
          ],
        },
      },
    ],
    incident: state({
      overSince: at("23:40"),
      lasted: "50 min",
      onCall: "Priya, Ben and Léa",
      callText: page.incident?.callText ?? [],
      namedIn: decided.id,
      timeline: [
        { id: "since", at: at("22:50"), after: "+0 min", sentence: "It began." },
        { id: idOf("t1"), at: at("23:09"), after: "+19 min", sentence: "Put this on record." },
        { id: idOf("t2"), at: at("23:10"), after: "+20 min", sentence: "Filled in: Roll back." },
        {
          id: idOf("t3"),
          at: at("23:12"),
          after: "+22 min",
          sentence: "Decided: Roll back, with Priya, Ben and Léa.",
        },
        {
          id: idOf("t4"),
          at: at("23:20"),
          after: "+30 min",
          sentence: "Said: The alarm came twelve minutes late.",
        },
        { id: "over", at: at("23:40"), after: "+50 min", sentence: "It was over." },
      ],
      followUps: [{ note: idOf("follow"), title: "Roll back in one step", status: "onRecord" }],
    }),
    ...change,
  };
};
