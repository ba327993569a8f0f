import { createHash } from "node:crypto";
import type * as z from "zod/mini";
import type { Person } from "../../src/domain/person.ts";
import type { HostMessage } from "../../src/protocol/messages.ts";
import type {
  ContestedField,
  DecisionState,
  Frame,
  NotePage,
  NoteRow,
  NowRow,
  OptionState,
  PlaceState,
  QuestionState,
} from "../../src/protocol/panel-state.ts";

// What the panel shows in its tests: one shop, one late search, in the words a team would use.

/** An id that looks like every other and is the same in every run. */
export const idOf = (name: string): string => createHash("sha256").update(name).digest("hex");

export const ann: Person = { name: "Ann Keller", email: "ann@example.org" };
export const ben: Person = { name: "Ben Okafor", email: "ben@example.org" };
export const priya: Person = { name: "Priya Nair", email: "priya@example.org" };

export const TODAY = "2027-02-24";
const at = (day: string, time = "10:12:00") => `${day}T${time}+01:00`;

export const frame = (change: Partial<Frame> = {}): Frame => ({
  language: "en",
  role: "pm",
  me: priya,
  today: TODAY,
  sync: { kind: "synced", waiting: 0, lastSynced: at(TODAY, "10:10:00") },
  repositories: [{ id: "shop", name: "shop" }],
  noteCount: 3,
  togetherOpened: false,
  ...change,
});

export const option = (letter: string, change: Partial<OptionState> = {}): OptionState => ({
  id: idOf(`option ${letter}`),
  by: ann,
  at: at("2027-02-16"),
  letter,
  doNothing: false,
  title: `Way ${letter}`,
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
  ...change,
});

export const optionA = option("A", {
  title: "Cache what people search for most",
  implications:
    "Large shops get results in under 1 s for the 200 most frequent words. Rare words still take 5 s.",
  effort: { low: 2, high: 3, likely: 2.5, unit: "weeks" },
  people: "1",
  confidence: "fairlySure",
  givesUp: "The export screen moves to April.",
  risks: [
    { text: "Old results for up to a minute after a price changes", likelihood: "likely", hurt: "little" },
  ],
  reversibility: "easily",
  assumptions: "The 200 words stay roughly the same from week to week.",
});

export const optionB = option("B", {
  title: "Move search to a service of its own",
  implications:
    "Every search answers in under 1 s, in shops of any size. Filters by stock and colour become possible.",
  effort: { low: 2, likely: 2.5, high: 4, unit: "months" },
  people: "2",
  confidence: "guess",
  givesUp: "Nothing else is built on the shop page until May.",
  risks: [
    {
      text: "The index rebuild locks the shop for some minutes at night",
      likelihood: "possible",
      hurt: "some",
    },
    { text: "The vendor changes its prices", likelihood: "unlikely", hurt: "aLot", response: "accept" },
  ],
  reversibility: "withEffort",
  costToUndo: "about a month",
  assumptions: "The vendor signs before the middle of March.",
  dependsOn: "The new product feed",
  recommended: true,
});

export const doNothing = option("C", {
  title: "Do nothing",
  doNothing: true,
  implications: "From March on, the first large shops wait more than 5 s for every search.",
  givesUp: "Two of the five largest shops have said they will look elsewhere.",
});

export const question = (name: string, change: Partial<QuestionState> = {}): QuestionState => ({
  id: idOf(`question ${name}`),
  by: priya,
  at: at("2027-02-22"),
  text: "Help me understand why it takes this long",
  options: [],
  waitsFor: "answer",
  mine: true,
  replies: [],
  ...change,
});

export const decision = (letter: string, change: Partial<DecisionState> = {}): DecisionState => ({
  id: idOf(`decision ${letter}`),
  by: priya,
  at: at("2027-02-23"),
  option: idOf(`option ${letter}`),
  letter,
  because: "large shops decide in March whether they renew",
  restsOn: [],
  stands: true,
  dissent: [],
  mayDiffer: true,
  ...change,
});

export const place = (change: Partial<PlaceState> = {}): PlaceState => ({
  id: idOf("place"),
  path: "src/search/all-products.ts",
  status: "found",
  startLine: 41,
  endLine: 44,
  reason: "moved down 12 lines",
  quote: [
    "export async function allProducts(shop: ShopId): Promise<Product[]> {",
    "  const rows = await db.query(SELECT_EVERYTHING, [shop]);",
    "  return rows.map(toProduct).sort(byRelevance);",
    "}",
  ],
  symbol: "allProducts",
  ...change,
});

