import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { EventId, RecordId } from "../../domain/ids.ts";
import type { ActionInput } from "../../protocol/action.ts";
import type { QuestionState } from "../../protocol/panel-state.ts";
import type { View } from "../view.ts";
import { boxText, textArea } from "./boxes.ts";
import { button, linkButton } from "./controls.ts";
import { form, isOpen, started } from "./form.ts";
import { personClaim, personName } from "./said.ts";

/** Something that was asked, and answered, until its asker is content: a question on a note, a challenge of a why. */
export interface Exchange {
  /** Under which what is typed is kept. */
  readonly record: RecordId;
  readonly asked: Pick<QuestionState, "id" | "by" | "mine" | "waitsFor">;
  /** Where a refusal is said. */
  readonly place: string;
  readonly accept: ActionInput;
  readonly answer: (text: string) => ActionInput;
  readonly further: (text: string) => ActionInput;
  /** Asking further once the asker is content stands back. */
  readonly quietAfterwards?: boolean;
}

const formsOf = (id: EventId) =>
  ({ answer: { kind: "answer", question: id }, further: { kind: "further", question: id } }) as const;

/** What was replied, by whom and when; `text` says it. */
export function replyBlock(
  { translate, values }: View,
  { kind, by, at }: QuestionState["replies"][number],
  text: TemplateResult,
): TemplateResult {
  const who = { name: personName(by), day: values.day(at.slice(0, 10)) };
  return html`<blockquote>
    ${text}
    <p class="meta" title=${personClaim(by)}>
      ${
        kind === "answer"
          ? translate("{name} answered, {day}", who)
          : translate("{name} asked further, {day}", who)
      }
    </p>
  </blockquote>`;
}

/** Whose turn it is, in words; nothing where the asker is content. */
export function turnWords(
  { translate }: View,
  { waitsFor, mine, by }: Exchange["asked"],
): TemplateResult | typeof nothing {
  if (waitsFor === "nobody") return nothing;
  return html`<p class="meta">
    ${
      waitsFor === "answer"
        ? translate("Waits for an answer.")
        : mine
          ? translate("Does that answer it?")
          : translate("Answered. {name} closes it.", { name: personName(by) })
    }
  </p>`;
}

/** What can be said now, by whoever is here. */
export function turns(
  view: View,
  { record, asked, place, accept, quietAfterwards = false }: Exchange,
): TemplateResult | typeof nothing {
  const { translate, act, state } = view;
  const { answer, further } = formsOf(asked.id);
  if (isOpen(view, answer) || isOpen(view, further)) return nothing;
  const askFurther = {
    label: translate("Ask further"),
    press: () => act({ type: "openForm", form: further }),
    focus: `further.${asked.id}.open`,
  };
  if (asked.waitsFor === "nobody")
    return asked.mine ? linkButton({ ...askFurther, quiet: quietAfterwards }) : nothing;
  if (asked.waitsFor === "asker" && asked.mine) {
    return html`<div class="buttons">
        ${button({
          label: translate("That answers it"),
          press: () => act({ type: "perform", place, action: accept, forget: [] }),
          focus: `accept.${asked.id}`,
          busy: state.busy.has(place),
        })}
        ${button(askFurther)}
      </div>
      ${started(view, record, further)}`;
  }
  const press = {
    label: asked.waitsFor === "asker" ? translate("Add to the answer") : translate("Answer"),
    press: () => act({ type: "openForm", form: answer }),
    focus: `answer.${asked.id}.open`,
  };
  // Whoever asked rarely answers; whoever answered already may have more to say.
  const quiet = asked.mine || asked.waitsFor === "asker";
  return html`<div class="buttons">${quiet ? linkButton({ ...press, quiet }) : button(press)}</div>
    ${started(view, record, answer)}`;
}

/** The box for an answer, or for asking further, where one of them is open. */
export function replyForm(view: View, exchange: Exchange): TemplateResult | typeof nothing {
  const { translate } = view;
  const { record, asked } = exchange;
  const forms = formsOf(asked.id);
  const kind = isOpen(view, forms.answer) ? "answer" : isOpen(view, forms.further) ? "further" : undefined;
  if (kind === undefined) return nothing;
  const key = `${kind}.${asked.id}`;
  const text = () => boxText(view, record, key).trim();
  const isAnswer = kind === "answer";
  return form(view, {
    form: forms[kind],
    note: record,
    name: isAnswer ? translate("Answer") : translate("Ask further"),
    body: textArea(view, {
      note: record,
      key,
      label: isAnswer ? translate("Your answer") : translate("What is still open for you?"),
    }),
    submit: {
      label: isAnswer ? translate("Answer") : translate("Ask further"),
      action: () =>
        text() === ""
          ? { type: "problem", place: key, text: translate("There is nothing in the box yet."), focus: key }
          : { type: "perform", place: key, action: exchange[kind](text()), forget: [key] },
    },
  });
}
