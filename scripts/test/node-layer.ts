import { mkdir } from "node:fs/promises";
import path from "node:path";
import { runsFolder } from "./layers.ts";
import type { Layer } from "./layers.ts";
import { together } from "./results.ts";
import type { Results } from "./results.ts";
import type { Progress } from "./results-reporter.ts";
import { runMocha } from "./run-mocha.ts";

/** The machines that this runs on have two cores or more. */
const AT_A_TIME = 2;

const spread = ({ processes }: Layer, files: readonly string[]): (readonly string[])[] => {
  if (processes === "one") return [files];
  if (processes === "one a file") return files.map((file) => [file]);
  const halves = [0, 1].map((half) => files.filter((_, index) => index % 2 === half));
  return halves.filter((half) => half.length > 0);
};

/** Runs the test files of a layer that needs nothing but Node around it. */
export const runNodeLayer = async (
  layer: Layer,
  files: readonly string[],
  onProgress: (progress: Progress) => void,
): Promise<Results> => {
  await mkdir(runsFolder, { recursive: true });
  const waiting = [...spread(layer, files).entries()];
  const parts: Results[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, batch] = next;
      parts[index] = await runMocha({
        files: batch,
        testLimit: layer.testLimit,
        limit: layer.layerLimit,
        output: path.join(runsFolder, `${layer.name}-${index + 1}`),
        onProgress,
      });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return together(parts);
};
