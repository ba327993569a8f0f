import type { Session } from "../../app/session.ts";
import type { Note } from "../../domain/note.ts";
import { chosenNote } from "../chosen-note.ts";
import { afterSaying } from "../share/after-saying.ts";
import { askName } from "../share/ask-name.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

/** Closes a note whose code is settled or gone. It can be opened again on its page. */
export const markAsDone: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const title = translate("Mark as Done");
  const chosen = await chosenNote(bench, argument, title);
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  let because: string | undefined;
  if (await isGone(session, note)) {
    const typed = await bench.prompts.askText({
      title,
      prompt: translate("Why is it done? Everybody can read this."),
      value: translate("Its code was removed."),
    });
    if (!typed.accepted) return left;
    because = typed.text;
  }
  if (!(await askName(session, bench.prompts, translate))) return left;
  const outcome = await session.perform({ type: "close", note: note.id, as: "done", because });
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  bench.statusBar.remark(translate("Marked as done"));
  await afterSaying(bench, session);
  return done;
};

/** Whether a note had code and none of it is anywhere. */
async function isGone(session: Session, note: Note): Promise<boolean> {
  const places = await session.places(note);
  return (
    places.length > 0 && places.every(({ status, elsewhere }) => status === "orphaned" && elsewhere !== true)
  );
}
