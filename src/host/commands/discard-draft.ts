import { plainLine } from "../../base/plain-text.ts";
import { chosenDraft } from "../chosen-draft.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

export const discardDraft: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const chosen = await chosenDraft(bench, argument, translate("Discard Draft"));
  if (chosen.kind !== "chosen") return chosen;
  const discard = translate("Discard Draft");
  const pressed = await bench.prompts.confirm(
    translate("Discard this draft?"),
    translate("“{title}” is only on this machine. It can't be brought back.", {
      title: plainLine(chosen.draft.fields.title ?? ""),
    }),
    [discard],
  );
  if (pressed !== discard) return left;
  await chosen.session.discardDraft(chosen.draft.id);
  return done;
};
