import * as z from "zod/mini";

/** A, B … Z, then AA, AB …, as columns of a sheet. */
export const OptionLetter = z.string().check(z.regex(/^[A-Z]{1,2}$/));

/** The first letter that is not taken. */
export function nextFreeLetter(taken: ReadonlySet<string>): string {
  for (let number = 0; ; number++) {
    const letter = letterOf(number);
    if (!taken.has(letter)) return letter;
  }
}

/**
 * The letter of each option from the ones their writers claimed, in the order of the fold: the first to claim a letter has it, and who came
 * too late takes one that nobody claimed, so that a clash renames one option and not its neighbours too.
 */
export function lettersFor(claimed: readonly string[]): readonly string[] {
  const taken = new Set(claimed);
  const given = new Set<string>();
  return claimed.map((letter) => {
    const own = given.has(letter) ? nextFreeLetter(taken) : letter;
    taken.add(own);
    given.add(own);
    return own;
  });
}

function letterOf(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letterOf(Math.floor(number / 26) - 1) + last;
}
