import type { RecordId } from "../../domain/ids.ts";
import type { Action, Refusal } from "../../protocol/action.ts";
import { acceptAnswer } from "./accept-answer.ts";
import { addAnchor } from "./add-anchor.ts";
import { addEvidence } from "./add-evidence.ts";
import { answer } from "./answer.ts";
import { askFurther } from "./ask-further.ts";
import { ask } from "./ask.ts";
import { close } from "./close.ts";
import { comment } from "./comment.ts";
import { confirmDecision } from "./confirm-decision.ts";
import { correctDecision } from "./correct-decision.ts";
import { decide } from "./decide.ts";
import { differ } from "./differ.ts";
import { editNote } from "./edit-note.ts";
import { editOption } from "./edit-option.ts";
import { explainDecision } from "./explain-decision.ts";
import { hear } from "./hear.ts";
import type { NoteAction, Scene } from "./note-action.ts";
import { putBackPlace } from "./put-back-place.ts";
import { removeItems } from "./remove-items.ts";
import { reopen } from "./reopen.ts";
import { settle } from "./settle.ts";
import { tableOptions } from "./table-options.ts";
import { threatenDate } from "./threaten-date.ts";

export type ActionOnNote = Extract<Action, { note: RecordId }>;

const actions: { readonly [Type in ActionOnNote["type"]]: NoteAction<Type> } = {
  editNote,
  addAnchor,
  putBackPlace,
  addEvidence,
  threatenDate,
  removeItems,
  tableOptions,
  editOption,
  ask,
  answer,
  askFurther,
  acceptAnswer,
  decide,
  explainDecision,
  confirmDecision,
  correctDecision,
  differ,
  hear,
  comment,
  close,
  reopen,
  settle,
};

/** Writes what an action on a note says, or answers why not. */
export const performOnNote = (action: ActionOnNote, scene: Scene): Refusal | undefined =>
  (actions[action.type] as (action: ActionOnNote, scene: Scene) => Refusal | undefined)(action, scene);
