import type { RetroPage, RetroState } from "../../src/protocol/retro-state.ts";
import { noFigures } from "./figures-fixtures.ts";
import { ann, ben, idOf, priya } from "./panel-fixtures.ts";

export const retroId = idOf("retro");

const facts: RetroPage["facts"] = [
  {
    about: "estimate",
    of: "note",
    record: idOf("note search"),
    title: "One query loads every product of the shop",
    sentence: "B was to take 2 to 3 weeks. Decided on 24 February, done on 4 March.",
  },
  {
    about: "late",
    of: "note",
    record: idOf("note returns"),
    title: "Returns wait for the label printer's new interface",
    sentence: "On record 3 days before 5 March, the date of Returns chatbot.",
  },
  {
    about: "question",
    of: "note",
    record: idOf("note tax"),
    title: "Every country has a tax table of its own",
    sentence: "A question waited 9 days for its answer.",
  },
  {
    about: "moved",
    of: "milestone",
    record: idOf("chatbot"),
    title: "Returns chatbot",
    sentence:
      "Moved from 5 March to 19 March, said 3 days before, because: the vendor's interface is not ready",
  },
];

/** A retro in which nobody has written, with one fact of each kind. */
export const retroPage = (change: Partial<RetroPage> = {}): RetroPage => ({
  name: "Sprint 14",
  from: "2027-02-22",
  to: "2027-03-05",
  closed: false,
  underWay: null,
  othersWrote: false,
  words: [],
  actions: [],
  facts,
  contested: [],
  isNewer: false,
  ...change,
});

/** The same once the PM has gone first: what everybody wrote, and two actions, of which one became a note. */
export const retroUnderWay = (change: Partial<RetroPage> = {}): RetroPage =>
  retroPage({
    underWay: { because: "pmFirst" },
    words: [
      {
        id: idOf("words priya"),
        by: priya,
        at: "2027-03-08T10:00:00+01:00",
        part: "mine",
        text: "I promised the date to support before I asked what the label printer needs.",
        mine: false,
        earlier: [],
      },
      {
        id: idOf("words ann"),
        by: ann,
        at: "2027-03-08T09:40:00+01:00",
        part: "inTheWay",
        text: "The vendor changed the interface twice, and each time we heard of it from the build.",
        mine: true,
        earlier: [{ text: "The vendor changed the interface.", at: "2027-03-08T09:30:00+01:00" }],
      },
      {
        id: idOf("words ben"),
        by: ben,
        at: "2027-03-08T09:50:00+01:00",
        part: "helped",
        text: "The why said that labels come first. It settled three small questions.",
        mine: false,
        earlier: [],
      },
    ],
    actions: [
      {
        id: idOf("action vendor"),
        by: ann,
        at: "2027-03-08T10:20:00+01:00",
        text: "Ask the vendor for a list of changes, each month",
        made: [],
      },
      {
        id: idOf("action legal"),
        by: priya,
        at: "2027-03-08T10:25:00+01:00",
        text: "Ask engineering before a date is promised",
        made: [
          { of: "note", record: idOf("note legal"), title: "Ask engineering before a date is promised" },
        ],
      },
    ],
    ...change,
  });

/** The page; with a retro on it unless it is null. */
export const retroState = (retro: RetroPage | null, change: Partial<RetroState> = {}): RetroState => ({
  view: "retro",
  repository: "shop",
  ...(retro === null ? {} : { id: retroId }),
  retro,
  others: [
    {
      id: idOf("retro 13"),
      name: "Sprint 13",
      from: "2027-02-08",
      to: "2027-02-19",
      closed: true,
    },
  ],
  suggestions: [
    { name: "Sprint 14", from: "2027-02-22", to: "2027-03-05" },
    { name: "Returns chatbot", from: "2026-12-01", to: "2027-03-31" },
  ],
  typed: {},
  figures: noFigures,
  ...change,
});
