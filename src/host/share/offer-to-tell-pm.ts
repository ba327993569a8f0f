import type { Disposable } from "../../base/emitter.ts";
import type { EndedShare, Session } from "../../app/session.ts";
import type { Workbench } from "../workbench.ts";
import { copyMessageForPm } from "./copy-message-for-pm.ts";
import { writtenIn } from "./written-in.ts";

/** After a share has joined the record: the first one of a repository offers to tell the PM, once; a refused one says why. */
export function offerToTellPm(bench: Workbench): Disposable {
  const { sessions, log } = bench;
  const listening = new Map<Session, Disposable>();
  const follow = () => {
    for (const session of sessions.all())
      if (!listening.has(session))
        listening.set(
          session,
          session.onDidEndShare((ended) => {
            said(bench, session, ended).catch((error: unknown) => log.failed("after sharing", error));
          }),
        );
  };
  const opening = sessions.onDidOpen(follow);
  follow();
  return {
    dispose: () => {
      for (const one of [opening, ...listening.values()]) one.dispose();
    },
  };
}

async function said(bench: Workbench, session: Session, { draft, outcome }: EndedShare): Promise<void> {
  const { memory, prompts, tell } = bench;
  const { translate } = bench.wording;
  if (outcome.kind === "refused") {
    await tell.problem({ kind: "draftRefused", refusal: outcome.refusal, text: writtenIn(draft) });
    return;
  }
  const { id } = session.repository;
  const note = session.note(outcome.record);
  if (note === undefined || memory.toldOf(id)) return;
  // What stays on this machine can't be read by anybody else.
  if ((await session.consent()).answer !== "agreed") return;
  memory.rememberTold(id);
  const tellPm = translate("Tell Your PM");
  const pressed = await prompts.say(
    "information",
    translate("The note is on record. Your PM can read it without git and without code."),
    [tellPm],
  );
  if (pressed === tellPm) await copyMessageForPm(bench, session, note);
}
