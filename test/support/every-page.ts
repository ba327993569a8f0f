import type { OftenChanged } from "../../src/protocol/history-evidence.ts";
import { ViewRef } from "../../src/protocol/views.ts";
import type { ViewState } from "../../src/protocol/views.ts";
import type { Route } from "../../src/protocol/route.ts";
import type { PanelOptions, PanelPage } from "./fake-host.ts";
import { someFigures } from "./figures-fixtures.ts";
import { incidentPage, incidentReview } from "./incident-fixtures.ts";
import {
  ann,
  decidedPage,
  frame,
  idOf,
  manyRows,
  notePage,
  place,
  priya,
  question,
} from "./panel-fixtures.ts";
import type { Panels } from "./panel-suite.ts";
import { retroState, retroUnderWay } from "./retro-fixtures.ts";
import { chatbotPage, roadmapRows } from "./roadmap-fixtures.ts";
import { newWhyPage, whyPage, whyRow } from "./why-fixtures.ts";

/** Opens a page of the panel with everything on it that can be on it. */
export type OpenPage = (panels: Panels, options: PanelOptions) => Promise<PanelPage>;

const oneOnOne: ViewState = {
  view: "oneOnOne",
  repository: "shop",
  id: idOf("1:1"),
  typed: { mind: "The vendor\nHolidays in March", way: "Builds take an hour" },
  since: [
    {
      of: "note",
      record: idOf("note search"),
      title: "Search loads every product",
      sentence: "Decided for B, because it is ready in March",
    },
  ],
  earlier: [
    {
      id: idOf("earlier 1:1"),
      finished: "2027-02-17T10:00:00+01:00",
      texts: { mind: "Hiring", way: "", understand: "Why March" },
    },
  ],
};

const words: ViewState = {
  view: "words",
  repository: "shop",
  words: [
    {
      id: idOf("MRR"),
      term: "MRR",
      explanation: "What customers pay a month",
      terms: [],
      explanations: ["What customers pay a month", "Monthly recurring revenue"],
    },
  ],
};

const often: OftenChanged = {
  kind: "found",
  files: [
    {
      repository: "shop",
      path: "src/checkout/total.ts",
      reason: "Changed 48 times in six months; it has no note.",
    },
  ],
};

type Beside = Extract<Route, { section: "roadmap" | "together" }>["show"];

/** A page beside the notes. What is folded is opened. */
const beside =
  (show: Beside, state: ViewState, role: "pm" | "lead"): OpenPage =>
  async (panels, options) => {
    const panel = await panels.panel({
      ...options,
      views: [state],
      state: { route: routeTo(show), frame: frame({ role, me: role === "pm" ? priya : ann }) },
    });
    return await unfolded(panel);
  };

const routeTo = (show: Beside): Route =>
  show.view === "oneOnOne" || show.view === "retro" || show.view === "words"
    ? { section: "together", show }
    : { section: "roadmap", show };

async function unfolded(panel: PanelPage): Promise<PanelPage> {
  const closed = panel.page.locator("main .fold-head[aria-expanded=false]");
  for (let left = 20; left > 0 && (await closed.count()) > 0; left--) await closed.first().click();
  await panel.settled();
  return panel;
}

const note =
  (state: ReturnType<typeof notePage>): OpenPage =>
  async (panels, options) =>
    unfolded(await panels.note(state, { ...options, state: { frame: frame({ role: "lead", me: ann }) } }));

/** Every page that there is, by its view: those beside the notes are in the protocol's list. */
const besideNotes: Record<ViewRef["view"], OpenPage> = {
  roadmap: beside(
    { view: "roadmap" },
    { view: "roadmap", repository: "shop", milestones: [...roadmapRows], briefs: [whyRow] },
    "pm",
  ),
  milestone: beside({ view: "milestone", id: chatbotPage().id }, chatbotPage(), "lead"),
  brief: beside({ view: "brief", id: whyRow.id }, whyPage(), "lead"),
  newBrief: beside({ view: "newBrief" }, newWhyPage(), "pm"),
  oneOnOne: beside({ view: "oneOnOne" }, oneOnOne, "lead"),
  retro: beside({ view: "retro" }, retroState(retroUnderWay(), { figures: someFigures }), "pm"),
  words: beside({ view: "words" }, words, "pm"),
};

export const everyPage: Readonly<Record<string, OpenPage>> = {
  ...besideNotes,
  now: (panels, options) => panels.panel(options),
  "the first morning": (panels, options) =>
    panels.panel({ ...options, state: { now: [], notes: [], frame: frame({ role: null, noteCount: 0 }) } }),
  notes: async (panels, options) => {
    const panel = await panels.panel({
      ...options,
      state: { route: { section: "notes" }, notes: manyRows(12), frame: frame({ noteCount: 12 }) },
    });
    await panel.answerNext("oftenChanged", { type: "oftenChanged", told: often });
    await panel.at("fold.oftenChanged").click();
    await panel.at("oftenChanged").click();
    await panel.page.getByText("Changed 48 times").waitFor();
    return panel;
  },
  note: note(notePage({ questions: [question("why", { mine: false })] })),
  "a decided note": note(decidedPage()),
  "a running incident": note(incidentPage()),
  "an incident, afterwards": note(incidentReview()),
  "a record without its code": async (panels, options) =>
    unfolded(
      await panels.note(
        notePage({
          places: [
            place({
              status: "quoted",
              reason: "",
              link: "https://github.com/acme/shop/blob/0123/src/search.ts#L3-L5",
            }),
          ],
        }),
        {
          ...options,
          state: {
            frame: frame({
              role: "pm",
              repositories: [{ id: "shop", name: "Shop", recordOf: "github.com" }],
            }),
          },
        },
      ),
    ),
};

/** The views that the protocol knows beside the notes. */
export const viewsOfTheProtocol: readonly string[] = ViewRef.def.options.flatMap(
  ({ shape }) => shape.view.def.values,
);
