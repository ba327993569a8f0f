/** The bytes that git ends the parts of an answer with: NUL where it is asked with `-z`, else a newline. */
export const NUL = 0x00;
export const NEWLINE = 0x0a;

/** Cuts output into parts that each end with a byte, while it comes. What follows the last one is no part. */
export class Parts {
  readonly #end: number;
  readonly #each: (part: string) => void;
  #rest: Uint8Array = new Uint8Array();

  constructor(end: typeof NUL | typeof NEWLINE, each: (part: string) => void) {
    this.#end = end;
    this.#each = each;
  }

  take(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(this.#end); end !== -1; end = chunk.indexOf(this.#end, from)) {
      const part = chunk.subarray(from, end);
      this.#each(Buffer.from(this.#rest.length === 0 ? part : Buffer.concat([this.#rest, part])).toString());
      this.#rest = new Uint8Array();
      from = end + 1;
    }
    if (from < chunk.length) this.#rest = Buffer.concat([this.#rest, chunk.subarray(from)]);
  }
}
