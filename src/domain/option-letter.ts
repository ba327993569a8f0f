import { z } from "zod";

/** A, B … Z, then AA, AB …, as columns of a sheet. */
export const OptionLetter = z.string().regex(/^[A-Z]{1,2}$/);

/** The first letter that is not taken. */
export function nextFreeLetter(taken: ReadonlySet<string>): string {
  for (let number = 0; ; number++) {
    const letter = letterOf(number);
    if (!taken.has(letter)) return letter;
  }
}

function letterOf(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letterOf(Math.floor(number / 26) - 1) + last;
}
