import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { NotePage, QuestionState } from "../../protocol/panel-state.ts";
import { problem } from "../parts/controls.ts";
import { replyBlock, replyForm, turns, turnWords } from "../parts/exchange.ts";
import type { Exchange } from "../parts/exchange.ts";
import { fold } from "../parts/fold.ts";
import { personClaim, personName, saidLine } from "../parts/said.ts";
import { explainedBlock } from "../parts/explained.ts";
import type { NoteView } from "../view.ts";

/** What was asked, what was answered, and whose turn it is. */
export function questions(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate } = view;
  if (note.questions.length === 0) return nothing;
  return html`<section aria-labelledby="questions-title" class="questions">
    <h2 id="questions-title" tabindex="-1" data-focus="questions">${translate("Questions")}</h2>
    ${repeat(
      note.questions,
      ({ id }) => id,
      (question) => (question.waitsFor === "nobody" ? answered(view, question) : open(view, question)),
    )}
  </section>`;
}

function about({ note, translate }: NoteView, question: QuestionState): string | undefined {
  const letters = note.options.filter(({ id }) => question.options.includes(id)).map(({ letter }) => letter);
  return letters.length === 0
    ? undefined
    : letters.length === 1
      ? translate("About option {letters}.", { letters: letters.join("") })
      : translate("About the options {letters}.", { letters: letters.join(", ") });
}

function answered(view: NoteView, question: QuestionState): TemplateResult {
  const { translate } = view;
  const exchange = exchangeOf(view, question);
  return html`<div class="question">
    ${fold(view, {
      key: `question.${question.id}`,
      label: html`${saidLine(question.text)} <span class="badge">${translate("Answered")}</span>`,
      body: () =>
        html`${signature(view, question)} ${replies(view, question)} ${turns(view, exchange)}
        ${replyForm(view, exchange)}`,
    })}
  </div>`;
}

function open(view: NoteView, question: QuestionState): TemplateResult {
  const exchange = exchangeOf(view, question);
  return html`<div class="question">
    ${explainedBlock(view, question.text)} ${signature(view, question)} ${replies(view, question)}
    ${turnWords(view, question)} ${turns(view, exchange)} ${problem(view.state.problems.get(exchange.place))}
    ${replyForm(view, exchange)}
  </div>`;
}

const exchangeOf = ({ note }: NoteView, question: QuestionState): Exchange => {
  const of = { note: note.id, question: question.id };
  return {
    record: note.id,
    asked: question,
    place: `question.${question.id}`,
    accept: { type: "acceptAnswer", ...of },
    answer: (text) => ({ type: "answer", ...of, text }),
    further: (text) => ({ type: "askFurther", ...of, text }),
  };
};

const replies = (view: NoteView, question: QuestionState): readonly TemplateResult[] =>
  question.replies.map((reply) => replyBlock(view, reply, explainedBlock(view, reply.text)));

function signature(view: NoteView, question: QuestionState): TemplateResult {
  const { translate, values } = view;
  return html`<p class="meta" title=${personClaim(question.by)}>
    ${translate("{name}, {day}", {
      name: personName(question.by),
      day: values.day(question.at.slice(0, 10)),
    })}
    ${about(view, question) ?? nothing}
  </p>`;
}

/** The first question that somebody here can answer. */
export const questionToAnswer = (note: NotePage): QuestionState | undefined =>
  note.questions.find(({ waitsFor, mine }) => waitsFor === "answer" && !mine) ??
  note.questions.find(({ waitsFor }) => waitsFor === "answer");
