const STOPS = "vscode-text-area, vscode-text-field, select, button, vscode-button";

interface Stop {
  readonly element: HTMLElement;
  readonly phase: number;
  readonly column: number;
}

/**
 * Tab goes down a column and then to the next, though a table's document order goes along its rows: first what every option is asked, column by
 * column; then the fold; then what is in it. At either end the browser goes on as usual.
 */
export function moveDownColumns(event: KeyboardEvent): void {
  const { target, currentTarget } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return;
  const table = target.closest("table");
  if (table === null || table.querySelector("vscode-text-area") === null) return;
  const stops = stopsOf(table);
  const at = stops.findIndex(({ element }) => element === target);
  const next = at === -1 ? undefined : stops[at + (event.shiftKey ? -1 : 1)];
  if (next === undefined) {
    leaveTable(event, stops, at);
    return;
  }
  event.preventDefault();
  next.element.focus();
}

function stopsOf(table: Element): readonly Stop[] {
  const stops = [...table.querySelectorAll<HTMLElement>(STOPS)].map((element): Stop => {
    const cell = element.closest<HTMLElement>("[data-column]");
    return {
      element,
      phase: Number(cell?.dataset["phase"] ?? 0),
      column: Number(cell?.dataset["column"] ?? 0),
    };
  });
  return stops.sort((one, other) => one.phase - other.phase || one.column - other.column);
}

/**
 * The last stop in this order may not be the last in the document, where the browser's own Tab would go back into the table: hand the focus to the
 * one that is, so that it goes on from there.
 */
function leaveTable(event: KeyboardEvent, stops: readonly Stop[], at: number): void {
  if (at === -1) return;
  const inDocument = [...stops].sort((one, other) =>
    one.element.compareDocumentPosition(other.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const edge = event.shiftKey ? inDocument[0] : inDocument.at(-1);
  edge?.element.focus({ preventScroll: true });
}
