/**
 * A commit that touches more files than this sweeps: it tells nothing about what belongs together. 30, 5 cases: what Code Maat takes unless told
 * (Tornhill, "Your Code as a Crime Scene", 2nd edition 2024, chapter on change coupling).
 */
export const SWEEPING_FILES = 30;
export const FEWEST_CASES = 5;

/** Together means in at least this share of the changes. */
export const TOGETHER_SHARE = 0.5;

export interface Together {
  readonly path: string;
  /** Commits that changed both. */
  readonly cases: number;
}

export interface ChangesTogether {
  /** Commits of the code that were looked at: the sweeping ones are none of them. */
  readonly of: number;
  /** Most often first. */
  readonly files: readonly Together[];
}

/** Counts which files are in the same commits as some code. */
export class TogetherCount {
  readonly #own: ReadonlySet<string>;
  readonly #cases = new Map<string, number>();
  #of = 0;

  /** `own`: every name that the code's own files had. */
  constructor(own: ReadonlySet<string>) {
    this.#own = own;
  }

  add(paths: readonly string[]): void {
    if (paths.length > SWEEPING_FILES) return;
    this.#of += 1;
    for (const path of paths)
      if (!this.#own.has(path)) this.#cases.set(path, (this.#cases.get(path) ?? 0) + 1);
  }

  result(): ChangesTogether {
    const files = [...this.#cases]
      .filter(([, cases]) => cases >= FEWEST_CASES && cases >= this.#of * TOGETHER_SHARE)
      .map(([path, cases]) => ({ path, cases }))
      .sort((one, other) => other.cases - one.cases || (one.path < other.path ? -1 : 1));
    return { of: this.#of, files };
  }
}
