import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { plainLine } from "../../base/plain-text.ts";
import { boxText, dayBox, textArea, textLine } from "../parts/boxes.ts";
import { confirm } from "../parts/confirm.ts";
import { linkButton, problem } from "../parts/controls.ts";
import { form, isOpen, started } from "../parts/form.ts";
import { outside } from "../parts/outside.ts";
import { isolated } from "../parts/said.ts";
import type { PageAction } from "../page-action.ts";
import type { NoteView } from "../view.ts";
import { evidenceWords, webLink } from "./evidence-words.ts";
import { fromHistory } from "./from-history.ts";
import type { EvidenceState } from "./evidence-words.ts";

const ADD = { kind: "evidence" } as const;

/** What was measured or can be looked up, as sentences, each with its source and date. */
export function evidence(view: NoteView): TemplateResult {
  const { note, translate, act } = view;
  return html`<section aria-labelledby="evidence-title" class="evidence">
    <h2 id="evidence-title">${translate("Evidence")}</h2>
    ${
      note.evidence.length === 0
        ? html`<p class="meta">${translate("Nothing measured is attached yet.")}</p>`
        : html`<ul class="plain">
            ${repeat(
              note.evidence,
              ({ id }) => id,
              (one) => fact(view, one),
            )}
          </ul>`
    }
    ${
      isOpen(view, ADD)
        ? addForm(view)
        : html`${linkButton({
            label: translate("Add evidence"),
            press: () => act({ type: "openForm", form: ADD }),
            focus: "evidence.open",
          })}
          ${started(view, note.id, ADD)}`
    }
    ${note.places.every(({ status }) => status === "quoted") ? nothing : fromHistory(view)}
    ${problem(view.state.problems.get("historyEvidence.add"))}
  </section>`;
}

function fact(view: NoteView, one: EvidenceState): TemplateResult {
  const { translate, values } = view;
  const link = webLink(one.link);
  const notALink = link === undefined && one.link !== undefined && plainLine(one.link) !== "";
  const source = one.source === undefined || plainLine(one.source) === "" ? undefined : isolated(one.source);
  const day = one.date === undefined ? undefined : values.day(one.date);
  return html`<li class="fact">
    <span class="said-line" dir="auto">${evidenceWords(one)}</span>
    ${
      source === undefined && day === undefined
        ? nothing
        : html`<span class="meta"
            >${
              source !== undefined && day !== undefined
                ? translate("{source}, {day}", { source, day })
                : (source ?? html`<time datetime=${one.date ?? ""}>${day}</time>`)
            }</span
          >`
    }
    ${link === undefined ? nothing : outside(view, link)}
    ${notALink ? html`<span class="meta said-line" dir="auto">${plainLine(one.link ?? "")}</span>` : nothing}
    ${takeOff(view, one)}
  </li>`;
}

/** Takes a fact off the note, after asking: the history keeps it, the page does not. */
function takeOff(view: NoteView, one: EvidenceState): TemplateResult {
  const { note, translate, act } = view;
  const asked = { kind: "takeOff", item: one.id } as const;
  if (!isOpen(view, asked)) {
    return linkButton({
      label: translate("Take off"),
      press: () => act({ type: "openForm", form: asked }),
      focus: `takeOff.${one.id}.open`,
      spoken: translate("Take off: {text}", { text: evidenceWords(one) }),
      quiet: true,
    });
  }
  return confirm(view, {
    form: asked,
    question: translate("Take this off the note? The history keeps it."),
    yes: translate("Take it off"),
    action: { type: "removeItems", note: note.id, items: [one.id] },
  });
}

function addForm(view: NoteView): TemplateResult {
  const { note, translate } = view;
  const box = (key: string, label: string) => ({ note: note.id, key: `evidence.${key}`, label });
  return form(view, {
    form: ADD,
    note: note.id,
    name: translate("Add evidence"),
    body: html`${textArea(view, box("text", translate("What was seen or measured?")))}
      <div class="beside">
        ${textLine(view, box("figure", translate("Figure")))}
        ${textLine(view, box("source", translate("Source")))}
      </div>
      <div class="beside">
        ${textLine(view, box("link", translate("Link")))} ${dayBox(view, box("date", translate("Date")))}
      </div>`,
    submit: { label: translate("Add it"), action: () => added(view) },
  });
}

function added(view: NoteView): PageAction {
  const { note, translate } = view;
  const text = (key: string) => boxText(view, note.id, `evidence.${key}`).trim();
  const given = (key: "link" | "figure" | "source" | "date") =>
    text(key) === "" ? {} : { [key]: text(key) };
  if (text("text") === "")
    return {
      type: "problem",
      place: "evidence",
      text: translate("Say what was seen or measured."),
      focus: "evidence.text",
    };
  if (text("link") !== "" && webLink(text("link")) === undefined)
    return {
      type: "problem",
      place: "evidence",
      text: translate("A link starts with https:// or http://."),
      focus: "evidence.link",
    };
  return {
    type: "perform",
    place: "evidence",
    action: {
      type: "addEvidence",
      note: note.id,
      text: text("text"),
      ...given("link"),
      ...given("figure"),
      ...given("source"),
      ...given("date"),
    },
    forget: ["text", "figure", "source", "link", "date"].map((key) => `evidence.${key}`),
  };
}
