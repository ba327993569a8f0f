/** Numbers that a seed decides, for runs of which fast-check's shrinking would take longer than they do. */
export interface Random {
  /** From 0 to `bound`, `bound` excluded. */
  readonly below: (bound: number) => number;
}

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to pick with. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return {
    below: (bound) => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
    },
  };
}
