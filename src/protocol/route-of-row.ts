import type { NowRow } from "./panel-state.ts";
import type { Route } from "./route.ts";

type Start = Extract<Route, { section: "notes" }>["open"];

/** What the row's link starts on a note. */
const starts: Readonly<Partial<Record<NowRow["action"], Start>>> = {
  decide: "decide",
  answer: "answer",
  writeImpact: "impact",
  draftOptions: "options",
  settle: "settle",
  sayWhy: "because",
  confirmCall: "correct",
};

/** The page that a row of Now is about; with `acting`, what its link starts there. */
export function routeOfRow({ record, of, action }: NowRow, acting: boolean): Route {
  switch (of) {
    case "note": {
      const open = acting ? starts[action] : undefined;
      return { section: "notes", note: record, ...(open === undefined ? {} : { open }) };
    }
    case "milestone":
      return { section: "roadmap", show: { view: "milestone", id: record } };
    case "brief":
      return { section: "roadmap", show: { view: "brief", id: record } };
    case "retro":
      return { section: "together", show: { view: "retro", id: record } };
  }
}
