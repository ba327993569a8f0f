import { newestFirst } from "../../domain/brief/brief-time.ts";
import type { BriefArea } from "../../domain/brief/brief.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isClosed, noteStatus } from "../../domain/note-status.ts";
import type { Area } from "../../protocol/brief-state.ts";
import { areaMatcher } from "../briefs/area-matcher.ts";
import { suggestAreas } from "../briefs/suggest-areas.ts";
import { foldersOf } from "../folders.ts";
import type { ViewScene } from "./view-state.ts";

/** Parts of the product to choose from: from the work tree, from notes, and from what was written before; `except` is the why itself. */
export async function areaSuggestions(
  text: string,
  chosen: readonly BriefArea[],
  { book, viewer, areaCandidates, learned }: ViewScene,
  except?: RecordId,
): Promise<Area[]> {
  const open = [...book.notes.values()].filter((note) => !isClosed(noteStatus(note, viewer.today)));
  const earlier = [...book.of("brief").values()].filter(({ id }) => id !== except).sort(newestFirst);
  const changed = await learned.changedLike(text, earlier);
  const suggested = suggestAreas({
    text,
    candidates: await areaCandidates(),
    earlier: earlier.map(({ fields }) => ({ text: fields.text.value, areas: fields.areas.value })),
    noteFolders: foldersOf(open.flatMap(({ anchors }) => anchors.map(({ anchor }) => anchor))),
    changed: changed.map(({ path, commits }) => ({ path, times: commits })),
    chosen: areaMatcher(chosen),
  });
  return suggested.map(({ name, paths }) => ({ name, paths: [...paths] }));
}
