import type { RecordId } from "../../../domain/ids.ts";
import type { Action, Refusal } from "../../../protocol/action.ts";
import { correctRetroWords } from "./correct-retro-words.ts";
import { editRetro } from "./edit-retro.ts";
import type { RetroAction, RetroScene } from "./retro-action.ts";
import { settleRetro } from "./settle-retro.ts";
import { shareInRetro } from "./share-in-retro.ts";
import { startRetroWithout } from "./start-retro-without.ts";
import { takeDownAction } from "./take-down-action.ts";

/** What changes a retro and nothing else. */
export type ActionOnRetro = Exclude<
  Extract<Action, { retro: RecordId }>,
  { type: "makeNoteOfAction" | "makeWhyOfAction" }
>;

const actions: { readonly [Type in ActionOnRetro["type"]]: RetroAction<Type> } = {
  correctRetroWords,
  editRetro,
  settleRetro,
  shareInRetro,
  startRetroWithout,
  takeDownAction,
};

/** Writes what an action on a retro says, or answers why not. */
export const performOnRetro = (action: ActionOnRetro, scene: RetroScene): Refusal | undefined =>
  (actions[action.type] as (action: ActionOnRetro, scene: RetroScene) => Refusal | undefined)(action, scene);
