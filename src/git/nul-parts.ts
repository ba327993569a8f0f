/** Cuts output that ends each part with NUL (`-z`) while it comes. */
export class NulParts {
  readonly #each: (part: string) => void;
  #rest: Uint8Array = new Uint8Array();

  constructor(each: (part: string) => void) {
    this.#each = each;
  }

  take(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      const part = chunk.subarray(from, end);
      this.#each(Buffer.from(this.#rest.length === 0 ? part : Buffer.concat([this.#rest, part])).toString());
      this.#rest = new Uint8Array();
      from = end + 1;
    }
    if (from < chunk.length) this.#rest = Buffer.concat([this.#rest, chunk.subarray(from)]);
  }
}
