import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod/mini";
import { endGroup, endWithUs, ownGroup } from "../process/end-with-us.ts";
import { leash } from "../process/leash.ts";
import { projectRoot } from "../project.ts";
import { nothingRan, readResults, testsIn, withFailure } from "./results.ts";
import type { Results } from "./results.ts";
import type { Progress } from "./results-reporter.ts";

/** How long a process may live on after its last test. What is open then would also keep an editor from closing. */
const LINGER_MS = 15_000;

const TestEnded = z.object({
  state: z.enum(["passed", "failed", "skipped"]),
  title: z.string(),
  milliseconds: z.number(),
});

export type MochaRun = {
  readonly files: readonly string[];
  /** Milliseconds for a test, and for all of them. */
  readonly testLimit: number;
  readonly limit: number;
  /** Milliseconds that the process may live on after its last test; 15 s if left out. */
  readonly linger?: number;
  /** Where results and log go: a path without its ending. */
  readonly output: string;
  readonly onProgress: (progress: Progress) => void;
};

/** How the process of a run ended: `late` says why it was ended from here. */
type Exit = {
  readonly code: number | null;
  readonly late: string | undefined;
  readonly last: string | undefined;
};

const start = ({
  files,
  testLimit,
  limit,
  linger = LINGER_MS,
  output,
  onProgress,
}: MochaRun): Promise<Exit> => {
  const child = spawn(
    process.execPath,
    [
      ...leash.arguments,
      ...["--import", pathToFileURL(require.resolve("tsx")).href],
      require.resolve("mocha/bin/mocha.js"),
      ...["--no-config", "--forbid-only", "--timeout", String(testLimit)],
      ...[
        "--reporter",
        path.join(__dirname, "results-reporter.cjs"),
        "--reporter-option",
        `output=${output}.json`,
      ],
      ...files,
    ],
    {
      ...ownGroup,
      cwd: projectRoot,
      env: { ...process.env, ...leash.environment },
      stdio: ["pipe", "pipe", "pipe", "ipc"],
    },
  );
  endWithUs(child);
  const log = createWriteStream(`${output}.log`);
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  let late: string | undefined;
  let last: string | undefined;
  let lingering: NodeJS.Timeout | undefined;
  const end = (why: string): void => {
    late = why;
    endGroup(child, "SIGKILL");
  };
  const limiter = setTimeout(() => end(`it was ended after ${limit / 60_000} minutes`), limit);
  child.on("message", (message) => {
    if (message === "ended") {
      lingering = setTimeout(() => end("something was still open long after its last test"), linger);
    }
    const ended = TestEnded.safeParse(message);
    if (!ended.success) return;
    last = ended.data.title;
    onProgress(ended.data);
  });
  return new Promise((settle) => {
    const settled = (code: number | null): void => {
      clearTimeout(limiter);
      clearTimeout(lingering);
      endGroup(child, "SIGKILL"); // what the tests started and did not end
      log.end(() => settle({ code, late, last }));
    };
    child.once("close", settled);
    child.once("error", () => settled(null));
  });
};

/** The end of a log without the lines of a stack that lie in Node and in what loads the tests. */
const lastLines = async (file: string): Promise<string> =>
  (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .filter((line) => !/^\s+at .*(node:|node_modules[\\/](mocha|tsx)[\\/])/.test(line))
    .slice(-30)
    .join("\n");

/** Runs test files with mocha in a process of its own. Whatever goes wrong is a failure among the results. */
export const runMocha = async (run: MochaRun): Promise<Results> => {
  const { files, output } = run;
  await rm(`${output}.json`, { force: true });
  const { code, late, last } = await start(run);
  const results = await readResults(`${output}.json`);
  const names = files.map((file) => path.relative(projectRoot, file)).join(", ");
  const log = await lastLines(`${output}.log`);
  if (results === undefined) {
    const how = late ?? `its process ended with ${code === null ? "a signal" : `code ${code}`}`;
    const where = last === undefined ? "before its first test ended" : `after "${last}"`;
    return withFailure(nothingRan, names, `The run did not come to its end: ${how}, ${where}.\n${log}`);
  }
  if (late !== undefined) return withFailure(results, names, `The run did not come to its end: ${late}.`);
  if (code !== 0 && results.failures.length === 0) {
    return withFailure(
      results,
      names,
      `No test failed, but the process ended with code ${code ?? "none"}:\n${log}`,
    );
  }
  return testsIn(results) === 0 ? withFailure(results, names, "There is no test in these files.") : results;
};
