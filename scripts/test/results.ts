import { readFile } from "node:fs/promises";
import { z } from "zod/mini";

const Failure = z.object({ title: z.string(), details: z.string() });
const Skip = z.object({ title: z.string(), why: z.string() });

/** What became of a layer's tests. */
export type Results = {
  readonly passed: number;
  readonly failures: readonly z.infer<typeof Failure>[];
  readonly skips: readonly z.infer<typeof Skip>[];
};

/** The file that the reporter writes when, and only when, a run has come to its end. */
const ResultsFile = z.object({
  passed: z.number().check(z.int()),
  failures: z.array(Failure),
  skips: z.array(Skip),
});

export const nothingRan: Results = { passed: 0, failures: [], skips: [] };

export const withFailure = (results: Results, title: string, details: string): Results => ({
  ...results,
  failures: [...results.failures, { title, details }],
});

/** Reads what the reporter left behind; undefined if it left nothing, which means that the run died. */
export const readResults = async (file: string): Promise<Results | undefined> => {
  try {
    return ResultsFile.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
};

export const together = (parts: readonly Results[]): Results => ({
  passed: parts.reduce((total, { passed }) => total + passed, 0),
  failures: parts.flatMap(({ failures }) => failures),
  skips: parts.flatMap(({ skips }) => skips),
});

export const testsIn = ({ passed, failures, skips }: Results): number =>
  passed + failures.length + skips.length;
