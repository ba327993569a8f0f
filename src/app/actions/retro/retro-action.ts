import type { Retro } from "../../../domain/retro/retro.ts";
import type { Action, Refusal } from "../../../protocol/action.ts";
import type { Person } from "../../../domain/person.ts";
import type { Pen } from "../../pen.ts";
import type { ActionOf } from "../note-action.ts";

/** The retro an action is about, as it is now. */
export interface RetroScene {
  readonly retro: Retro;
  /** Who says it. */
  readonly me: Person;
  readonly pen: Pen;
}

/** Writes the events of an action, or answers why not. */
export type RetroAction<Type extends Action["type"]> = (
  action: ActionOf<Type>,
  scene: RetroScene,
) => Refusal | undefined;
