import { parseEffort } from "../../domain/effort.ts";
import { chosenNote } from "../chosen-note.ts";
import { refuseTime } from "../refuse-time.ts";
import { afterSaying } from "../share/after-saying.ts";
import { askName } from "../share/ask-name.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

/** Puts one way out on a note in two steps; the rest of an option is for the panel. */
export const draftOption: Command = async (bench, argument) => {
  const { prompts } = bench;
  const { translate } = bench.wording;
  const title = translate("Draft an Option");
  const chosen = await chosenNote(bench, argument, title);
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  const words = await prompts.askText({
    title,
    step: { at: 1, of: 2 },
    prompt: translate("One way out, in a few words"),
    placeholder: translate("Load products by the page"),
    refuse: (text) => (text.trim() === "" ? translate("Write a few words first.") : undefined),
  });
  if (!words.accepted) return left;
  const time = await prompts.askText({
    title,
    step: { at: 2, of: 2 },
    prompt: translate("How long? (2w, 2-3 weeks, 2 months; empty is fine)"),
    refuse: refuseTime(translate),
  });
  if (!time.accepted) return left;
  if (!(await askName(session, prompts, translate))) return left;
  const effort = parseEffort(time.text);
  const outcome = await session.perform({
    type: "tableOptions",
    note: note.id,
    options: [{ fields: { title: words.text.trim(), ...(effort === undefined ? {} : { effort }) } }],
  });
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal, text: words.text };
  bench.statusBar.remark(translate("Option put on the table"));
  await afterSaying(bench, session);
  return done;
};
