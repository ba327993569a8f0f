import type { Session } from "../../app/session.ts";
import type { Workbench } from "../workbench.ts";
import { askConsent } from "./ask-consent.ts";

const asked = new WeakSet<Session>();

/** Something was said that is on record here: where nobody was asked yet whether to share, they are now, once a window. */
export async function afterSaying(
  { prompts, wording, isTrusted }: Pick<Workbench, "prompts" | "wording" | "isTrusted">,
  session: Session,
): Promise<void> {
  if (asked.has(session) || !isTrusted()) return;
  asked.add(session);
  await askConsent(session, prompts, wording.translate);
}
