import { historySentence } from "../../app/history-sentence.ts";
import { dayWords } from "../../app/date-words.ts";
import type { RedactResult, Session } from "../../app/session.ts";
import { plainLine } from "../../base/plain-text.ts";
import { dayOf } from "../../domain/dates.ts";
import type { EventId } from "../../domain/ids.ts";
import { LINE_REDACTED } from "../../domain/line-redacted.ts";
import type { Note } from "../../domain/note.ts";
import { chosenNote } from "../chosen-note.ts";
import { askName } from "../share/ask-name.ts";
import type { Workbench } from "../workbench.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

/** Takes one thing that was said in a note out of the record for good: a password, a key, a name. Says before what that can't do. */
export const redact: Command = async (bench, argument) => {
  const { prompts, wording } = bench;
  const { translate } = wording;
  const title = translate("Take Something Out for Good");
  const chosen = await chosenNote(bench, argument, title);
  if (chosen.kind !== "chosen") return chosen;
  if (!bench.isTrusted()) return { kind: "restricted" };
  const { session, note } = chosen;
  const line = await chooseLine(bench, session, note, title);
  if (line === undefined) return left;
  const why = await prompts.askText({
    title,
    prompt: translate("Why? This stays, with your name. Don't repeat what is taken out."),
    placeholder: translate("It held a password"),
    refuse: (text) =>
      plainLine(text) === "" ? translate("One sentence is needed: it is all that will be left.") : undefined,
  });
  if (!why.accepted) return left;
  if (!(await askName(session, prompts, translate))) return left;
  const button = translate("Take It Out");
  const pressed = await prompts.confirm(
    translate("Take this out of the record for good?"),
    await whatItDoes(session, note, line, translate),
    [button],
  );
  if (pressed !== button) return left;
  const result = await prompts.whileWaiting(translate("Taking it out of the record"), (signal) =>
    session.redact({ record: note.id, lines: [line], because: why.text.trim() }, signal),
  );
  await tell(bench, session, result);
  return done;
};

/** What was said in the note, the newest first. That something was taken out can't be taken out. */
async function chooseLine(
  { prompts, wording }: Workbench,
  session: Session,
  note: Note,
  title: string,
): Promise<EventId | undefined> {
  const today = session.today();
  return prompts.choose({
    title,
    prompt: wording.translate("What is to be taken out?"),
    choices: note.history
      .filter(({ type }) => type !== LINE_REDACTED)
      .map((entry) => ({
        label: historySentence(entry, note, wording),
        description: [plainLine(entry.by.name), dayWords(dayOf(entry.at), today, wording)].join(" · "),
        value: entry.id,
      }))
      .reverse(),
  });
}

async function whatItDoes(
  session: Session,
  note: Note,
  line: EventId,
  translate: Workbench["wording"]["translate"],
): Promise<string> {
  const { answer, remote, branch } = await session.consent();
  const first =
    line === note.id
      ? [translate("The note stays, without its title and first texts: you can give it others.")]
      : [];
  if (answer !== "agreed" || remote === undefined)
    return [
      translate("It is taken out of the record on this machine. That you did, and why, stays."),
      ...first,
      translate("It can't be taken back."),
    ].join(" ");
  return [
    translate(
      "It is taken out of the branch “{branch}” on {remote}, with the history that held it, and out of every clone at its next sync.",
      { branch, remote: plainLine(remote.name) },
    ),
    translate(
      "It can't reach those who have fetched it and never sync again, forks, backups, or what the host keeps. If it is a password or a key, change it first.",
    ),
    ...first,
    translate("That you took something out, and why, stays. It can't be taken back."),
  ].join(" ");
}

async function tell(
  { log, prompts, statusBar, wording }: Workbench,
  session: Session,
  result: RedactResult,
): Promise<void> {
  const { translate } = wording;
  if (result.kind === "redacted") {
    statusBar.remark(translate("Taken out of the record"));
    return;
  }
  if (result.kind === "failed") log.warn(`redact: ${result.failure.reason}`, result.failure.detail);
  const nothing = translate("Nothing was taken out.");
  if (result.kind === "notWritable") {
    await prompts.say(
      "warning",
      `${translate("This machine could not write: its disk is full, or the folder can't be written.")} ${nothing}`,
      [],
    );
    return;
  }
  const { explanation = "" } = session.syncState();
  await prompts.say("warning", `${nothing} ${explanation}`.trim(), []);
}
