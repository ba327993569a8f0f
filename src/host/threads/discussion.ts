import type { Wording } from "../../app/wording.ts";
import { plainLine, plainText } from "../../base/plain-text.ts";
import type { Day } from "../../domain/dates.ts";
import type { EventId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import type { Said } from "../../domain/record.ts";
import { dayWords } from "../../app/date-words.ts";
import { summarize } from "../note-summary.ts";

/** One entry of the thread at the line, as plain text. */
export interface Entry {
  readonly author: string;
  readonly at: string;
  /** What kind of saying it is, beside the name: "asks", "answers", "decided". */
  readonly label: string;
  readonly text: string;
}

/** Everything said about a note, in the order it was said, after what the note is. */
export function discussion(note: Note, today: Day, wording: Wording): readonly Entry[] {
  const { translate } = wording;
  const place = new Map<EventId, number>(note.history.map(({ id }, at) => [id, at]));
  const later: { readonly said: Said; readonly label: string; readonly text: string }[] = [
    ...note.questions.flatMap((question) => [
      { said: question, label: translate("asks"), text: question.text },
      ...question.replies.map((reply) => ({
        said: reply,
        label: reply.kind === "answer" ? translate("answers") : translate("asks further"),
        text: reply.text,
      })),
      ...(question.accepted === undefined
        ? []
        : [
            {
              said: question.accepted,
              label: translate("has an answer"),
              text: translate("That answers it."),
            },
          ]),
    ]),
    ...note.decisions.flatMap((decision) => [
      { said: decision, label: translate("decides"), text: decided(note, decision, wording) },
      ...decision.dissent.map((dissent) => ({
        said: dissent,
        label: translate("sees it differently, and supports the decision"),
        text: dissent.because,
      })),
    ]),
    ...note.heard.map((heard) => ({
      said: heard,
      label: translate("has heard it"),
      text: heardText(heard, today, wording),
    })),
    ...note.comments.map((comment) => ({ said: comment, label: "", text: comment.text })),
  ];
  const inOrder = later.sort((one, other) => (place.get(one.said.id) ?? 0) - (place.get(other.said.id) ?? 0));
  const entry = (said: Said, label: string, text: string): Entry => ({
    author: plainLine(said.by.name) || plainLine(said.by.email) || translate("Somebody"),
    at: said.at,
    label,
    text: plainText(text).trim(),
  });
  return [
    entry(note.opened, translate("flagged it"), opening(note, today, wording)),
    ...inOrder.map(({ said, label, text }) => entry(said, label, text)),
  ];
}

function opening(note: Note, today: Day, wording: Wording): string {
  const { impact, standing, neededBy } = summarize(note, today, wording);
  return [impact, standing, neededBy].filter((line) => line !== undefined).join("\n\n");
}

function decided(note: Note, decision: Note["decisions"][number], { translate }: Wording): string {
  const letter = note.options.find(({ id }) => id === decision.option)?.letter ?? "?";
  const sentence = translate("Decided: {letter}, because {because}", { letter, because: decision.because });
  return decision.stands
    ? sentence
    : `${sentence}\n\n${translate("A later decision has replaced this one.")}`;
}

function heardText(heard: Note["heard"][number], today: Day, wording: Wording): string {
  const back =
    heard.backBy === undefined
      ? ""
      : wording.translate("I'll come back by {day}.", { day: dayWords(heard.backBy, today, wording) });
  return (
    [heard.text ?? "", back].filter((line) => line.trim() !== "").join("\n\n") || wording.translate("Heard.")
  );
}
