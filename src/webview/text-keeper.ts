import type { HostLink } from "./host-link.ts";
import type { TypedTexts } from "./typed-texts.ts";

/** Pause after the last key before the host is asked to keep a text, in milliseconds. */
const KEEP_AFTER = 300;

/** Hands the host what was typed, so that it survives a crash of the window. What can't be kept is handed over again at the next occasion. */
export class TextKeeper {
  readonly #link: HostLink;
  readonly #typed: TypedTexts;
  readonly #failed: (explanation: string) => void;
  /** Texts on their way, by box. */
  readonly #onTheWay = new Map<string, string>();
  #timer: number | undefined;

  constructor(link: HostLink, typed: TypedTexts, failed: (explanation: string) => void) {
    this.#link = link;
    this.#typed = typed;
    this.#failed = failed;
  }

  keepSoon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.keep(), KEEP_AFTER);
  }

  keep(): void {
    window.clearTimeout(this.#timer);
    for (const typed of this.#typed.unkept()) {
      const box = `${typed.note} ${typed.key}`;
      if (this.#onTheWay.get(box) === typed.text) continue;
      this.#onTheWay.set(box, typed.text);
      void this.#link.request({ type: "keepTyped", ...typed }).then((body) => {
        if (this.#onTheWay.get(box) === typed.text) this.#onTheWay.delete(box);
        if (body.type === "done") this.#typed.markKept(typed);
        else if (body.type === "failed") this.#failed(body.explanation);
      });
    }
  }
}
