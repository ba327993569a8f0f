import { isContested } from "../domain/register.ts";
import type { Register } from "../domain/register.ts";

/** What was typed, without the white space around it; undefined where nothing is left. */
export function said(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** The values as they are kept: texts without white space around them, titles on one line. */
export function tidyValues<Values extends object>(values: Values): Values {
  const tidy = Object.entries(values).map(([name, value]): [string, unknown] => [
    name,
    typeof value !== "string" ? value : name === "title" ? value.replace(/\s+/g, " ").trim() : value.trim(),
  ]);
  return Object.fromEntries(tidy) as Values;
}

/** Those that say something: not absent, not empty. */
export const givenValues = <Values extends object>(values: Values): Values =>
  Object.fromEntries(
    Object.entries(tidyValues(values)).filter(
      ([, value]) => value !== undefined && value !== null && value !== "",
    ),
  ) as Values;

/** Those that are other than what stands. One of two versions that stand beside each other is other: setting it settles them. */
export function changedValues<Values extends object>(
  values: Values,
  registers: { readonly [Name in keyof Values]-?: Register<unknown> },
): Values {
  const byName = new Map<string, Register<unknown>>(Object.entries<Register<unknown>>(registers));
  const changed = Object.entries(tidyValues(values)).filter(([name, value]) => {
    const register = byName.get(name);
    return (
      value !== undefined &&
      (register === undefined || isContested(register) || !isSame(register.value, value))
    );
  });
  return Object.fromEntries(changed) as Values;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const isEmpty = (values: object): boolean => Object.keys(values).length === 0;
