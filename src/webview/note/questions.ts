import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { NotePage, QuestionState } from "../../protocol/panel-state.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { personClaim, personName, saidLine } from "../parts/said.ts";
import { explainedBlock } from "../parts/explained.ts";
import type { NoteView } from "../view.ts";

type Reply = QuestionState["replies"][number];

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
  const { translate, act } = view;
  const further = { kind: "further", question: question.id } as const;
  return html`<div class="question">
    ${fold(view, {
      key: `question.${question.id}`,
      label: html`${saidLine(question.text)} <span class="badge">${translate("Answered")}</span>`,
      body: () =>
        html`${signature(view, question)} ${question.replies.map((reply) => replyBlock(view, reply))}
        ${
          question.mine && !isOpen(view, further)
            ? linkButton({
                label: translate("Ask further"),
                press: () => act({ type: "openForm", form: further }),
                focus: `further.${question.id}.open`,
              })
            : nothing
        }
        ${replyForm(view, question)}`,
    })}
  </div>`;
}

function open(view: NoteView, question: QuestionState): TemplateResult {
  const { translate, state } = view;
  const place = `question.${question.id}`;
  return html`<div class="question">
    ${explainedBlock(view, question.text)} ${signature(view, question)}
    ${question.replies.map((reply) => replyBlock(view, reply))}
    <p class="meta">
      ${
        question.waitsFor === "answer"
          ? translate("Waits for an answer.")
          : question.mine
            ? translate("Does that answer it?")
            : translate("Answered. {name} closes it.", { name: personName(question.by) })
      }
    </p>
    ${turns(view, question, place)} ${problem(state.problems.get(place))} ${replyForm(view, question)}
  </div>`;
}

/** What can be said now, by whoever is here. */
function turns(view: NoteView, question: QuestionState, place: string): TemplateResult | typeof nothing {
  const { note, translate, act, state } = view;
  const answer = { kind: "answer", question: question.id } as const;
  const further = { kind: "further", question: question.id } as const;
  if (isOpen(view, answer) || isOpen(view, further)) return nothing;
  if (question.waitsFor === "asker" && question.mine) {
    return html`<div class="buttons">
        ${button({
          label: translate("That answers it"),
          press: () =>
            act({
              type: "perform",
              place,
              action: { type: "acceptAnswer", note: note.id, question: question.id },
              forget: [],
            }),
          focus: `accept.${question.id}`,
          busy: state.busy.has(place),
        })}
        ${button({
          label: translate("Ask further"),
          press: () => act({ type: "openForm", form: further }),
          focus: `further.${question.id}.open`,
        })}
      </div>
      ${started(view, note.id, further)}`;
  }
  const press = {
    label: question.waitsFor === "asker" ? translate("Add to the answer") : translate("Answer"),
    press: () => act({ type: "openForm", form: answer }),
    focus: `answer.${question.id}.open`,
  };
  // Whoever asked rarely answers; whoever answered already may have more to say.
  const quiet = question.mine || question.waitsFor === "asker";
  return html`<div class="buttons">${quiet ? linkButton({ ...press, quiet }) : button(press)}</div>
    ${started(view, note.id, answer)}`;
}

function replyForm(view: NoteView, question: QuestionState): TemplateResult | typeof nothing {
  const { note, translate } = view;
  const kind = isOpen(view, { kind: "answer", question: question.id })
    ? "answer"
    : isOpen(view, { kind: "further", question: question.id })
      ? "further"
      : undefined;
  if (kind === undefined) return nothing;
  const key = `${kind}.${question.id}`;
  const text = () => boxText(view, note.id, key).trim();
  const isAnswer = kind === "answer";
  return form(view, {
    form: { kind, question: question.id },
    note: note.id,
    name: isAnswer ? translate("Answer") : translate("Ask further"),
    body: textArea(view, {
      note: note.id,
      key,
      label: isAnswer ? translate("Your answer") : translate("What is still open for you?"),
    }),
    submit: {
      label: isAnswer ? translate("Answer") : translate("Ask further"),
      action: () =>
        text() === ""
          ? { type: "problem", place: key, text: translate("There is nothing in the box yet."), focus: key }
          : {
              type: "perform",
              place: key,
              action: {
                type: isAnswer ? "answer" : "askFurther",
                note: note.id,
                question: question.id,
                text: text(),
              },
              forget: [key],
            },
    },
  });
}

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

function replyBlock(view: NoteView, reply: Reply): TemplateResult {
  const { translate, values } = view;
  const who = { name: personName(reply.by), day: values.day(reply.at.slice(0, 10)) };
  return html`<blockquote>
    ${explainedBlock(view, reply.text)}
    <p class="meta" title=${personClaim(reply.by)}>
      ${
        reply.kind === "answer"
          ? translate("{name} answered, {day}", who)
          : translate("{name} asked further, {day}", who)
      }
    </p>
  </blockquote>`;
}

/** The first question that somebody here can answer. */
export const questionToAnswer = (note: NotePage): QuestionState | undefined =>
  note.questions.find(({ waitsFor, mine }) => waitsFor === "answer" && !mine) ??
  note.questions.find(({ waitsFor }) => waitsFor === "answer");
