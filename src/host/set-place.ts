import { makeAnchor } from "../anchoring/make-anchor.ts";
import type { Session } from "../app/session.ts";
import type { Anchor } from "../domain/anchor.ts";
import type { EventId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import type { ActionInput } from "../protocol/action.ts";
import { done, left } from "./commands/command.ts";
import type { CommandEnd } from "./commands/command.ts";
import type { FlagTarget } from "./flag/flag-target.ts";
import { symbolAt } from "./flag/symbol-at.ts";
import { agreedQuote } from "./share/agreed-quote.ts";
import { afterSaying } from "./share/after-saying.ts";
import { askName } from "./share/ask-name.ts";
import type { Workbench } from "./workbench.ts";

/** Puts a note at lines that a person chose, in place of `insteadOf` where that is given. For ten seconds one click takes it back. */
export async function setPlace(
  bench: Workbench,
  session: Session,
  note: Note,
  target: Omit<FlagTarget, "session" | "code">,
  insteadOf: EventId | undefined,
): Promise<CommandEnd> {
  const { prompts, wording, statusBar } = bench;
  const { translate } = wording;
  if (!(await askName(session, prompts, translate))) return left;
  const anchor = await anchorAt(bench, target);
  if (anchor === undefined) return left;
  const outcome = await session.perform({ type: "addAnchor", note: note.id, anchor, insteadOf });
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  const before = new Set(note.anchors.map(({ id }) => id));
  const place = session.note(note.id)?.anchors.find(({ id }) => !before.has(id))?.id;
  if (place !== undefined)
    statusBar.offerUndo(translate("Place set · Undo"), () => takeBack(bench, session, note, place));
  await afterSaying(bench, session);
  return done;
}

async function takeBack(
  { statusBar, wording: { translate } }: Workbench,
  session: Session,
  { id: note }: Note,
  place: EventId,
): Promise<CommandEnd> {
  const placed = session.note(note)?.anchors.find(({ id }) => id === place);
  // Somebody has put it elsewhere since: nothing is left to take back.
  if (placed === undefined) return done;
  const action: ActionInput =
    placed.insteadOf === undefined
      ? { type: "removeItems", note, items: [place] }
      : { type: "putBackPlace", note, place };
  const outcome = await session.perform(action);
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  statusBar.remark(translate("Put back where it was"));
  return done;
}

async function anchorAt(
  bench: Workbench,
  { path, text, startLine, endLine, user, uri }: Omit<FlagTarget, "session" | "code">,
): Promise<Anchor | undefined> {
  const { commit } = await user.head();
  const symbol = await symbolAt(uri, startLine);
  const anchor = makeAnchor({ path, text, startLine, endLine, commit, symbol });
  return await agreedQuote(anchor, text, user, bench.prompts, bench.wording);
}
