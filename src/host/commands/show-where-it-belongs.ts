import * as vscode from "vscode";
import * as z from "zod";
import { makeAnchor } from "../../anchoring/make-anchor.ts";
import type { Session } from "../../app/session.ts";
import type { Anchor } from "../../domain/anchor.ts";
import { EventId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import { shortLine } from "../../base/plain-text.ts";
import { chosenNote } from "../chosen-note.ts";
import { aim } from "../flag/flag-target.ts";
import type { FlagTarget } from "../flag/flag-target.ts";
import { symbolAt } from "../flag/symbol-at.ts";
import { agreedQuote } from "../share/agreed-quote.ts";
import { afterSaying } from "../share/after-saying.ts";
import { askName } from "../share/ask-name.ts";
import type { Workbench } from "../workbench.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

const Place = z.object({ place: EventId });

/** Lets a person select the lines where a note belongs now, and puts its place there. */
export const showWhereItBelongs: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const chosen = await chosenNote(bench, argument, translate("Show Where It Belongs Now"));
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  if (!(await linesAreSelected(bench, note))) return left;
  const aimed = await aim(bench.sessions, undefined);
  if (aimed.kind !== "aimed") return aimed;
  if (aimed.target.session !== session) return { kind: "otherRepository" };
  if (!(await askName(session, bench.prompts, translate))) return left;
  const anchor = await anchorAt(bench, aimed.target);
  if (anchor === undefined) return left;
  const insteadOf = Place.safeParse(argument).data?.place ?? (await lostPlace(session, note));
  const outcome = await session.perform({
    type: "addAnchor",
    note: note.id,
    anchor,
    ...(insteadOf === undefined ? {} : { insteadOf }),
  });
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  bench.statusBar.remark(translate("The note is here now"));
  await afterSaying(bench, session);
  return done;
};

/** Asks to select the lines, and waits for it: the message stays while the person looks for them. */
async function linesAreSelected(
  { prompts, wording: { translate } }: Workbench,
  note: Note,
): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && !editor.selection.isEmpty) return true;
  const here = translate("It Is Here");
  const pressed = await prompts.say(
    "information",
    translate("Open the file and select the lines that “{title}” is about now.", {
      title: shortLine(note.fields.title.value, 80),
    }),
    [here],
  );
  return pressed === here;
}

async function anchorAt(bench: Workbench, target: FlagTarget): Promise<Anchor | undefined> {
  const { path, text, startLine, endLine, user, uri } = target;
  const { commit } = await user.head();
  const symbol = await symbolAt(uri, startLine);
  const anchor = makeAnchor({ path, text, startLine, endLine, commit, symbol });
  return await agreedQuote(anchor, text, user, bench.prompts, bench.wording);
}

/** The place that is replaced: the one that lost its code, or the only one there is. */
async function lostPlace(session: Session, note: Note): Promise<EventId | undefined> {
  const places = await session.places(note);
  const lost =
    places.find(({ status }) => status === "orphaned") ?? places.find(({ status }) => status === "changed");
  return (lost ?? (places.length === 1 ? places[0] : undefined))?.id;
}
