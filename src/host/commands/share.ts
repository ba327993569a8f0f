import type { Draft, Session } from "../../app/session.ts";
import { shareDraft } from "../share/share-draft.ts";
import type { Workbench } from "../workbench.ts";
import { left } from "./command.ts";
import type { CommandEnd } from "./command.ts";

/** Shares a draft of a session of this window. */
export async function share(bench: Workbench, session: Session, draft: Draft): Promise<CommandEnd> {
  const opened = bench.sessions.partsOf(session);
  // The folder was closed while the person was asked: the draft is kept.
  if (opened === undefined) return left;
  return await shareDraft(draft, {
    ...opened,
    prompts: bench.prompts,
    wording: bench.wording,
    isTrusted: bench.isTrusted,
    remark: (text) => bench.statusBar.remark(text),
  });
}
