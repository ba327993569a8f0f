/** One measured figure. `holds` is whether it keeps its bar; figures without a bar are told for their own sake. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly bar: number | null;
  readonly holds: boolean | null;
  readonly runs: number;
  /** What was measured against what, in a sentence. */
  readonly how: string;
}

/** Whether small or large values are good. */
export type Direction = "atMost" | "atLeast";

export function figure(
  name: string,
  value: number,
  bar: number | null,
  runs: number,
  how: string,
  direction: Direction = "atMost",
): Figure {
  const rounded = Number(value.toPrecision(4));
  return {
    name,
    value: rounded,
    bar,
    holds: bar === null ? null : direction === "atMost" ? rounded <= bar : rounded >= bar,
    runs,
    how,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? NaN;
  return Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
}

/** Milliseconds of wall time that `task` takes. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await task();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/**
 * Measures ours and the floor alternately, so that a machine that gets slower meanwhile slows both, after one round that is not counted.
 * `ratio` is the median of the ratios of the pairs.
 */
export async function inTurn(
  runs: number,
  ours: (run: number) => Promise<number>,
  floor: (run: number) => Promise<number>,
): Promise<{ ratio: number; ours: number; floor: number }> {
  const pairs: { ours: number; floor: number }[] = [];
  for (let run = -1; run < runs; run++) {
    const pair =
      run % 2 === 0
        ? { ours: await ours(run), floor: await floor(run) }
        : await floor(run).then(async (first) => ({ floor: first, ours: await ours(run) }));
    if (run >= 0) pairs.push(pair);
  }
  return {
    ratio: median(pairs.map((pair) => pair.ours / pair.floor)),
    ours: median(pairs.map((pair) => pair.ours)),
    floor: median(pairs.map((pair) => pair.floor)),
  };
}