export const contestedTitle: ContestedField = {
  field: "title",
  label: "Title",
  versions: [
    {
      event: idOf("title 1"),
      by: ann,
      at: at("2027-02-20"),
      text: "One query loads every product of the shop",
    },
    {
      event: idOf("title 2"),
      by: ben,
      at: at("2027-02-20"),
      text: "Search reads the whole catalogue each time",
    },
  ],
  writable: true,
};

const history = (count: number): NotePage["history"] =>
  Array.from({ length: count }, (_, index) => ({
    id: idOf(`history ${index}`),
    by: index % 2 === 0 ? ann : priya,
    at: at(`2027-02-${String(23 - index).padStart(2, "0")}`),
    sentence: [
      "Asked: why it takes this long",
      "Put option B on the table",
      "Put option A on the table",
      "Wrote the effect on users",
      "Set the date to 14 March",
      "Added evidence",
      "Put it on record",
    ][index % 7]!,
  }));

/** A note in the middle of its life: options on the table, one question open, nothing decided. */
export const notePage = (change: Partial<NotePage> = {}): NotePage => ({
  id: idOf("note search"),
  repository: "shop",
  title: "One query loads every product of the shop",
  kind: "bottleneck",
  status: "optionsReady",
  badges: ["openQuestion"],
  impact: "Search takes over 5 s for large shops; the first is expected in March.",
  context: "The query was written for shops with 200 products. The largest has 41,000 now.",
  costOfDelay: "Two of the five largest shops renew in March",
  neededBy: { day: "2027-03-14", why: "promised to support for the spring release" },
  owner: ann,
  decider: "pm",
  opened: { id: idOf("note search"), by: ann, at: at("2027-02-09") },
  closed: null,
  places: [place()],
  labels: [{ id: idOf("label"), label: "search" }],
  threatens: [],
  start: { day: TODAY, decided: false },
  evidence: [
    {
      id: idOf("evidence 1"),
      by: ann,
      at: at("2027-02-10"),
      text: "Median search time in the five largest shops",
      figure: "5.2 s",
      source: "Load test",
      date: "2027-02-08",
    },
    {
      id: idOf("evidence 2"),
      by: ann,
      at: at("2027-02-10"),
      text: "The file was changed 41 times in the last year, by 4 people",
      source: "git",
      date: "2027-02-10",
      link: "https://grafana.example.org/d/search?from=now-7d",
    },
  ],
  options: [optionA, optionB, doNothing],
  recommendation: {
    option: optionB.id,
    letter: "B",
    because: "a cache has to be thrown away again before summer",
  },
  questions: [question("why")],
  decisions: [],
  heard: [],
  comments: [],
  contested: [],
  history: history(7),
  unread: [],
  typed: {},
  waiting: false,
  ...change,
});

/** The same after the product manager has decided. */
export const decidedPage = (change: Partial<NotePage> = {}): NotePage =>
  notePage({
    status: "decided",
    badges: [],
    options: [optionA, { ...optionB, taken: true }, doNothing],
    questions: [
      question("why", {
        waitsFor: "nobody",
        replies: [
          {
            id: idOf("reply"),
            by: ann,
            at: at("2027-02-22", "16:40:00"),
            kind: "answer",
            text: "Half of it is moving the product feed; the search itself is two weeks.",
          },
        ],
      }),
    ],
    decisions: [
      decision("B", {
        restsOn: [idOf("evidence 1")],
        revisitOn: "2027-04-01",
        dissent: [
          {
            id: idOf("dissent"),
            by: ben,
            at: at("2027-02-23", "17:00:00"),
            because: "A would have been live before the first large shop.",
          },
        ],
      }),
    ],
    heard: [
      {
        id: idOf("heard"),
        by: priya,
        at: at("2027-02-20"),
        text: "The date can't move; we can drop the export",
        backBy: "2027-03-01",
        mine: true,
      },
    ],
    ...change,
  });

/** A note as it was just flagged: a title, and nothing else. */
export const barePage = (change: Partial<NotePage> = {}): NotePage =>
  notePage({
    id: idOf("note bare"),
    title: "The vendor switches off the old payment interface",
    kind: "constraint",
    status: "onRecord",
    badges: [],
    impact: "",
    context: "",
    costOfDelay: "",
    neededBy: null,
    owner: null,
    places: [],
    labels: [],
    evidence: [],
    options: [],
    recommendation: null,
    questions: [],
    history: history(1),
    waiting: true,
    ...change,
  });

