import * as z from "zod/mini";
import type { Draft, Session } from "../app/session.ts";
import { shortLine } from "../base/plain-text.ts";
import type { Problem } from "./problem.ts";
import type { Workbench } from "./workbench.ts";

export type ChosenDraft =
  | { readonly kind: "chosen"; readonly session: Session; readonly draft: Draft }
  | { readonly kind: "left" }
  | Problem;

const Named = z.union([
  z.pipe(
    z.string(),
    z.transform((draft) => ({ draft: { id: draft } })),
  ),
  z.object({ draft: z.object({ id: z.string() }) }),
]);

/** The draft a command was called with, else one that the person picks. */
export async function chosenDraft(
  { sessions, prompts, wording }: Pick<Workbench, "sessions" | "prompts" | "wording">,
  argument: unknown,
  title: string,
): Promise<ChosenDraft> {
  const open = await sessions.opened();
  const all = open.flatMap((session) =>
    session
      .drafts()
      .filter(({ shareAfter }) => shareAfter === undefined)
      .map((draft) => ({ kind: "chosen", session, draft }) as const),
  );
  const named = Named.safeParse(argument).data?.draft.id;
  if (named !== undefined) return all.find(({ draft }) => draft.id === named) ?? { kind: "noDrafts" };
  if (all.length === 0)
    return open.length === 0 ? (sessions.problem() ?? { kind: "noFolder" }) : { kind: "noDrafts" };
  const chosen = await prompts.choose({
    title,
    prompt: wording.translate("Which draft?"),
    choices: all.map((value) => ({
      label: shortLine(value.draft.fields.title ?? "", 200) || wording.translate("(no title yet)"),
      description: shortLine(value.draft.anchor?.path ?? "", 200),
      value,
    })),
  });
  return chosen ?? { kind: "left" };
}
