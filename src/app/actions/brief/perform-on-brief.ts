import type { RecordId } from "../../../domain/ids.ts";
import type { Action, Refusal } from "../../../protocol/action.ts";
import { acceptChallenge } from "./accept-challenge.ts";
import { answerChallenge } from "./answer-challenge.ts";
import type { BriefAction, BriefScene } from "./brief-action.ts";
import { challengeBrief } from "./challenge-brief.ts";
import { editBrief } from "./edit-brief.ts";
import { furtherChallenge } from "./further-challenge.ts";
import { settleBrief } from "./settle-brief.ts";

export type ActionOnBrief = Extract<Action, { brief: RecordId }>;

const actions: { readonly [Type in ActionOnBrief["type"]]: BriefAction<Type> } = {
  editBrief,
  settleBrief,
  challengeBrief,
  answerChallenge,
  furtherChallenge,
  acceptChallenge,
};

/** Writes what an action on a brief says, or answers why not. */
export const performOnBrief = (action: ActionOnBrief, scene: BriefScene): Refusal | undefined =>
  (actions[action.type] as (action: ActionOnBrief, scene: BriefScene) => Refusal | undefined)(action, scene);
