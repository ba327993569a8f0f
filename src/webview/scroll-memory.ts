import { rowList, rowsDrawn } from "./notes/note-list.ts";
import { scroller } from "./scroll-place.ts";

/** Most pages whose place is remembered. */
const MOST_PAGES = 100;

/** How far every page was scrolled, in CSS pixels, to come back to. */
export class ScrollMemory {
  readonly #root: Element;
  readonly #places = new Map<string, number>();

  constructor(root: Element) {
    this.#root = root;
  }

  remember(page: string): void {
    const area = scroller(this.#root);
    if (area === undefined) return;
    this.#places.delete(page);
    this.#places.set(page, area.scrollTop);
  }

  async goBack(page: string): Promise<void> {
    const area = scroller(this.#root);
    const wanted = this.#places.get(page) ?? 0;
    if (area === undefined) return;
    area.scrollTop = wanted;
    const list = rowList(this.#root);
    if (list === undefined) return;
    // A list has its height only when its rows are drawn.
    await rowsDrawn(list);
    if (area.scrollTop !== wanted && area.isConnected) area.scrollTop = wanted;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }

  /** To be kept, the last ones. */
  entries(): [string, number][] {
    return [...this.#places].slice(-MOST_PAGES);
  }

  restore(entries: readonly (readonly [string, number])[]): void {
    for (const [page, top] of entries) this.#places.set(page, top);
  }
}
