import type { RecordId } from "../../domain/ids.ts";
import type { View } from "../view.ts";

/** Opens the page of a date. */
export const openDate = ({ act }: View, id: RecordId): void =>
  act({ type: "go", route: { section: "roadmap", show: { view: "milestone", id } } });

/** Opens the notes that put a date at risk: the one, or the list of them. */
export function openThreats({ act }: View, milestone: RecordId, notes: readonly RecordId[]): void {
  const [only, ...others] = notes;
  if (only !== undefined && others.length === 0) act({ type: "go", route: { section: "notes", note: only } });
  else act({ type: "query", query: { milestone, status: "open" } });
}
