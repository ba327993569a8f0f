/** The control, box or heading that goes by this name. */
export const focusable = (root: Element, key: string): HTMLElement | undefined =>
  root.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`) ?? undefined;

/** The name of what has the focus. */
export function focusedKey(): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? focused.dataset["focus"] : undefined;
}

const BOXES = "vscode-text-area, vscode-text-field, input, select, vscode-radio-group, vscode-button";

/** Puts the focus into the first box of a form, which may be a single box. */
export function focusForm(root: Element, name: string): void {
  const area =
    root.querySelector<HTMLElement>(`[data-form="${CSS.escape(name)}"]`) ??
    root.querySelector<HTMLElement>(`[data-focus^="${CSS.escape(name)}"]`);
  if (area === null) return;
  const first = area.matches(BOXES) ? area : area.querySelector<HTMLElement>(BOXES);
  if (first !== null) focusBox(first);
  area.scrollIntoView({ block: "nearest" });
}

/** Puts the focus into a box, behind what stands there, so that one goes on writing; into the chosen or the first of several radio buttons. */
export function focusBox(box: HTMLElement): void {
  const target = () =>
    box.localName === "vscode-radio-group"
      ? (box.querySelector<HTMLElement>("vscode-radio[tabindex='0']") ??
        box.querySelector<HTMLElement>("vscode-radio"))
      : box;
  target()?.focus();
  const inner = box.shadowRoot?.querySelector<HTMLTextAreaElement | HTMLInputElement>("textarea, input");
  inner?.setSelectionRange(inner.value.length, inner.value.length);
  // Radio buttons can have the focus only after their group has looked at them, a moment later.
  if (document.activeElement !== target()) requestAnimationFrame(() => target()?.focus());
}
