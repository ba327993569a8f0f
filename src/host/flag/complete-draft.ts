import type { Draft, Session } from "../../app/session.ts";
import { kindLabel } from "../../protocol/labels.ts";
import type { Workbench } from "../workbench.ts";
import { flagKinds } from "./flag-constraint.ts";

/** A draft that was left before its title or kind was said gets them now. Undefined: left again, the draft is as it was. */
export async function completeDraft(
  session: Pick<Session, "keepDraft" | "discardDraft">,
  draft: Draft,
  { prompts, wording: { translate } }: Pick<Workbench, "prompts" | "wording">,
): Promise<Draft | undefined> {
  const { title = "", kind } = draft.fields;
  if (title.trim() !== "" && kind !== undefined) return draft;
  let words = title;
  if (title.trim() === "") {
    const typed = await prompts.askText({
      title: translate("Share Draft"),
      prompt: translate("What is in the way here?"),
      refuse: (text) => (text.trim() === "" ? translate("Write a few words first.") : undefined),
    });
    if (!typed.accepted) return undefined;
    words = typed.text.trim();
  }
  const chosen =
    kind ??
    (await prompts.choose({
      title: translate("Share Draft"),
      prompt: translate("What is it? Enter shares it."),
      choices: flagKinds.map((value) => ({ label: kindLabel(value, translate), value })),
    }));
  if (chosen === undefined) return undefined;
  const complete = await session.keepDraft({
    fields: { ...draft.fields, title: words, kind: chosen },
    anchor: draft.anchor,
    threatens: draft.threatens,
  });
  await session.discardDraft(draft.id);
  return complete;
}
