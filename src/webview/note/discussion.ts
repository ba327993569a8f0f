import { html } from "lit";
import type { nothing, TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { boxText, textArea } from "../parts/boxes.ts";
import { linkButton } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { personClaim, personName, saidBlock } from "../parts/said.ts";
import type { NoteView } from "../view.ts";

const COMMENT = { kind: "comment" } as const;

/** What was said at the line of code or here, beside the questions. */
export function discussion(view: NoteView): TemplateResult | typeof nothing {
  const { note, translate, values, act } = view;
  if (note.comments.length === 0 && !isOpen(view, COMMENT)) return started(view, note.id, COMMENT);
  return html`<section aria-labelledby="discussion-title">
    <h2 id="discussion-title">${translate("Discussion")}</h2>
    ${repeat(
      note.comments,
      ({ id }) => id,
      ({ by, at, text }) =>
        html`<div class="comment">
          ${saidBlock(text)}
          <p class="meta" title=${personClaim(by)}>
            ${translate("{name}, {day}", { name: personName(by), day: values.day(at.slice(0, 10)) })}
          </p>
        </div>`,
    )}
    ${
      isOpen(view, COMMENT)
        ? commentForm(view)
        : html`${linkButton({
            label: translate("Add a comment"),
            press: () => act({ type: "openForm", form: COMMENT }),
            focus: "comment.open",
          })}
          ${started(view, note.id, COMMENT)}`
    }
  </section>`;
}

function commentForm(view: NoteView): TemplateResult {
  const { note, translate } = view;
  const text = () => boxText(view, note.id, "comment").trim();
  return form(view, {
    form: COMMENT,
    note: note.id,
    name: translate("Add a comment"),
    body: textArea(view, { note: note.id, key: "comment", label: translate("Your comment") }),
    submit: {
      label: translate("Say it"),
      action: () =>
        text() === ""
          ? {
              type: "problem",
              place: "comment",
              text: translate("There is nothing in the box yet."),
              focus: "comment",
            }
          : {
              type: "perform",
              place: "comment",
              action: { type: "comment", note: note.id, text: text() },
              forget: ["comment"],
            },
    },
  });
}
