/**
 * Every place, from 0, where `run` stands in `numbers`, overlapping ones too. Linear in both, whatever repeats (Knuth, Morris, Pratt: "Fast
 * pattern matching in strings", 1977). An empty run is nowhere.
 */
export function findRuns(numbers: Int32Array, run: Int32Array): readonly number[] {
  if (run.length === 0 || run.length > numbers.length) return [];
  const fallback = fallbacks(run);
  const found: number[] = [];
  let matched = 0;
  for (const [at, number] of numbers.entries()) {
    while (matched > 0 && number !== run[matched]) matched = fallback[matched - 1] ?? 0;
    if (number === run[matched]) matched++;
    if (matched === run.length) {
      found.push(at - run.length + 1);
      matched = fallback[matched - 1] ?? 0;
    }
  }
  return found;
}

/** For each position, the length of the longest proper prefix of `run` that ends there too. */
function fallbacks(run: Int32Array): Int32Array {
  const lengths = new Int32Array(run.length);
  let matched = 0;
  for (let at = 1; at < run.length; at++) {
    while (matched > 0 && run[at] !== run[matched]) matched = lengths[matched - 1] ?? 0;
    if (run[at] === run[matched]) matched++;
    lengths[at] = matched;
  }
  return lengths;
}
