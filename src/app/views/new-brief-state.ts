import { plainLine } from "../../base/plain-text.ts";
import type { RecordId } from "../../domain/ids.ts";
import { AREAS_KEY, draftOf, parseAreas, TEXT_KEY } from "../../protocol/brief-state.ts";
import type { NewBriefState } from "../../protocol/brief-state.ts";
import { areaFacts } from "./area-facts.ts";
import { areaSuggestions } from "./area-suggestions.ts";
import type { ViewScene } from "./view-state.ts";

/** A why that is being written, for a date on the roadmap or for a sprint; undefined where the date is not here. */
export async function newBriefState(
  of: RecordId | undefined,
  scene: ViewScene,
): Promise<NewBriefState | undefined> {
  const { repository, book, typedOf } = scene;
  const milestone = of === undefined ? undefined : book.of("milestone").get(of);
  if (of !== undefined && milestone === undefined) return undefined;
  const draft = draftOf(repository, of);
  const typed = { ...(await typedOf(draft)) };
  const areas = parseAreas(typed[AREAS_KEY]) ?? [];
  return {
    view: "newBrief",
    repository,
    draft,
    milestone:
      milestone === undefined
        ? null
        : { id: milestone.id, title: plainLine(milestone.fields.title.value), day: milestone.day },
    suggestions: await areaSuggestions(typed[TEXT_KEY] ?? "", areas, scene),
    facts: await areaFacts(areas, scene),
    typed,
  };
}
