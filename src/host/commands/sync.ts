import { megabytes } from "../../app/large-record.ts";
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

async function tellResult(bench: Workbench, session: Session, result: SyncResult): Promise<void> {
  const { log, prompts, statusBar, wording } = bench;
  if (result.kind === "synced") {
    statusBar.remark(wording.translate("Synced"));
    await tellIfLarge(bench, session);
    return;
  }
  if (result.kind === "failed") log.warn(`sync: ${result.failure.reason}`, result.failure.detail);
  const { explanation } = session.syncState();
  if (explanation === undefined) return;
  const showLog = wording.translate("Show Log");
  const needsSignIn = result.kind === "failed" && result.failure.reason === "needsSignIn";
  const name = needsSignIn ? await session.signInName() : undefined;
  const signIn = wording.translate("Sign In with {name}", { name: name ?? "" });
  const buttons = [...(name === undefined ? [] : [signIn]), ...(result.kind === "failed" ? [showLog] : [])];
  const pressed = await prompts.say("warning", explanation, buttons);
  if (pressed === showLog) log.show();
  if (pressed === signIn)
    await tellResult(bench, session, await session.sync({ byHand: true, signsIn: true }));
}

/** Said once, and only to somebody who has just synced by hand. */
async function tellIfLarge({ prompts, statusBar, wording }: Workbench, session: Session): Promise<void> {
  const { translate } = wording;
  const bytes = await session.largeToTell();
  if (bytes === undefined) return;
  const smaller = translate("Make It Smaller");
  const pressed = await prompts.say(
    "information",
    translate(
      "The record takes {n} MB on this machine. Nothing is wrong with it, and it can be made smaller without losing anything.",
      { n: megabytes(bytes, wording) },
    ),
    [smaller],
  );
  if (pressed !== smaller) return;
  statusBar.remark(translate("Making the record smaller"));
  const now = await session.compact();
  if (now === undefined) {
    await prompts.say(
      "warning",
      translate(
        "The record could not be made smaller: the disk is full, or the folder can't be written. Nothing was lost. Make room, then sync again.",
      ),
      [],
    );
  } else statusBar.remark(translate("The record takes {n} MB now", { n: megabytes(now, wording) }));
}
