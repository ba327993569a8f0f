/** The element of the page that scrolls. */
export const scroller = (root: Element): HTMLElement | undefined =>
  root.querySelector<HTMLElement>("[data-scroller]") ?? undefined;

/** Blocks that a reader's eye may rest on. */
const BLOCKS = "h1, h2, p, li, tr, dt, dd, pre, blockquote, .note-row, .form";

/**
 * Runs `change` and leaves what is on screen where it is: what holds the focus, else the first block that is in sight, keeps its distance from the
 * top of the panel, whatever is put in above it.
 */
export function keepingPlace(root: Element, change: () => void): void {
  const before = scroller(root);
  const held = before === undefined || before.scrollTop === 0 ? undefined : heldElement(before);
  const top = held?.getBoundingClientRect().top;
  change();
  if (
    held === undefined ||
    top === undefined ||
    before === undefined ||
    !held.isConnected ||
    !before.isConnected
  )
    return;
  const moved = held.getBoundingClientRect().top - top;
  if (moved !== 0) before.scrollTop += moved;
}

function heldElement(area: HTMLElement): Element | undefined {
  const focused = document.activeElement;
  const edge = area.getBoundingClientRect();
  const inSight = (element: Element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > edge.top && box.top < edge.bottom && box.height > 0;
  };
  if (focused !== null && focused !== document.body && area.contains(focused) && inSight(focused))
    return focused;
  return [...area.querySelectorAll(BLOCKS)].find((block) => {
    const box = block.getBoundingClientRect();
    return box.top >= edge.top && box.top < edge.bottom && box.height > 1;
  });
}

const CONTROLS =
  "a, button, select, input, vscode-button, vscode-text-area, vscode-text-field, [tabindex='0']";

/**
 * Runs `change` and sees to it that the focus is not lost when what had it is gone: a button that was pressed and has done its work. It goes to the nearest
 * control that is left, so that the keyboard goes on from there. Not while the keyboard is in the code or a box of VS Code's: a page that is drawn anew in
 * the background would pull it over.
 */
export function keepingFocus(root: Element, change: () => void): void {
  const focused = document.activeElement;
  const around: Element[] = [];
  for (let one = focused?.parentElement ?? null; one !== null && root.contains(one); one = one.parentElement)
    around.push(one);
  change();
  if (focused === null || around.length === 0 || focused.isConnected) return;
  if (document.activeElement !== document.body || !document.hasFocus()) return;
  for (const one of around) {
    const left = one.isConnected ? one.querySelector<HTMLElement>(CONTROLS) : null;
    if (left === null) continue;
    left.focus({ preventScroll: true });
    return;
  }
}
