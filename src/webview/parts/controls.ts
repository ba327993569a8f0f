import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { pencilGlyph } from "./glyph.ts";

interface Pressed {
  readonly label: string | TemplateResult;
  readonly press: () => void;
  /** Under which the focus finds it again: a form that was opened here gives it back. */
  readonly focus: string;
  /** Said instead of the label, where the label alone would not tell what it is about. */
  readonly spoken?: string | undefined;
}

/** One primary button a page; whoever composes the page sees to it. */
export const button = ({
  label,
  press,
  focus,
  spoken,
  primary = false,
  busy = false,
  expanded,
}: Pressed & {
  readonly primary?: boolean;
  /** It was pressed, and the host has not answered yet. It keeps the focus, and a second press does nothing. */
  readonly busy?: boolean;
  readonly expanded?: boolean;
}): TemplateResult =>
  html`<vscode-button
    appearance=${primary ? "primary" : "secondary"}
    data-focus=${focus}
    aria-label=${ifDefined(spoken)}
    aria-busy=${ifDefined(busy ? "true" : undefined)}
    aria-expanded=${ifDefined(expanded === undefined ? undefined : String(expanded))}
    @click=${press}
    >${label}</vscode-button
  >`;

/** A thing to do that looks like a link. */
export const linkButton = ({
  label,
  press,
  focus,
  spoken,
  expanded,
  quiet = false,
}: Pressed & { readonly expanded?: boolean; readonly quiet?: boolean }): TemplateResult =>
  html`<button
    type="button"
    class=${quiet ? "link quiet" : "link"}
    data-focus=${focus}
    aria-label=${ifDefined(spoken)}
    aria-expanded=${ifDefined(expanded === undefined ? undefined : String(expanded))}
    @click=${press}
  >
    ${label}
  </button>`;

/** The small pencil behind a text that can be written anew where it stands. Its title is its name: a label beside it would be read out twice. */
export const pencil = ({
  label,
  press,
  focus,
}: {
  readonly label: string;
  readonly press: () => void;
  readonly focus: string;
}): TemplateResult =>
  html`<button type="button" class="pencil" title=${label} data-focus=${focus} @click=${press}>
    ${pencilGlyph()}
  </button>`;

/** Goes to another page of the panel. */
export const pageLink = ({
  label,
  follow,
  focus,
  reachable = true,
}: {
  readonly label: string | TemplateResult;
  readonly follow: () => void;
  readonly focus: string;
  /** By the Tab key; else the arrow keys lead here. */
  readonly reachable?: boolean;
}): TemplateResult =>
  html`<a
    href="#"
    class="page-link"
    tabindex=${reachable ? "0" : "-1"}
    data-focus=${focus}
    @click=${(event: Event) => {
      event.preventDefault();
      // VS Code's own listener would take the address for a place in this document and scroll to its top.
      event.stopPropagation();
      follow();
    }}
    >${label}</a
  >`;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A list to choose one from. */
export const chooser = ({
  label,
  value,
  choices,
  choose,
  focus,
  hideLabel = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly choose: (value: string) => void;
  readonly focus: string;
  readonly hideLabel?: boolean;
}): TemplateResult =>
  html`<label class="chooser">
    <span class=${hideLabel ? "unseen" : "box-label"}>${label}</span>
    <select
      data-focus=${focus}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) choose(event.target.value);
      }}
    >
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`,
      )}
    </select>
  </label>`;

/** A sentence for a person that something is in the way. Read out when it appears. */
export const problem = (text: string | undefined): TemplateResult | typeof nothing =>
  text === undefined ? nothing : html`<p class="problem" role="alert">${text}</p>`;
