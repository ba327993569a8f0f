import type { CodeHistory, CodeObject } from "./code-history.ts";
import type { CodeText } from "./ports.ts";

/** Texts that somebody waits for. */
interface Waiting {
  readonly asked: readonly CodeObject[];
  readonly settle: (texts: readonly CodeText[]) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Regions are followed side by side, each as if it were the only one. The texts that they ask for while others are read are read together
 * afterwards: starting a process costs more than a text.
 */
export class GatheredTexts {
  readonly #history: Pick<CodeHistory, "texts">;
  #waiting: Waiting[] = [];
  #isReading = false;

  constructor(history: Pick<CodeHistory, "texts">) {
    this.#history = history;
  }

  texts(asked: readonly CodeObject[]): Promise<readonly CodeText[]> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ asked, settle, fail });
      if (!this.#isReading) void this.#readAll();
    });
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    // Those who go on in this turn are read for together with the first.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const all = this.#waiting;
      this.#waiting = [];
      try {
        const texts = await this.#history.texts(all.flatMap(({ asked }) => asked));
        let from = 0;
        for (const { asked, settle } of all) settle(texts.slice(from, (from += asked.length)));
      } catch (error) {
        for (const { fail } of all) fail(error);
      }
      // Whom that lets go on may ask again at once.
      await Promise.resolve();
    }
    this.#isReading = false;
  }
}
