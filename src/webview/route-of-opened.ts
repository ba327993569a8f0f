import type { RecordId } from "../domain/ids.ts";
import type { Action } from "../protocol/action.ts";
import type { Route } from "../protocol/route.ts";

/** Where to go once a record has been opened; undefined for an action that starts none, or one whose list shows it at once. */
export function routeOfOpened(action: Action, record: RecordId): Route | undefined {
  switch (action.type) {
    case "openNote":
      // A follow-up shows where it was written.
      return action.fields.cameFrom === undefined ? { section: "notes", note: record } : undefined;
    case "openBrief":
      return { section: "roadmap", show: { view: "brief", id: record } };
    default:
      return undefined;
  }
}
