import type { Route } from "../protocol/route.ts";
import { RecordId } from "../domain/ids.ts";

/** What `vscode://sightline.sightline/note/<id>` and `…/now` open; undefined for anything else. */
export function routeOf(path: string): Route | undefined {
  const [section, id, ...more] = path.split("/").filter((part) => part !== "");
  if (more.length > 0) return undefined;
  if (section === "now" && id === undefined) return { section: "now" };
  if (section === "notes" && id === undefined) return { section: "notes" };
  const note = RecordId.safeParse(id?.toLowerCase());
  return section === "note" && note.success ? { section: "notes", note: note.data } : undefined;
}
