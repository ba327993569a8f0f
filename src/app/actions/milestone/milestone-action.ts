import type { Milestone } from "../../../domain/milestone/milestone.ts";
import type { Person } from "../../../domain/person.ts";
import type { Action, Refusal } from "../../../protocol/action.ts";
import type { Pen } from "../../pen.ts";
import type { ActionOf } from "../note-action.ts";

/** The milestone an action is about, as it is now, and who acts. */
export interface MilestoneScene {
  readonly milestone: Milestone;
  readonly me: Person;
  readonly pen: Pen;
}

/** Writes the events of an action, or answers why not. */
export type MilestoneAction<Type extends Action["type"]> = (
  action: ActionOf<Type>,
  scene: MilestoneScene,
) => Refusal | undefined;
