import { shortLine } from "../../base/plain-text.ts";
import type { Milestone } from "../../domain/milestone/milestone.ts";
import type { MilestoneName } from "../../protocol/panel-state.ts";

/** Characters of a title where a date is named beside notes. */
const LONGEST_TITLE = 120;

/** More than these are a plan, not a roadmap: every page of the panel has the names. */
const MOST = 300;

/** Dates of the roadmap, for notes to name: those that are still open first, by day. */
export const milestoneNames = (
  milestones: Iterable<Milestone>,
  repository: string,
): readonly MilestoneName[] =>
  Array.from(milestones, ({ id, day, fields }) => ({
    id,
    repository,
    title: shortLine(fields.title.value, LONGEST_TITLE),
    day,
    closed: fields.closed.value !== null,
  }))
    .sort((one, other) =>
      one.closed !== other.closed
        ? Number(one.closed) - Number(other.closed)
        : one.day === other.day
          ? one.id < other.id
            ? -1
            : 1
          : one.day < other.day
            ? -1
            : 1,
    )
    .slice(0, MOST);
