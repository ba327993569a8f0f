import type { CodeReader, UserRepository } from "../../app/ports.ts";
import type { Draft, Session } from "../../app/session.ts";
import type { Wording } from "../../app/wording.ts";
import type { Prompts } from "../prompts.ts";
import type { Problem } from "../problem.ts";
import { agreedQuote } from "./agreed-quote.ts";
import { askConsent } from "./ask-consent.ts";
import { askName } from "./ask-name.ts";
import { writtenIn } from "./written-in.ts";

/** What sharing needs, beside the draft. */
export interface Sharing {
  readonly session: Session;
  readonly user: Pick<UserRepository, "tracking">;
  readonly code: CodeReader;
  readonly prompts: Prompts;
  readonly wording: Wording;
  readonly isTrusted: () => boolean;
  /** Says in passing, without asking for anything. */
  readonly remark: (text: string) => void;
}

/** How it ended: "left" where something that has to be asked first was not answered. Unless it is "done", the draft is kept as it was. */
export type Shared = { readonly kind: "done" } | { readonly kind: "left" } | Problem;

/** Shares a draft, after everything that has to be asked first. */
export async function shareDraft(draft: Draft, sharing: Sharing): Promise<Shared> {
  const end = await tryToShare(draft, sharing);
  if (end.kind !== "done") sharing.remark(sharing.wording.translate("Kept as a draft"));
  return end;
}

async function tryToShare(draft: Draft, sharing: Sharing): Promise<Shared> {
  const { session, prompts, wording } = sharing;
  if (!sharing.isTrusted()) return { kind: "restrictedDraft" };
  if (!(await askName(session, prompts, wording.translate))) return { kind: "left" };
  const ready = await withAgreedQuote(draft, sharing);
  if (ready === undefined) return { kind: "left" };
  if ((await askConsent(session, prompts, wording.translate)) === "left") return { kind: "left" };
  const shared = await session.share(ready.id);
  if (shared.kind === "refused" && shared.outcome.kind === "refused")
    return { kind: "draftRefused", refusal: shared.outcome.refusal, text: writtenIn(ready) };
  return { kind: "done" };
}

/** The draft as it may be shared. Undefined: left unanswered. */
async function withAgreedQuote(draft: Draft, sharing: Sharing): Promise<Draft | undefined> {
  const { session, user, code, prompts, wording } = sharing;
  const { anchor, fields } = draft;
  if (anchor === undefined) return draft;
  const whole = await code.read(anchor.path);
  const text = whole.kind === "text" ? whole.text : undefined;
  const agreed = await agreedQuote(anchor, text, user, prompts, wording);
  if (agreed === undefined || agreed === anchor) return agreed && draft;
  const replaced = await session.keepDraft({ fields, anchor: agreed });
  await session.discardDraft(draft.id);
  return replaced;
}
