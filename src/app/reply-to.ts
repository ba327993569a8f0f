import type { EventId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import type { Person } from "../domain/person.ts";
import type { ActionInput } from "../protocol/action.ts";
import { isSame } from "./people.ts";

/** What a reply in a note's comment thread is. */
export type ReplyKind =
  { readonly kind: "answer"; readonly question: EventId } | { readonly kind: "comment" };

/**
 * A reply answers the question that waits for an answer, where there is one alone and somebody else asked it; else it is a comment. With two
 * questions open nobody could tell which one is meant, and an answer under the wrong one is worse than a comment.
 */
export function replyTo(note: Note, me: Person | undefined): ReplyKind {
  const waiting = note.questions.filter(({ waitsFor, by }) => waitsFor === "answer" && !isSame(by, me));
  const [question] = waiting;
  return question !== undefined && waiting.length === 1
    ? { kind: "answer", question: question.id }
    : { kind: "comment" };
}

export function replyAction(note: Note, me: Person | undefined, text: string): ActionInput {
  const reply = replyTo(note, me);
  return reply.kind === "answer"
    ? { type: "answer", note: note.id, question: reply.question, text }
    : { type: "comment", note: note.id, text };
}
