import { plainLine } from "../../base/plain-text.ts";
import type { BriefArea } from "../../domain/brief/brief.ts";
import { noteStatus } from "../../domain/note-status.ts";
import type { Note } from "../../domain/note.ts";
import type { AreaFacts } from "../../protocol/brief-state.ts";
import { areaMatcher } from "../briefs/area-matcher.ts";
import { changesOftenWords } from "../evidence/evidence-words.ts";
import type { ViewScene } from "./view-state.ts";

/** What is known of some areas before the work starts: what is needed first stands first, then what was put on record first. */
export async function areaFacts(
  areas: readonly BriefArea[],
  { notesIn, learned, viewer }: ViewScene,
): Promise<AreaFacts> {
  if (areas.length === 0) return { notes: [], often: [] };
  const covers = areaMatcher(areas);
  const [notes, often] = await Promise.all([notesIn(covers), learned.oftenIn(covers, viewer.today)]);
  return {
    often: often.map((file) => ({ path: file.path, reason: changesOftenWords(file, viewer.wording) })),
    notes: [...notes].sort(byNeed).map((note) => ({
      note: note.id,
      title: plainLine(note.fields.title.value),
      status: noteStatus(note, viewer.today),
      impact: note.fields.impact.value,
    })),
  };
}

const NEVER = "9999-99-99";

function byNeed(one: Note, other: Note): number {
  const [due, otherDue] = [one, other].map(({ fields }) => fields.neededBy.value?.day ?? NEVER);
  if (due !== otherDue) return (due ?? NEVER) < (otherDue ?? NEVER) ? -1 : 1;
  return Date.parse(one.opened.at) - Date.parse(other.opened.at) || (one.id < other.id ? -1 : 1);
}
