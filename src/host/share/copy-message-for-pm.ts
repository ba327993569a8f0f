import { settings } from "../settings.ts";
import type { Session } from "../../app/session.ts";
import { tellYourPm } from "../../app/tell-your-pm.ts";
import type { Note } from "../../domain/note.ts";
import type { Workbench } from "../workbench.ts";

/** Copies a message that opens a note for somebody who has neither git nor this window. */
export async function copyMessageForPm(
  { copy, statusBar, wording }: Pick<Workbench, "copy" | "statusBar" | "wording">,
  session: Session,
  note: Note,
): Promise<void> {
  const { answer, remote, branch } = await session.consent();
  // Without a push there is no page to lead to.
  const remoteUrl = answer === "agreed" ? remote?.url : undefined;
  await copy(tellYourPm({ note, remoteUrl, branch, ownHosts: settings.gitHosts(), wording }));
  statusBar.remark(wording.translate("Message copied: paste it where your PM reads it"));
}
