import * as z from "zod/mini";
import type { ActionInput } from "../../protocol/action.ts";
import { afterSaying } from "../share/after-saying.ts";
import { askName } from "../share/ask-name.ts";
import type { Workbench } from "../workbench.ts";
import { done } from "./command.ts";
import type { Command, CommandEnd } from "./command.ts";
import type { Note } from "../../domain/note.ts";
import type { Session } from "../../app/session.ts";

/** What VS Code hands over when a button under a thread's text box is pressed. */
const Reply = z.object({ thread: z.unknown(), text: z.string() });

/** Answers the question that is open. */
export const answer: Command = (bench, argument) =>
  reply(bench, argument, (session, note, text) => session.replyAction(note, text));

/** Says something that is not an answer, also while a question is open. */
export const comment: Command = (bench, argument) =>
  reply(bench, argument, (_session, note, text) => ({ type: "comment", note: note.id, text }));

async function reply(
  bench: Workbench,
  argument: unknown,
  actionFor: (session: Session, note: Note, text: string) => ActionInput,
): Promise<CommandEnd> {
  const parsed = Reply.safeParse(argument);
  const about = parsed.success ? bench.threads.noteOf(parsed.data.thread) : undefined;
  const note = about?.session.note(about.note);
  if (about === undefined || note === undefined || !parsed.success) return { kind: "noSuchNote" };
  const text = parsed.data.text.trim();
  const { session } = about;
  // Without a name it is refused below, and the words are there to copy.
  await askName(session, bench.prompts, bench.wording.translate);
  const outcome = await session.perform(actionFor(session, note, text));
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal, text };
  await afterSaying(bench, session);
  return done;
}
