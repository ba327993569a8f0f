import type { Session, SyncResult } from "../../app/session.ts";
import { askConsent } from "../share/ask-consent.ts";
import { askName } from "../share/ask-name.ts";
import type { Workbench } from "../workbench.ts";
import { done } from "./command.ts";
import type { Command } from "./command.ts";

/** Exchanges notes with the remote of each repository, now, and says what came of it. */
export const sync: Command = async (bench) => {
  const { sessions } = bench;
  const open = await sessions.opened();
  if (open.length === 0) return sessions.problem() ?? { kind: "noFolder" };
  if (!bench.isTrusted()) return { kind: "restricted" };
  for (const session of open) await syncByHand(bench, session);
  return done;
};

async function syncByHand(bench: Workbench, session: Session): Promise<void> {
  const { prompts, wording } = bench;
  if (!(await askName(session, prompts, wording.translate))) return;
  const consent = await askConsent(session, prompts, wording.translate, { again: true });
  if (consent === "left" || consent === "declined") return;
  const result = await session.sync({ byHand: true });
  if (result.kind === "rewritten") await askWhatWasMeant(bench, session);
  else await tellResult(bench, session, result);
}

/** The branch no longer holds what it did: nothing is repaired or dropped before a person says what was meant. */
async function askWhatWasMeant(bench: Workbench, session: Session): Promise<void> {
  const { translate } = bench.wording;
  const putBack = translate("Put back");
  const accept = translate("Accept the removal");
  const explanation = session.syncState().explanation ?? "";
  const pressed = await bench.prompts.say("warning", explanation, [putBack, accept]);
  if (pressed === undefined) return;
  const whenRewritten = pressed === putBack ? "putBack" : "acceptRemoval";
  await tellResult(bench, session, await session.sync({ byHand: true, whenRewritten }));
}

async function tellResult(
  { log, prompts, statusBar, wording }: Workbench,
  session: Session,
  result: SyncResult,
): Promise<void> {
  if (result.kind === "synced") {
    statusBar.remark(wording.translate("Synced"));
    return;
  }
  if (result.kind === "failed") log.warn(`sync: ${result.failure.reason}`, result.failure.detail);
  const { explanation } = session.syncState();
  if (explanation === undefined) return;
  const showLog = wording.translate("Show Log");
  const pressed = await prompts.say("warning", explanation, result.kind === "failed" ? [showLog] : []);
  if (pressed === showLog) log.show();
}
