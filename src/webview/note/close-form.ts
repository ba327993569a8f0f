import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { dayOf } from "../../domain/dates.ts";
import { parseEffort } from "../../domain/effort.ts";
import { BeforeItHurt, Closing } from "../../domain/words.ts";
import { beforeItHurtLabel, closingLabel } from "../../protocol/labels.ts";
import type { OpenForm } from "../open-form.ts";
import { boxText, dayBox, textArea, textLine } from "../parts/boxes.ts";
import { chooser } from "../parts/controls.ts";
import { form } from "../parts/form.ts";
import { isolated } from "../parts/said.ts";
import type { PageAction } from "../page-action.ts";
import type { NoteView } from "../view.ts";
import type { TextWidget } from "../widgets.ts";

const KEYS = ["close.until", "close.because", "close.took", "close.hurtFrom"];
type CloseForm = Extract<OpenForm, { kind: "close" }>;

/** How a note ends, beside being decided. It can be opened again. */
export function closeForm(view: NoteView, open: CloseForm): TemplateResult {
  const { as } = open;
  const { note, translate, act, state } = view;
  return form(view, {
    form: open,
    note: note.id,
    name: translate("Close this note"),
    body: html`<p class="box-label" aria-hidden="true">${translate("How does it end?")}</p>
      <vscode-radio-group
        orientation="vertical"
        data-focus="close.as"
        aria-label=${translate("How does it end?")}
        @change=${(event: Event) => {
          const chosen = Closing.safeParse((event.target as TextWidget).value).data;
          if (chosen !== undefined && chosen !== as)
            act({ type: "changeForm", form: { ...open, as: chosen } });
        }}
        @keydown=${(event: KeyboardEvent) => {
          // Enter on another choice chooses that one; on the one that is chosen, it closes the note.
          const isChosen = (event.target as TextWidget).value === as;
          if (event.key === "Enter" && isChosen && !state.busy.has("close")) act(closed(view, open));
        }}
      >
        ${Closing.options.map((closing) => {
          const label =
            closing === "putOff" ? translate("Put off until …") : closingLabel(closing, translate);
          return html`<vscode-radio value=${closing} ?checked=${closing === as} aria-label=${label}
            >${label}</vscode-radio
          >`;
        })}
      </vscode-radio-group>
      ${
        as === "putOff"
          ? dayBox(view, {
              note: note.id,
              key: "close.until",
              label: translate("Until"),
              from: state.frame?.today ?? "",
            })
          : nothing
      }
      ${as === undefined || as === "putOff" ? nothing : howItWent(view, open)}
      ${textArea(view, { note: note.id, key: "close.because", label: translate("because (may stay empty)") }, 1)}`,
    submit: { label: translate("Close this note"), action: () => closed(view, open) },
    after: translate("It stays readable, and can be opened again."),
  });
}

/** What people say of how it went, beside the dates that the record knows. Nobody has to. */
function howItWent(view: NoteView, open: CloseForm): TemplateResult {
  const { note, translate, act } = view;
  const { as, beforeItHurt } = open;
  return html`${
      as === "done"
        ? textLine(view, {
            note: note.id,
            key: "close.took",
            label: translate("How long did it take? (may stay empty)"),
            hint: translate("2w, 2-3 weeks, 2 months"),
          })
        : nothing
    }
    ${chooser({
      label: translate("Was it on record before it hurt?"),
      value: beforeItHurt ?? "",
      choices: [
        { value: "", label: translate("Skip") },
        ...BeforeItHurt.options.map((value) => ({ value, label: beforeItHurtLabel(value, translate) })),
      ],
      choose: (value) =>
        act({ type: "changeForm", form: { ...open, beforeItHurt: BeforeItHurt.safeParse(value).data } }),
      focus: "close.beforeItHurt",
    })}
    ${
      beforeItHurt === undefined || beforeItHurt === "neverNeeded"
        ? nothing
        : dayBox(view, {
            note: note.id,
            key: "close.hurtFrom",
            label: translate("It began to hurt on (may stay empty)"),
          })
    }
    <p class="meta">${datesKnown(view).join(" ")}</p>`;
}

/** "On record since 3 March. Decided on 14 March." */
function datesKnown({ note, translate, values }: NoteView): string[] {
  const decision = note.decisions.find(({ stands }) => stands);
  const since = note.incident?.since ?? undefined;
  return [
    translate("On record since {day}.", { day: values.day(dayOf(note.opened.at)) }),
    ...(since === undefined ? [] : [translate("Broken since {day}.", { day: values.moment(since) })]),
    ...(decision === undefined
      ? []
      : [translate("Decided on {day}.", { day: values.day(dayOf(decision.at)) })]),
    ...(note.neededBy === null
      ? []
      : [translate("Needed by {day}.", { day: values.day(note.neededBy.day) })]),
    ...note.threatens.map(({ title, day }) =>
      translate("{title} is due on {day}.", { title: isolated(title), day: values.day(day) }),
    ),
  ];
}

function closed(view: NoteView, { as, beforeItHurt }: CloseForm): PageAction {
  const { note, translate } = view;
  const typed = (key: string): string => boxText(view, note.id, key).trim();
  const because = typed("close.because");
  const flaw = (text: string, focus: string): PageAction => ({
    type: "problem",
    place: "close",
    text,
    focus,
  });
  const close = { type: "close", note: note.id, ...(because === "" ? {} : { because }) } as const;
  if (as === undefined) return flaw(translate("Choose how it ends."), "close.as");
  if (as === "putOff") {
    const until = typed("close.until");
    return until === ""
      ? flaw(translate("Until when? It comes back by itself on that day."), "close.until")
      : { type: "perform", place: "close", action: { ...close, as, until }, forget: KEYS };
  }
  const time = as === "done" ? typed("close.took") : "";
  const took = parseEffort(time);
  if (time !== "" && took === undefined)
    return flaw(
      translate("This can't be read as a time. Write it as 2w, 2-3 weeks or 2 months, or leave it empty."),
      "close.took",
    );
  const hurtFrom =
    beforeItHurt === undefined || beforeItHurt === "neverNeeded" ? "" : typed("close.hurtFrom");
  return {
    type: "perform",
    place: "close",
    action: {
      ...close,
      as,
      ...(took === undefined ? {} : { took }),
      ...(beforeItHurt === undefined ? {} : { beforeItHurt }),
      ...(hurtFrom === "" ? {} : { hurtFrom }),
    },
    forget: KEYS,
  };
}
