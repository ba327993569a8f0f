import { readResults } from "./results.ts";
import type { Results } from "./results.ts";
import { withSourcePositions } from "./source-positions.ts";

/** What the run in an extension host left behind; undefined if it died. */
export const readHostResults = async (file: string): Promise<Results | undefined> => {
  const results = await readResults(file);
  if (results === undefined) return undefined;
  const failures = results.failures.map((failure) => ({
    ...failure,
    details: withSourcePositions(failure.details),
  }));
  return { ...results, failures };
};
