import type { Brief } from "../../../domain/brief/brief.ts";
import type { Person } from "../../../domain/person.ts";
import type { Action, Refusal } from "../../../protocol/action.ts";
import type { Pen } from "../../pen.ts";
import type { ActionOf } from "../note-action.ts";

/** The brief an action is about, as it is now, and who acts. */
export interface BriefScene {
  readonly brief: Brief;
  readonly me: Person;
  readonly pen: Pen;
}

/** Writes the events of an action, or answers why not. */
export type BriefAction<Type extends Action["type"]> = (
  action: ActionOf<Type>,
  scene: BriefScene,
) => Refusal | undefined;
