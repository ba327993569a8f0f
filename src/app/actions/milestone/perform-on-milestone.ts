import type { RecordId } from "../../../domain/ids.ts";
import type { Action, Refusal } from "../../../protocol/action.ts";
import { answerMilestone } from "./answer-milestone.ts";
import { editMilestone } from "./edit-milestone.ts";
import type { MilestoneAction, MilestoneScene } from "./milestone-action.ts";
import { moveMilestone } from "./move-milestone.ts";
import { settleMilestone } from "./settle-milestone.ts";

export type ActionOnMilestone = Extract<Action, { milestone: RecordId }>;

const actions: { readonly [Type in ActionOnMilestone["type"]]: MilestoneAction<Type> } = {
  editMilestone,
  moveMilestone,
  answerMilestone,
  settleMilestone,
};

/** Writes what an action on a milestone says, or answers why not. */
export const performOnMilestone = (action: ActionOnMilestone, scene: MilestoneScene): Refusal | undefined =>
  (actions[action.type] as (action: ActionOnMilestone, scene: MilestoneScene) => Refusal | undefined)(
    action,
    scene,
  );
