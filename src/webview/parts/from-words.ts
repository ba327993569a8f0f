import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { NoteKind } from "../../domain/words.ts";
import { kindLabel } from "../../protocol/labels.ts";
import type { View } from "../view.ts";
import { chooser } from "./controls.ts";
import { personName, saidLine } from "./said.ts";

// Something that somebody wrote elsewhere becomes a note, a question or a why: what it is, and what others will see of it.

/** The kind that is chosen before anybody chooses. */
export const firstKind = ({ state }: View): NoteKind =>
  state.frame?.role === "pm" ? "problem" : "constraint";

/** An incident is started, never made of words. */
export const kindChooser = (
  { translate }: View,
  kind: NoteKind,
  choose: (kind: NoteKind) => void,
  focus: string,
): TemplateResult =>
  chooser({
    label: translate("What is it?"),
    value: kind,
    choices: NoteKind.options
      .filter((value) => value !== "incident")
      .map((value) => ({ value, label: kindLabel(value, translate) })),
    choose: (chosen) => choose(NoteKind.parse(chosen)),
    focus,
  });

/** What others will see, before it is shared. */
export function preview(
  { translate, state }: View,
  {
    heading,
    what,
    text,
    about,
  }: {
    readonly heading: string;
    readonly what: string;
    readonly text: string;
    readonly about?: string | undefined;
  },
): TemplateResult {
  const me = state.frame?.me ?? undefined;
  return html`<div class="preview" role="note" aria-label=${translate("What others will see")}>
    <p class="meta">${heading}</p>
    <p>
      <strong>${what}</strong> ·
      ${saidLine(text)}${about === undefined ? nothing : html` · ${about}`}${
        me === undefined ? nothing : html` · ${personName(me)}`
      }
    </p>
  </div>`;
}
