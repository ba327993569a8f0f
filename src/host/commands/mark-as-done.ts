import type { Session } from "../../app/session.ts";
import { dayWords } from "../../app/date-words.ts";
import { dayOf } from "../../domain/dates.ts";
import type { Day } from "../../domain/dates.ts";
import { parseEffort } from "../../domain/effort.ts";
import type { Effort } from "../../domain/effort.ts";
import type { Note } from "../../domain/note.ts";
import { BeforeItHurt } from "../../domain/words.ts";
import { beforeItHurtLabel } from "../../protocol/labels.ts";
import { chosenNote } from "../chosen-note.ts";
import { refuseTime } from "../refuse-time.ts";
import { afterSaying } from "../share/after-saying.ts";
import { askName } from "../share/ask-name.ts";
import type { Workbench } from "../workbench.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

/** Closes a note whose code is settled or gone, with one Enter. Who likes to says how it went. It can be opened again on its page. */
export const markAsDone: Command = async (bench, argument) => {
  const { translate } = bench.wording;
  const title = translate("Mark as Done");
  const chosen = await chosenNote(bench, argument, title);
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  let because: string | undefined;
  let went: HowItWent | undefined = {};
  if (await isGone(session, note)) {
    const typed = await bench.prompts.askText({
      title,
      prompt: translate("Why is it done? Everybody can read this."),
      value: translate("Its code was removed."),
    });
    if (!typed.accepted) return left;
    because = typed.text;
  } else {
    const way = await bench.prompts.choose({
      title,
      prompt: note.fields.title.value,
      choices: [
        { label: translate("Mark as done"), value: "close" },
        {
          label: translate("Say how it went first…"),
          description: translate("How long it took, and whether it was on record before it hurt"),
          value: "tell",
        },
      ] as const,
    });
    if (way === undefined) return left;
    if (way === "tell") went = await askHowItWent(bench, note, session.today());
    if (went === undefined) return left;
  }
  if (!(await askName(session, bench.prompts, translate))) return left;
  const outcome = await session.perform({ type: "close", note: note.id, as: "done", because, ...went });
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  bench.statusBar.remark(translate("Marked as done"));
  await afterSaying(bench, session);
  return done;
};

interface HowItWent {
  readonly took?: Effort;
  readonly beforeItHurt?: BeforeItHurt;
}

/** Undefined where the person left with Esc: then nothing is closed. */
async function askHowItWent(
  { prompts, wording }: Workbench,
  note: Note,
  today: Day,
): Promise<HowItWent | undefined> {
  const { translate } = wording;
  const title = translate("Mark as Done");
  const time = await prompts.askText({
    title,
    step: { at: 1, of: 2 },
    prompt: translate("How long did it take? (2w, 2-3 weeks, 2 months; empty is fine)"),
    refuse: refuseTime(translate),
  });
  if (!time.accepted) return undefined;
  const answer = await prompts.choose<BeforeItHurt | "skip">({
    title,
    step: { at: 2, of: 2 },
    prompt: translate("Was it on record before it hurt? On record since {day}.", {
      day: dayWords(dayOf(note.opened.at), today, wording),
    }),
    choices: [
      { label: translate("Skip"), value: "skip" },
      ...BeforeItHurt.options.map((value) => ({ label: beforeItHurtLabel(value, translate), value })),
    ],
  });
  if (answer === undefined) return undefined;
  const took = parseEffort(time.text);
  return {
    ...(took === undefined ? {} : { took }),
    ...(answer === "skip" ? {} : { beforeItHurt: answer }),
  };
}

/** Whether a note had code and none of it is anywhere. */
async function isGone(session: Session, note: Note): Promise<boolean> {
  const places = await session.places(note);
  return (
    places.length > 0 && places.every(({ status, elsewhere }) => status === "orphaned" && elsewhere !== true)
  );
}
