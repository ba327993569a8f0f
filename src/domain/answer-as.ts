import type { EventId } from "./ids.ts";
import type { NoteBuilder } from "./note-builder.ts";
import type { Applied } from "./record-builder.ts";
import { samePerson } from "./person.ts";

/**
 * Puts what somebody who was named says beside a decision made on a call. Nothing where that name was not written down, or the person has
 * said the same before.
 */
export function answerAs(
  note: NoteBuilder,
  id: EventId,
  answer: { readonly as: string; readonly correction?: string },
  type: string,
  event: Applied,
): void {
  const decision = note.decisions.get(id);
  if (decision?.onCall?.with.includes(answer.as) !== true) return;
  const isSaid = decision.answers.some(
    ({ by, correction }) => samePerson(by, event.by) && correction === answer.correction,
  );
  if (isSaid) return;
  decision.answers.push({ id: event.id, by: event.by, at: event.at, ...answer });
  note.history.push({ id: event.id, by: event.by, at: event.at, type, about: id, text: answer.correction });
}
