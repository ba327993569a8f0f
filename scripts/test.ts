// npm test [-- LAYER …]: builds and packs once, runs each layer of tests in a process of its own, and says what happened.
// The last line is always "N passed, N failed, N skipped"; the exit code is 1 on a failure, or if no test ran.
import path from "node:path";
import { endOnSignals } from "./process/end-with-us.ts";
import { ownTemporaryFolder } from "./process/own-temporary-folder.ts";
import { projectRoot } from "./project.ts";
import { sayOnTerminal as say } from "./say.ts";
import { runHostLayer } from "./test/host-layer.ts";
import { layers, strayTestFiles, testFiles } from "./test/layers.ts";
import type { Layer, Need } from "./test/layers.ts";
import { meetNeeds } from "./test/needs.ts";
import type { Met } from "./test/needs.ts";
import { runNodeLayer } from "./test/node-layer.ts";
import { layerLine, sayReport } from "./test/report.ts";
import type { LayerResults } from "./test/report.ts";
import { nothingRan, withFailure } from "./test/results.ts";
import type { Results } from "./test/results.ts";
import type { Progress } from "./test/results-reporter.ts";

type LayerWithFiles = { readonly layer: Layer; readonly files: readonly string[] };

const chosenLayers = (names: readonly string[]): readonly LayerWithFiles[] | string => {
  const unknown = names.find((name) => !layers.some((layer) => layer.name === name));
  if (unknown !== undefined) {
    return `There is no layer "${unknown}". The layers are ${layers.map(({ name }) => name).join(", ")}.`;
  }
  return layers
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map((layer) => ({ layer, files: testFiles(layer) }))
    .filter(({ files }) => files.length > 0);
};

/** On a build server every layer has to run: there, nobody reads that one did not. */
const onBuildServer = (process.env["CI"] ?? "") !== "";

/** What there is to say of a layer whose needs are not met: skipped where that is nobody's fault, else failed. */
const withoutNeeds = ({ layer, files }: LayerWithFiles, met: ReadonlyMap<Need, Met>): Results | undefined => {
  const unmet = layer.needs.filter((need) => met.get(need)?.kind !== "met");
  if (unmet.length === 0) return undefined;
  if (!onBuildServer && unmet.every((need) => met.get(need)?.kind === "impossible")) {
    const why = `there is no ${unmet.join(" and no ")} on this machine, see above`;
    return { ...nothingRan, skips: files.map((file) => ({ title: path.relative(projectRoot, file), why })) };
  }
  return withFailure(
    nothingRan,
    layer.name,
    `The layer could not run without ${unmet.join(" and ")}: see above why.`,
  );
};

let interrupted = false;

/** Failures at once, and slow layers test by test: a person should see that something moves. */
const showProgress =
  ({ processes }: Layer) =>
  ({ state, title, milliseconds }: Progress): void => {
    if (interrupted) return;
    if (state === "failed") say(`  FAILED ${title}`);
    else if (processes === "one") say(`  ${state} ${title} (${(milliseconds / 1000).toFixed(1)} s)`);
  };

const runLayer = (layer: Layer, files: readonly string[]): Promise<Results> =>
  layer.name === "host" ? runHostLayer(layer, files) : runNodeLayer(layer, files, showProgress(layer));

const main = async (): Promise<number> => {
  const names = process.argv.slice(2);
  const chosen = chosenLayers(names);
  if (typeof chosen === "string") {
    say(chosen);
    say("0 passed, 0 failed, 0 skipped");
    return 1;
  }
  const needs = [...new Set(chosen.flatMap(({ layer }) => layer.needs))];
  const met = await meetNeeds(needs, say);
  const ended: LayerResults[] = [];
  for (const { layer, files } of chosen) {
    const start = performance.now();
    const results = withoutNeeds({ layer, files }, met) ?? (await runLayer(layer, files));
    const seconds = (performance.now() - start) / 1000;
    ended.push({ name: layer.name, results, seconds });
    say(layerLine({ name: layer.name, results, seconds }));
  }
  const strays = names.length === 0 ? strayTestFiles() : [];
  if (strays.length > 0) {
    const files = strays.map((file) => path.relative(projectRoot, file)).join("\n");
    const results = withFailure(
      nothingRan,
      "files in no layer",
      `scripts/test/layers.ts has no layer for\n${files}`,
    );
    ended.push({ name: "stray", results, seconds: 0 });
  }
  const { passed, failures } = sayReport(ended, say);
  return passed === 0 || failures.length > 0 ? 1 : 0;
};

ownTemporaryFolder("sightline-tests-");
endOnSignals(() => {
  interrupted = true;
  say("Stopped before the end.");
});
void main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    say("0 passed, 1 failed, 0 skipped");
    process.exitCode = 1;
  },
);
