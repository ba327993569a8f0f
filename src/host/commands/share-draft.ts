import { chosenDraft } from "../chosen-draft.ts";
import { completeDraft } from "../flag/complete-draft.ts";
import { left } from "./command.ts";
import type { Command } from "./command.ts";
import { share } from "./share.ts";

export const shareDraft: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const chosen = await chosenDraft(bench, argument, translate("Share Draft"));
  if (chosen.kind !== "chosen") return chosen;
  const complete = await completeDraft(chosen.session, chosen.draft, bench);
  return complete === undefined ? left : await share(bench, chosen.session, complete);
};
