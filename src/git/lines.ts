/** Cuts output of many lines while it comes. What follows the last newline is no line. */
export class Lines {
  readonly #each: (line: string) => void;
  #rest: Uint8Array = new Uint8Array();

  constructor(each: (line: string) => void) {
    this.#each = each;
  }

  take(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      const part = chunk.subarray(from, end);
      this.#each(Buffer.from(this.#rest.length === 0 ? part : Buffer.concat([this.#rest, part])).toString());
      this.#rest = new Uint8Array();
      from = end + 1;
    }
    if (from < chunk.length) this.#rest = Buffer.concat([this.#rest, chunk.subarray(from)]);
  }
}

const NEWLINE = 0x0a;
