import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { BriefState, ChallengeState } from "../../protocol/brief-state.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { personClaim, personName, saidBlock } from "../parts/said.ts";
import type { View } from "../view.ts";

/** "Challenge it" or "I have a better idea": it goes to who wrote the why and to the product manager, who answer it. */
export function challengeForm(view: View, why: BriefState): TemplateResult {
  const { translate, state } = view;
  const as = state.form?.kind === "challenge" ? state.form.as : "challenge";
  const key = `challenge.${as}`;
  const text = () => boxText(view, why.id, key).trim();
  const label =
    as === "challenge"
      ? translate("What speaks against it?")
      : translate("What would you do instead, and what would users get?");
  return form(view, {
    form: { kind: "challenge", as },
    note: why.id,
    name: label,
    body: textArea(view, { note: why.id, key, label }),
    submit: {
      label: as === "challenge" ? translate("Challenge it") : translate("Offer it"),
      action: () =>
        text() === ""
          ? { type: "problem", place: key, text: translate("There is nothing in the box yet."), focus: key }
          : {
              type: "perform",
              place: key,
              action: { type: "challengeBrief", brief: why.id, kind: as, text: text() },
              forget: [key],
            },
    },
    after: translate("It becomes a question to the PM, who answers it. It stays with the why."),
  });
}

/** What was said against it or instead of it, the newest first, and whose turn it is. */
export function challenges(view: View, why: BriefState): TemplateResult | typeof nothing {
  if (why.challenges.length === 0) return nothing;
  return html`<section aria-labelledby="challenges-title" class="questions">
    <h2 id="challenges-title" tabindex="-1" data-focus="challenges">
      ${view.translate("Challenges and better ideas")}
    </h2>
    ${repeat(
      why.challenges,
      ({ id }) => id,
      (challenge) => oneChallenge(view, why, challenge),
    )}
  </section>`;
}

function oneChallenge(view: View, why: BriefState, challenge: ChallengeState): TemplateResult {
  const { translate, state, values } = view;
  const place = `challenged.${challenge.id}`;
  return html`<div class="question">
    <p>
      <span class="badge"
        >${challenge.kind === "challenge" ? translate("Challenged") : translate("Better idea")}</span
      >
      ${challenge.waitsFor === "nobody" ? html`<span class="badge">${translate("Answered")}</span>` : nothing}
    </p>
    ${saidBlock(challenge.text)}
    <p class="meta" title=${personClaim(challenge.by)}>
      ${translate("{name}, {day}", {
        name: personName(challenge.by),
        day: values.day(challenge.at.slice(0, 10)),
      })}
    </p>
    ${challenge.replies.map((reply) => {
      const who = { name: personName(reply.by), day: values.day(reply.at.slice(0, 10)) };
      return html`<blockquote class="reply">
        ${saidBlock(reply.text)}
        <p class="meta" title=${personClaim(reply.by)}>
          ${
            reply.kind === "answer"
              ? translate("{name} answered, {day}", who)
              : translate("{name} asked further, {day}", who)
          }
        </p>
      </blockquote>`;
    })}
    ${
      challenge.waitsFor === "nobody"
        ? nothing
        : html`<p class="meta">
            ${
              challenge.waitsFor === "answer"
                ? translate("Waits for an answer.")
                : challenge.mine
                  ? translate("Does that answer it?")
                  : translate("Answered. {name} closes it.", { name: personName(challenge.by) })
            }
          </p>`
    }
    ${turns(view, why, challenge, place)} ${problem(state.problems.get(place))}
    ${replyForm(view, why, challenge)}
  </div>`;
}

const formsOf = ({ id }: ChallengeState) =>
  ({ answer: { kind: "answer", question: id }, further: { kind: "further", question: id } }) as const;

function turns(
  view: View,
  why: BriefState,
  challenge: ChallengeState,
  place: string,
): TemplateResult | typeof nothing {
  const { translate, act, state } = view;
  const { answer, further } = formsOf(challenge);
  if (isOpen(view, answer) || isOpen(view, further)) return nothing;
  const askFurther = {
    label: translate("Ask further"),
    press: () => act({ type: "openForm", form: further }),
    focus: `further.${challenge.id}.open`,
  };
  if (challenge.waitsFor === "nobody")
    return challenge.mine ? linkButton({ ...askFurther, quiet: true }) : nothing;
  if (challenge.waitsFor === "asker" && challenge.mine)
    return html`<div class="buttons">
        ${button({
          label: translate("That answers it"),
          press: () =>
            act({
              type: "perform",
              place,
              action: { type: "acceptChallenge", brief: why.id, challenge: challenge.id },
              forget: [],
            }),
          focus: `accept.${challenge.id}`,
          busy: state.busy.has(place),
        })}
        ${button(askFurther)}
      </div>
      ${started(view, why.id, further)}`;
  const press = {
    label: challenge.waitsFor === "asker" ? translate("Add to the answer") : translate("Answer"),
    press: () => act({ type: "openForm", form: answer }),
    focus: `answer.${challenge.id}.open`,
  };
  const quiet = challenge.mine || challenge.waitsFor === "asker";
  return html`<div class="buttons">${quiet ? linkButton({ ...press, quiet }) : button(press)}</div>
    ${started(view, why.id, answer)}`;
}

function replyForm(view: View, why: BriefState, challenge: ChallengeState): TemplateResult | typeof nothing {
  const { translate } = view;
  const forms = formsOf(challenge);
  const kind = isOpen(view, forms.answer) ? "answer" : isOpen(view, forms.further) ? "further" : undefined;
  if (kind === undefined) return nothing;
  const key = `${kind}.${challenge.id}`;
  const text = () => boxText(view, why.id, key).trim();
  const isAnswer = kind === "answer";
  return form(view, {
    form: forms[kind],
    note: why.id,
    name: isAnswer ? translate("Answer") : translate("Ask further"),
    body: textArea(view, {
      note: why.id,
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
                type: isAnswer ? "answerChallenge" : "furtherChallenge",
                brief: why.id,
                challenge: challenge.id,
                text: text(),
              },
              forget: [key],
            },
    },
  });
}
