import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Translate } from "../../base/translate.ts";
import { formName, isOfForm } from "../open-form.ts";
import type { OpenForm } from "../open-form.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { PageAction } from "../page-action.ts";
import type { View } from "../view.ts";
import { button, linkButton, problem } from "./controls.ts";

export interface FormParts {
  readonly form: OpenForm;
  /** The note it belongs to, or NO_NOTE. */
  readonly note: RecordId;
  /** What the form is, for who can't see where it stands. */
  readonly name: string;
  readonly body: unknown;
  readonly submit: { readonly label: string; readonly action: () => PageAction };
  /** Under the button. */
  readonly after?: string | undefined;
  /** Enter in a box of one line submits. */
  readonly oneLine?: boolean;
}

const onMac = (): boolean => navigator.userAgent.includes("Mac");

/** Whether the person keeping a key down means "send this": Ctrl or Cmd with Enter, and not the Enter that ends a composed character. */
export const isSubmitKey = (event: KeyboardEvent): boolean =>
  event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing;

/** The keys with which the box in focus is sent, for people. */
export const submitKeys = (translate: Translate): string => (onMac() ? "⌘⏎" : translate("Ctrl+Enter"));

/**
 * A form where it is needed. Ctrl or Cmd with Enter sends it; Esc puts it away and keeps what was typed, and so does "Not now".
 */
export function form(view: View, parts: FormParts): TemplateResult {
  const { state, translate, act } = view;
  const name = formName(parts.form);
  const send = () => {
    if (!state.busy.has(name)) act(parts.submit.action());
  };
  const keys = (event: KeyboardEvent) => {
    const isLine =
      event.target instanceof HTMLElement &&
      event.target.localName === "vscode-text-field" &&
      !event.isComposing;
    if (isSubmitKey(event) || (parts.oneLine === true && isLine && event.key === "Enter")) {
      event.preventDefault();
      event.stopPropagation();
      send();
    } else if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      act({ type: "closeForm" });
    }
  };
  const typed = state.typed.keys(parts.note).filter((key) => isOfForm(key, parts.form));
  return html`<div class="form" role="group" aria-label=${parts.name} data-form=${name} @keydown=${keys}>
    ${
      state.frame?.sync.kind === "mayNotPush"
        ? html`<p class="meta" role="note">${state.frame.sync.explanation}</p>`
        : nothing
    }
    ${parts.body} ${problem(state.problems.get(name))}
    <div class="buttons">
      ${button({
        label: parts.submit.label,
        press: send,
        focus: `${name}.submit`,
        // Where the name is asked for, that comes first.
        primary: state.nameAsked === undefined,
        busy: state.busy.has(name),
      })}
      ${button({
        label: translate("Not now"),
        press: () => act({ type: "closeForm" }),
        focus: `${name}.away`,
      })}
      ${
        typed.length === 0
          ? nothing
          : linkButton({
              label: translate("Throw away what I wrote"),
              press: () => act({ type: "forget", note: parts.note, keys: typed }),
              focus: `${name}.throwAway`,
              quiet: true,
            })
      }
      <span class="meta keys" aria-hidden="true"
        >${parts.oneLine === true ? translate("Enter") : submitKeys(translate)}</span
      >
    </div>
    ${parts.after === undefined ? nothing : html`<p class="meta">${parts.after}</p>`}
  </div>`;
}

/** Where a form is closed and holds something: says so, and opens it again. */
export function started(view: View, note: RecordId, closed: OpenForm): TemplateResult | typeof nothing {
  const { state, translate, act } = view;
  const typed = state.typed.keys(note).filter((key) => isOfForm(key, closed));
  if (typed.length === 0) return nothing;
  const name = formName(closed);
  return html`<p class="started meta">
    ${translate("You started writing here.")}
    ${linkButton({
      label: translate("Go on"),
      press: () => act({ type: "openForm", form: closed }),
      focus: `${name}.goOn`,
    })}
    ${linkButton({
      label: translate("Throw it away"),
      press: () => act({ type: "forget", note, keys: typed }),
      focus: `${name}.throwAway`,
      quiet: true,
    })}
  </p>`;
}

export const isOpen = ({ state }: View, wanted: OpenForm): boolean =>
  state.form !== undefined && formName(state.form) === formName(wanted);
