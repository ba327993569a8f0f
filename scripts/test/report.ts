import type { Say } from "../say.ts";
import { together } from "./results.ts";
import type { Results } from "./results.ts";

export type LayerResults = { readonly name: string; readonly results: Results; readonly seconds: number };

const counts = ({ passed, failures, skips }: Results): string =>
  `${passed} passed, ${failures.length} failed, ${skips.length} skipped`;

/** One line for a layer that has ended. */
export const layerLine = ({ name, results, seconds }: LayerResults): string =>
  `${name.padEnd(10)}${counts(results).padEnd(40)}${seconds.toFixed(1).padStart(7)} s`;

const indented = (text: string): string => text.split("\n").join("\n      ");

const named = ({ name, results }: LayerResults): Results => ({
  ...results,
  failures: results.failures.map((failure) => ({ ...failure, title: `${name} › ${failure.title}` })),
  skips: results.skips.map((skip) => ({ ...skip, title: `${name} › ${skip.title}` })),
});

/** Failures in full, what was skipped and why, and as the very last line the sum. */
export const sayReport = (layers: readonly LayerResults[], say: Say): Results => {
  const sum = together(layers.map(named));
  if (sum.skips.length > 0) {
    say("\nCould not run on this machine:");
    for (const { title, why } of sum.skips) say(`  ${title}: ${why}`);
  }
  if (sum.failures.length > 0) {
    say("\nFailures:");
    for (const [index, { title, details }] of sum.failures.entries()) {
      say(`\n  ${index + 1}. ${title}\n      ${indented(details)}`);
    }
  }
  say("");
  say(counts(sum));
  return sum;
};
