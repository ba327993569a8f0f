/** A map that keeps the values that were used last, at most `limit` of them. */
export class Recent<Key, Value> {
  readonly #limit: number;
  /** Last in the map is last used. */
  readonly #values = new Map<Key, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) this.#use(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#use(key, value);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#limit && oldest !== undefined) this.#values.delete(oldest);
  }

  #use(key: Key, value: Value): void {
    this.#values.delete(key);
    this.#values.set(key, value);
  }
}
