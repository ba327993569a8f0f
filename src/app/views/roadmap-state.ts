import { plainLine } from "../../base/plain-text.ts";
import type { RoadmapState } from "../../protocol/roadmap-state.ts";
import type { ViewScene } from "./view-state.ts";

/** The dates that were promised, by date. */
export function roadmapState({ repository, book }: ViewScene): RoadmapState {
  const milestones = [...book.of("milestone").values()]
    .map(({ id, fields, day }) => ({
      id,
      title: plainLine(fields.title.value),
      day,
      promisedTo: plainLine(fields.promisedTo.value),
      firmness: fields.firmness.value,
    }))
    .sort((one, other) =>
      one.day === other.day ? (one.id < other.id ? -1 : 1) : one.day < other.day ? -1 : 1,
    );
  return { view: "roadmap", repository, milestones };
}
