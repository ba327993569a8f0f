import { done } from "./command.ts";
import type { Command } from "./command.ts";

/** Takes back the note that was shared last, while it still can be: then it left no trace. */
export const undoSharing: Command = async ({ sessions, statusBar, wording }) => {
  const sharing = sessions
    .all()
    .flatMap((session) =>
      session.drafts().map((draft) => ({ session, draft, until: draft.shareAfter ?? "" })),
    )
    .filter(({ until }) => until !== "")
    .sort((one, other) => Date.parse(other.until) - Date.parse(one.until));
  const [last] = sharing;
  if (last === undefined || !(await last.session.undoShare(last.draft.id))) return { kind: "tooLateToUndo" };
  statusBar.remark(wording.translate("Kept as a draft"));
  return done;
};
