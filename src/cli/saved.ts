import { plainLine } from "../base/plain-text.ts";
import { refuse, succeed } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import type { Translate } from "../base/translate.ts";
import { explainRefusal } from "../app/explain-refusal.ts";
import { isOne } from "../app/wording.ts";
import type { RecordId } from "../domain/ids.ts";
import type { ActionInput, Refusal } from "../protocol/action.ts";
import type { Answer, Ended } from "./answer.ts";
import type { Context } from "./context.ts";
import { DOCUMENT_FORMAT } from "./documents/format.ts";
import type { Remark, SavedDocument } from "./documents/saved-document.ts";
import { shortener } from "./find-note.ts";
import type { Here } from "./open.ts";
import type { Problem } from "./problem.ts";

/** Does one thing after the other, and stops at the first that is refused. */
export async function perform(
  here: Here,
  actions: readonly ActionInput[],
): Promise<Result<RecordId | undefined, Problem>> {
  let note: RecordId | undefined;
  for (const [at, action] of actions.entries()) {
    const outcome = await here.session.perform(action);
    if (outcome.kind === "refused") return refuse(refusedAs(outcome.refusal, here, at));
    note = outcome.record;
  }
  return succeed(note);
}

function refusedAs(refusal: Refusal, { wording }: Here, savedBefore: number): Problem {
  const { translate } = wording;
  const sentence = refusalSentence(refusal, translate) ?? explainRefusal(refusal, wording);
  const partly = translate(
    "What the command line says before that was saved: look at it with sightline show.",
  );
  return { kind: "refused", refusal, sentence: savedBefore === 0 ? sentence : `${sentence} ${partly}` };
}

/** Nobody is named in git here. */
export const nameMissing = (translate: Translate): Problem => ({
  kind: "refused",
  refusal: { kind: "nameMissing" },
  sentence: refusalSentence({ kind: "nameMissing" }, translate) ?? "",
});

/** This machine could not save. */
export const notSaved = (here: Here, detail: string): Problem =>
  refusedAs({ kind: "notWritable", detail }, here, 0);

/** Where a terminal has another way out than a window. */
function refusalSentence(refusal: Refusal, translate: Translate): string | undefined {
  switch (refusal.kind) {
    case "nameMissing":
      return translate(
        "Your name is not set in git, so nothing was saved: a note says who wrote it. Set it with git config user.name and git config user.email, then run this again.",
      );
    case "impactMissing":
      return translate(
        "Nobody has written yet what users will notice, so it can't be decided. Write it with sightline edit --impact, then decide.",
      );
    case "becauseMissing":
      return translate(
        "The reason is missing, so nothing was saved. Give it with --because, in one sentence.",
      );
    case "titleMissing":
      return translate("A note needs a title, so nothing was saved. Say in a few words what is in the way.");
    case "textMissing":
      return translate("The text is empty, so nothing was saved. Write a few words.");
    case "notTheAsker":
      return translate(
        "Only the person who asked can say that, so nothing was saved. You can ask a question of your own.",
      );
    case "notWritable":
      return translate(
        "This machine could not save: its disk is full, or the folder can't be written. Nothing was saved. Make room, or see who owns the .git folder, then run this again.",
      );
    default:
      return undefined;
  }
}

/** What was made, and what is to be said of it. */
export interface Made {
  /** What happened, with {id} for the note's id. */
  readonly sentence: string;
  readonly note: RecordId;
  readonly letter?: string | undefined;
  readonly question?: string | undefined;
  readonly decision?: string | undefined;
  readonly remarks?: readonly Remark[] | undefined;
}

/** The answer of a command that saved something: what, and who has it by now. */
export async function savedAnswer({ style, translate }: Context, here: Here, made: Made): Promise<Answer> {
  const { session, wording } = here;
  const short = shortener(session.notes().keys())(made.note);
  const title = plainLine(session.note(made.note)?.fields.title.value ?? "");
  const waiting = await here.waiting();
  const remarks = made.remarks ?? [];
  const { answer } = await session.consent();
  const document: SavedDocument = {
    format: DOCUMENT_FORMAT,
    note: made.note,
    letter: made.letter,
    question: made.question,
    decision: made.decision,
    waiting,
    remarks: [...remarks],
  };
  const isOneLine = isOne(waiting, wording);
  const next =
    waiting === 0
      ? []
      : [
          answer === "agreed"
            ? translate(
                isOneLine
                  ? "Saved here, not shared yet. Send it with sightline sync."
                  : "Saved here; {n} changes are not shared yet. Send them with sightline sync.",
                { n: waiting },
              )
            : translate("Saved on this machine only. To share it with your team, run sightline sync."),
        ];
  return {
    document,
    text: `${style.id(short)} ${title === "" ? "" : `${title}: `}${made.sentence}`,
    remarks: [...remarks.map((remark) => remarkSentence(remark, translate)), ...next],
  };
}

function remarkSentence(remark: Remark, translate: Translate): string {
  switch (remark) {
    case "impactMissing":
      return translate(
        "Effect on users: not known yet. Write it with sightline edit --impact; until then the note can't be decided.",
      );
    case "implicationsMissing":
      return translate("What would users notice? Write it with --implies: it is what a decision rests on.");
    case "quoteLeftOut":
      return translate("The lines of code were left out: the place can't be followed when they move.");
  }
}

/** Performs the actions and says what was made. */
export async function performAndTell(
  context: Context,
  here: Here,
  actions: readonly ActionInput[],
  describe: (note: RecordId) => Omit<Made, "note">,
): Promise<Ended> {
  const done = await perform(here, actions);
  if (!done.ok) return done;
  if (done.value === undefined) throw new Error("nothing to perform");
  return succeed(await savedAnswer(context, here, { ...describe(done.value), note: done.value }));
}
