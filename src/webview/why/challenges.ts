import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { BriefState, ChallengeState } from "../../protocol/brief-state.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { problem } from "../parts/controls.ts";
import { replyBlock, replyForm, turns, turnWords } from "../parts/exchange.ts";
import type { Exchange } from "../parts/exchange.ts";
import { form } from "../parts/form.ts";
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
  const exchange = exchangeOf(why, challenge);
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
    ${challenge.replies.map((reply) => replyBlock(view, reply, saidBlock(reply.text)))}
    ${turnWords(view, challenge)} ${turns(view, exchange)} ${problem(state.problems.get(exchange.place))}
    ${replyForm(view, exchange)}
  </div>`;
}

function exchangeOf(why: BriefState, challenge: ChallengeState): Exchange {
  const of = { brief: why.id, challenge: challenge.id };
  return {
    record: why.id,
    asked: challenge,
    place: `challenged.${challenge.id}`,
    accept: { type: "acceptChallenge", ...of },
    answer: (text) => ({ type: "answerChallenge", ...of, text }),
    further: (text) => ({ type: "furtherChallenge", ...of, text }),
    quietAfterwards: true,
  };
}
