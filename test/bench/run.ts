// `npm run bench [-- --json] [-- --only PREFIX] [-- --cases DIR]`: the project's figures, each against the floor it stands on, in one run.
import { parseArgs } from "node:util";
import type { Figure } from "./figure.ts";
import { followFigures } from "./follow/follow-figures.ts";
import { loadFigures } from "./record/load-bench.ts";
import { publishFigures } from "./record/publish-bench.ts";
import { syncFigures } from "./sync-bench.ts";
import { trackingFigures } from "./tracking/tracking-figures.ts";

export interface BenchOptions {
  /** Folder with labelled cases of code that moved; without it tracking is not measured. */
  readonly cases: string | undefined;
  /** Says what is going on, to a person. */
  readonly say: (line: string) => void;
}

interface Bench {
  readonly names: readonly string[];
  /** Loaded only when chosen: a bench of the store need not load a browser. */
  readonly run: (options: BenchOptions) => Promise<readonly Figure[]>;
}

const benches: readonly Bench[] = [
  { names: ["save.ratio"], run: async (options) => (await import("./save-bench.ts")).benchSave(options) },
  {
    names: publishFigures,
    run: async (options) => (await import("./record/publish-bench.ts")).benchPublish(options),
  },
  { names: syncFigures, run: async (options) => (await import("./sync-bench.ts")).benchSync(options) },
  {
    names: loadFigures,
    run: async (options) => (await import("./record/load-bench.ts")).benchLoad(options),
  },
  {
    names: ["search.p95"],
    run: async (options) => (await import("./record/search-bench.ts")).benchSearch(options),
  },
  {
    names: ["disk.growth"],
    run: async (options) => (await import("./record/disk-bench.ts")).benchDisk(options),
  },
  {
    names: ["activation.ratio"],
    run: async (options) => (await import("./activation-bench.ts")).benchActivation(options),
  },
  {
    names: ["evidence.file", "evidence.hotspots"],
    run: async (options) => (await import("./evidence-bench.ts")).benchEvidence(options),
  },
  {
    names: ["briefs.match"],
    run: async (options) => (await import("./briefs-bench.ts")).benchBriefs(options),
  },
  {
    names: ["panel.open"],
    run: async (options) => (await import("./panel-open-bench.ts")).benchPanelOpen(options),
  },
  {
    names: ["panel.bundle", "panel.frame", "panel.message"],
    run: async (options) => (await import("./panel-bench.ts")).benchPanel(options),
  },
  {
    names: followFigures,
    run: async (options) => (await import("./follow/follow-bench.ts")).benchFollow(options),
  },
  {
    names: trackingFigures,
    run: async (options) => (await import("./tracking/tracking-bench.ts")).benchTracking(options),
  },
];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      cases: { type: "string" },
    },
  });
  const say = (line: string) => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);
  const chosen = benches.filter(({ names }) => names.some((name) => name.startsWith(values.only)));
  if (chosen.length === 0) {
    say(
      `No bench starts with "${values.only}". There are: ${benches.flatMap(({ names }) => names).join(", ")}.`,
    );
    return 2;
  }
  const figures: Figure[] = [];
  for (const bench of chosen) {
    say(`Measuring ${bench.names.join(", ")} …`);
    figures.push(...(await bench.run({ cases: values.cases, say })));
  }
  if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  else for (const line of table(figures)) say(line);
  return figures.some(({ holds }) => holds === false) ? 1 : 0;
}

function table(figures: readonly Figure[]): string[] {
  return figures.map(({ name, value, bar, holds, runs, how }) => {
    const verdict = holds === null ? "told" : holds ? "holds" : "FALLS SHORT";
    return `${name.padEnd(20)} ${String(value).padStart(9)}  bar ${String(bar ?? "–").padStart(6)}  ${verdict.padEnd(11)} ${runs} runs  ${how}`;
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `The bench could not run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
