import type { RecordId } from "../../domain/ids.ts";
import type { MilestoneState } from "../../protocol/roadmap-state.ts";
import type { ViewScene } from "./view-state.ts";

/** One date, with all that is known of it; undefined where it is not here. */
export async function milestoneState(
  id: RecordId,
  { book, typedOf }: ViewScene,
): Promise<MilestoneState | undefined> {
  const milestone = book.of("milestone").get(id);
  if (milestone === undefined) return undefined;
  const { fields, day, moves } = milestone;
  return {
    view: "milestone",
    id,
    title: fields.title.value,
    day,
    promisedTo: fields.promisedTo.value,
    firmness: fields.firmness.value,
    whyThisDate: fields.whyThisDate.value,
    moves: moves
      .map(({ id: move, by, at, from, to, because }) => ({ id: move, by, at, from, to, because }))
      .reverse(),
    typed: { ...(await typedOf(id)) },
  };
}
