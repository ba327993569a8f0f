import { chosenNote } from "../chosen-note.ts";
import { afterSaying } from "../share/after-saying.ts";
import { askName } from "../share/ask-name.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

/** Closes a note whose code is settled or gone. It can be opened again on its page. */
export const markAsDone: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const chosen = await chosenNote(bench, argument, translate("Mark as Done"));
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  if (!(await askName(session, bench.prompts, translate))) return left;
  const outcome = await session.perform({ type: "close", note: note.id, as: "done" });
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  bench.statusBar.remark(translate("Marked as done"));
  await afterSaying(bench, session);
  return done;
};
