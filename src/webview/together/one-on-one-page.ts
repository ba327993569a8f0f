import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { OneOnOneBox } from "../../domain/one-on-one.ts";
import { oneOnOneQuestion } from "../../protocol/together-labels.ts";
import type { OneOnOneState } from "../../protocol/together-state.ts";
import { boxText, textArea } from "../parts/boxes.ts";
import { button, linkButton, problem } from "../parts/controls.ts";
import { fold } from "../parts/fold.ts";
import { isOpen } from "../parts/form.ts";
import { recordLine } from "../parts/record-line.ts";
import { saidBlock } from "../parts/said.ts";
import type { View } from "../view.ts";
import { deleteOneOnOne } from "./delete-one-on-one.ts";
import { fromLine, linesOf } from "./from-line.ts";
import { togetherNav } from "./together-nav.ts";

const PLACE = "oneOnOne";

/** Three questions over empty boxes, and nothing else; below, folded, what changed and what was written before. */
export function oneOnOnePage(view: View, one: OneOnOneState): TemplateResult {
  const { translate } = view;
  return html`<div class="page one-on-one">
    ${togetherNav(view, "oneOnOne")}
    <h1 class="unseen" tabindex="-1" data-focus="title">${translate("1:1")}</h1>
    <p class="private">${translate("Private. Only on this machine, never shared.")}</p>
    ${repeat(
      OneOnOneBox.options,
      (box) => box,
      (box) => question(view, one, box),
    )}
    ${doing(view, one)} ${since(view, one)} ${earlier(view, one)}
  </div>`;
}

function question(view: View, one: OneOnOneState, box: OneOnOneBox): TemplateResult {
  const { translate, act } = view;
  const words = oneOnOneQuestion(box, translate);
  const base = one.typed[box] ?? "";
  const hasLines = linesOf(boxText(view, one.id, box, base)).length > 0;
  const open = (["note", "question"] as const).find((to) =>
    isOpen(view, { kind: "fromLine", to, box, line: 0 }),
  );
  const make = (to: "note" | "question", label: string) =>
    linkButton({
      label,
      press: () => act({ type: "openForm", form: { kind: "fromLine", to, box, line: 0 } }),
      focus: `line.${to}.${box}.open`,
      spoken: translate("{label} From: {question}", { label, question: words }),
      quiet: true,
    });
  return html`<section aria-label=${words}>
    <h2>${words}</h2>
    ${textArea(view, { note: one.id, key: box, label: words, base, hideLabel: true }, 3)}
    ${
      !hasLines
        ? nothing
        : open === undefined
          ? html`<p class="line-actions">
              ${make("note", translate("Make it a note…"))}
              ${make("question", translate("Make it a question…"))}
            </p>`
          : fromLine(view, one, box, open)
    }
  </section>`;
}

function doing(view: View, one: OneOnOneState): TemplateResult | typeof nothing {
  const { translate, act, state } = view;
  const isEmpty = OneOnOneBox.options.every(
    (box) => boxText(view, one.id, box, one.typed[box] ?? "").trim() === "",
  );
  if (isEmpty) return nothing;
  const deleting = { kind: "deleteOneOnOne", id: one.id } as const;
  return html`<div class="buttons">
      ${button({
        label: translate("Finish this one"),
        press: () => act({ type: "oneOnOne", place: PLACE, do: { type: "finish", id: one.id } }),
        focus: "oneOnOne.finish",
        busy: state.busy.has(PLACE),
      })}
      ${linkButton({
        label: translate("Copy as Markdown"),
        press: () => act({ type: "oneOnOne", place: PLACE, do: { type: "copy", id: one.id } }),
        focus: "oneOnOne.copy",
      })}
      ${linkButton({
        label: translate("Delete"),
        press: () => act({ type: "openForm", form: deleting }),
        focus: "oneOnOne.delete",
        expanded: isOpen(view, deleting),
      })}
    </div>
    ${problem(state.problems.get(PLACE))} ${isOpen(view, deleting) ? deleteOneOnOne(view, one.id) : nothing}`;
}

function since(view: View, { since: lines }: OneOnOneState): TemplateResult | typeof nothing {
  const { translate, values } = view;
  if (lines === undefined) return nothing;
  return fold(view, {
    key: "oneOnOne.since",
    label: translate("Since last time ({count})", { count: values.number(lines.length) }),
    body: () =>
      lines.length === 0
        ? html`<p class="meta">${translate("Nothing was decided, answered, closed or moved.")}</p>`
        : html`<ul class="plain">
            ${lines.map((line, at) => recordLine(view, line, `since.${at}`))}
          </ul>`,
  });
}

function earlier(view: View, { earlier: ones }: OneOnOneState): TemplateResult | typeof nothing {
  const { translate, values } = view;
  if (ones.length === 0) return nothing;
  return fold(view, {
    key: "oneOnOne.earlier",
    label: translate("Earlier ones ({count})", { count: values.number(ones.length) }),
    body: () => ones.map((one) => earlierOne(view, one)),
  });
}

function earlierOne(view: View, one: OneOnOneState["earlier"][number]): TemplateResult {
  const { translate, values, act, state } = view;
  const deleting = { kind: "deleteOneOnOne", id: one.id } as const;
  const place = `oneOnOne.${one.id}`;
  const day = values.day(one.finished.slice(0, 10));
  return fold(view, {
    key: place,
    label: day,
    body: () =>
      html`${OneOnOneBox.options.map((box) => {
          const text = one.texts[box] ?? "";
          return text.trim() === ""
            ? nothing
            : html`<h3>${oneOnOneQuestion(box, translate)}</h3>
                ${saidBlock(text)}`;
        })}
        <div class="buttons">
          ${linkButton({
            label: translate("Copy as Markdown"),
            press: () => act({ type: "oneOnOne", place, do: { type: "copy", id: one.id } }),
            focus: `${place}.copy`,
            spoken: translate("Copy as Markdown: {day}", { day }),
          })}
          ${linkButton({
            label: translate("Delete"),
            press: () => act({ type: "openForm", form: deleting }),
            focus: `${place}.delete`,
            spoken: translate("Delete: {day}", { day }),
            expanded: isOpen(view, deleting),
          })}
        </div>
        ${problem(state.problems.get(place))}
        ${isOpen(view, deleting) ? deleteOneOnOne(view, one.id) : nothing}`,
  });
}
