import { LinkedRecord } from "../protocol/record-link.ts";
import type { Route } from "../protocol/route.ts";
import { RecordId } from "../domain/ids.ts";

/** The pages that an address names alone. */
const pages: Readonly<Record<string, Route>> = {
  now: { section: "now" },
  notes: { section: "notes" },
  roadmap: { section: "roadmap", show: { view: "roadmap" } },
  "one-on-one": { section: "together", show: { view: "oneOnOne" } },
  retro: { section: "together", show: { view: "retro" } },
  words: { section: "together", show: { view: "words" } },
};

/** The pages of a record, by what the address calls them. */
const ofRecord: Readonly<Record<LinkedRecord, (id: RecordId) => Route>> = {
  note: (note) => ({ section: "notes", note }),
  date: (id) => ({ section: "roadmap", show: { view: "milestone", id } }),
  why: (id) => ({ section: "roadmap", show: { view: "brief", id } }),
  retro: (id) => ({ section: "together", show: { view: "retro", id } }),
};

/** What `vscode://sightline.sightline/now`, `…/note/<id>` and their like open; undefined for anything else. */
export function routeOf(path: string): Route | undefined {
  const [name = "", given, ...more] = path.split("/").filter((part) => part !== "");
  if (more.length > 0) return undefined;
  if (given === undefined) return Object.hasOwn(pages, name) ? pages[name] : undefined;
  const of = LinkedRecord.safeParse(name);
  const id = RecordId.safeParse(given.toLowerCase());
  return of.success && id.success ? ofRecord[of.data](id.data) : undefined;
}