export const rowOf = (note: NotePage, change: Partial<NoteRow> = {}): NoteRow => ({
  id: note.id,
  repository: note.repository,
  title: note.title,
  kind: note.kind,
  status: note.status,
  badges: note.badges,
  impact: note.impact,
  neededBy: note.neededBy?.day ?? null,
  milestones: note.threatens.map(({ milestone }) => milestone),
  folders: [...new Set(note.places.map(({ path }) => path.split("/").slice(0, -1).join("/")))],
  mine: false,
  waitsForMe: false,
  searchText: `${note.title} ${note.impact}`.toLowerCase(),
  changed: at("2027-02-23"),
  ...change,
});

const subjects = [
  "Checkout",
  "Search",
  "The basket",
  "The invoice run",
  "The return form",
  "The login",
  "Stock",
  "Shipping",
  "The price list",
];
const troubles = [
  "waits for a report that runs every night",
  "reads the whole table",
  "breaks when two people save at once",
  "needs the old payment interface",
  "has no test that anybody trusts",
  "is rewritten for each new country",
];
const folders = ["src/checkout", "src/search", "src/billing/invoices", "src/billing", "lib/legacy", ""];

/** Many notes, all different, in every status and kind. */
export function manyRows(count: number): NoteRow[] {
  return Array.from({ length: count }, (_, index) => {
    const title = `${subjects[index % subjects.length]!} ${troubles[Math.floor(index / 9) % troubles.length]!} (${index + 1})`;
    return rowOf(notePage({ id: idOf(`row ${index}`), title, places: [] }), {
      kind: (["bottleneck", "techDebt", "constraint", "delay", "enabler", "problem"] as const)[index % 6]!,
      status: (
        ["onRecord", "optionsReady", "decided", "done", "acceptedAsIs", "withdrawn", "putOff"] as const
      )[index % 7]!,
      badges: index % 11 === 0 ? ["openQuestion"] : index % 17 === 0 ? ["twoVersions"] : [],
      neededBy:
        index % 3 === 0
          ? `2027-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`
          : null,
      folders: [folders[index % folders.length]!],
      mine: index % 5 === 0,
      waitsForMe: index % 8 === 0,
      changed: `2027-02-${String((index % 23) + 1).padStart(2, "0")}T${String(index % 24).padStart(2, "0")}:00:00+01:00`,
      searchText: title.toLowerCase(),
    });
  });
}

export const nowRow = (key: string, change: Partial<NowRow> = {}): NowRow => ({
  key,
  record: idOf("note search"),
  of: "note",
  group: "needsYou",
  title: "One query loads every product of the shop",
  reason: "Decide by 14 March: the spring release was promised to support. Options ready since Tuesday.",
  action: "decide",
  glyph: "decision",
  ...change,
});

/** A Now with something in every group. */
export const nowRows: NowRow[] = [
  nowRow("decide"),
  nowRow("answer", {
    title: "Invoices are numbered by two machines",
    record: idOf("note invoices"),
    reason: "Ben answered your question yesterday: does that answer it?",
    action: "readAnswer",
    glyph: "answer",
  }),
  nowRow("late", {
    title: "Returns wait for the label printer's new interface",
    record: idOf("note returns"),
    reason: "Was needed by 20 February, and nobody has decided.",
    action: "decide",
    glyph: "late",
  }),
  nowRow("risk", {
    group: "worthKnowing",
    title: "The chatbot needs the new product feed",
    record: idOf("note chatbot"),
    reason: "The chatbot date, 31 March, moves if option B takes its longest.",
    action: "open",
    glyph: "atRisk",
  }),
  nowRow("silent", {
    group: "worthKnowing",
    title: "Every country has a tax table of its own",
    record: idOf("note tax"),
    reason: "Nobody has answered this yet. Flagged nine days ago.",
    action: "open",
    glyph: "silent",
  }),
  nowRow("waits", {
    group: "waitsForOthers",
    title: "The vendor switches off the old payment interface",
    record: idOf("note bare"),
    reason: "You asked Ann on Monday what users would notice.",
    action: "open",
    glyph: "question",
  }),
];

export type StateMessage = z.input<typeof HostMessage> & { type: "state" };

/** A whole state; what is not given is a small shop's. */
export const stateMessage = (change: Partial<Omit<StateMessage, "type">> = {}): StateMessage => ({
  type: "state",
  frame: frame(),
  now: nowRows,
  putOff: [],
  notes: [
    rowOf(notePage()),
    rowOf(barePage()),
    rowOf(decidedPage({ id: idOf("note decided"), title: "Prices are rounded twice" })),
  ],
  unread: [],
  milestones: [],
  words: {},
  ...change,
});
