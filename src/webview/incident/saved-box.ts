import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ActionInput } from "../../protocol/action.ts";
import { textArea, textLine } from "../parts/boxes.ts";
import { problem } from "../parts/controls.ts";
import type { NoteView } from "../view.ts";

export interface SavedBox {
  readonly key: string;
  readonly label: string;
  /** What is on record. */
  readonly base: string;
  readonly hint?: string;
  /** One line, or a box that grows. */
  readonly lines: "one" | "many";
  /** What saves the text; or why it can't be taken, in a sentence under the box. */
  readonly save: (text: string) => ActionInput | string;
}

/** A box that is saved as soon as it is left: in an incident nobody looks for a button. What can't be taken stays in the box, with the reason. */
export function savedBox(view: NoteView, { key, label, base, hint, lines, save }: SavedBox): TemplateResult {
  const { note, state, act } = view;
  const keep = () => {
    const text = view.state.typed.text(note.id, key);
    if (text === undefined || state.busy.has(key)) return;
    if (text.trim() === base.trim()) {
      act({ type: "forget", note: note.id, keys: [key] });
      return;
    }
    const saved = save(text.trim());
    act(
      typeof saved === "string"
        ? { type: "problem", place: key, text: saved }
        : { type: "perform", place: key, action: saved, forget: [key] },
    );
  };
  const box = {
    note: note.id,
    key,
    label,
    base,
    hint,
    invalid: state.problems.has(key),
  };
  return html`<div class="saved-box" @change=${keep} @focusout=${keep}>
    ${lines === "one" ? textLine(view, box) : textArea(view, box, 2)} ${problem(state.problems.get(key))}
  </div>`;
}
