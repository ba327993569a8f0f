import { onDay } from "../date-words.ts";
import { isSame, ownerOf } from "../people.ts";
import type { NowEntry, NowRule } from "./entry.ts";
import type { Facts } from "./facts.ts";
import { costSentences, dueSentences, quoted } from "./reasons.ts";
import type { Question } from "../../domain/note.ts";

/** Open questions: to answer, for whom they are for and for the lead; answers, for who asked. */
export const questions: NowRule = (facts) =>
  facts.isOpen ? facts.note.questions.flatMap((question) => entryFor(question, facts) ?? []) : [];

function entryFor(question: Question, facts: Facts): NowEntry | undefined {
  const { note, viewer } = facts;
  if (question.waitsFor === "nobody") return undefined;
  const isMine = isSame(question.by, viewer.me);
  if (question.waitsFor === "asker") return isMine ? answered(question, facts) : undefined;
  if (isMine) return waits(question, facts);
  const isForMe = isSame(question.to ?? ownerOf(note), viewer.me);
  return isForMe || viewer.role === "lead" ? toAnswer(question, facts, isForMe) : undefined;
}

function toAnswer(question: Question, facts: Facts, isForMe: boolean): NowEntry {
  const { note, viewer } = facts;
  const { translate } = viewer.wording;
  const last = question.replies.findLast(({ kind }) => kind === "further") ?? question;
  const name = question.by.name;
  const day = onDay(last.at, viewer.today, viewer.wording);
  const text = quoted(last.text, note);
  const blocks = facts.optionsSince !== undefined && facts.isUndecided;
  return {
    rule: isForMe ? "answer" : "answerAsLead",
    about: question.id,
    group: "needsYou",
    reason: [
      text === undefined
        ? translate("{name} asked {day}.", { name, day })
        : translate("{name} asked {day}: “{text}”", { name, day, text }),
      ...(blocks ? [translate("The decision waits for the answer.")] : []),
      ...dueSentences(facts),
      ...costSentences(facts),
    ],
    action: "answer",
    glyph: "question",
    since: last.at,
  };
}

function answered(question: Question, { note, viewer }: Facts): NowEntry {
  const { translate } = viewer.wording;
  const reply = question.replies.at(-1) ?? question;
  const day = onDay(reply.at, viewer.today, viewer.wording);
  const text = quoted(reply.text, note);
  return {
    rule: "readAnswer",
    about: question.id,
    group: "needsYou",
    reason: [
      text === undefined
        ? translate("Your question was answered {day}.", { day })
        : translate("Your question was answered {day}: “{text}”", { day, text }),
      translate("It stays open until you say that this answers it."),
    ],
    action: "readAnswer",
    glyph: "answer",
    since: reply.at,
  };
}

function waits(question: Question, facts: Facts): NowEntry {
  const { note, viewer } = facts;
  const { translate } = viewer.wording;
  const last = question.replies.findLast(({ kind }) => kind === "further") ?? question;
  const day = onDay(last.at, viewer.today, viewer.wording);
  const text = quoted(last.text, note);
  return {
    rule: "asked",
    about: question.id,
    group: "waitsForOthers",
    reason: [
      text === undefined
        ? translate("You asked {day}; there is no answer yet.", { day })
        : translate("You asked {day}: “{text}” There is no answer yet.", { day, text }),
      ...dueSentences(facts),
    ],
    action: "open",
    glyph: "question",
    since: last.at,
  };
}
