import { places } from "../../../src/anchoring/tracking/places.ts";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { trackStep, trackWalk } from "../../../src/anchoring/tracking/track.ts";
import { isConfident, trial, verdict } from "../../unit/tracking/random-history.ts";
import { figure, median } from "../figure.ts";
import type { Figure } from "../figure.ts";
import { readCases, readyCase } from "./labelled-cases.ts";
import { columns, judge, score, scoreLine, table } from "./score.ts";
import type { Judged } from "./score.ts";

const TRIALS = 10_000;
const FIRST_SEED = 1;

/**
 * How well and how fast regions are followed: over a folder of labelled cases (`cases.jsonl` and `blobs/`), where one is given, and over random
 * edits of made-up files, for which the truth is known.
 */
export async function benchTracking(options: {
  readonly cases: string | undefined;
  readonly say: (line: string) => void;
}): Promise<readonly Figure[]> {
  const labelled = options.cases === undefined ? [] : measureCases(options.cases, options.say);
  if (options.cases === undefined)
    options.say("No labelled cases: give a folder with --cases to measure how well they are followed.");
  // Lets the terminal show what was said before the long part.
  await Promise.resolve();
  return [...labelled, measureRandom(options.say), measureLarge(), measureMinified()];
}

function measureCases(folder: string, say: (line: string) => void): Figure[] {
  const walked: Judged[] = [];
  const steps: { walk: Judged; jump: Judged }[] = [];
  const times: number[] = [];
  const held: Judged[] = [];
  for (const one of readCases(folder)) {
    const { region, walk } = readyCase(folder, one);
    const judged = (answer: Judged["answer"]): Judged => ({
      labelled: one,
      expected: one.expected,
      answer,
      verdict: judge(one.expected, answer),
    });
    const walking = judged(trackWalk(region, walk));
    walked.push(walking);
    const [place] = places(region, walk.at(-1) ?? { files: [] });
    if (place?.by === "neighbours") held.push(judged(trackStep(region, walk.at(-1) ?? { files: [] })));
    // Fresh texts, so that nothing is ready yet: this is what one step costs.
    const fresh = readyCase(folder, one);
    const last = fresh.walk.at(-1) ?? { files: [] };
    let jump: Judged | undefined;
    times.push(processTime(() => (jump = judged(trackStep(fresh.region, last)))));
    if (walk.length > 1 && jump !== undefined) steps.push({ walk: walking, jump });
  }
  say(`${"all".padEnd(24)} ${columns}`);
  say(`${"".padEnd(24)} ${scoreLine(score(walked))}`);
  for (const [title, key] of [
    ["kind", "kind"],
    ["change", "change"],
    ["language", "language"],
    ["source", "source"],
  ] as const)
    for (const line of ["", ...table(title, walked, (labelled) => labelled[key])]) say(line);
  const all = score(walked);
  const walks = score(steps.map(({ walk }) => walk));
  const jumps = score(steps.map(({ jump }) => jump));
  const sure = walked.filter(({ answer }) => answer.status !== "orphaned" && answer.confidence >= 0.9);
  const n = walked.length;
  return [
    figure(
      "tracking.exact",
      all.exact,
      93,
      n,
      "per cent of the cases with file and both lines right, or rightly said to be gone",
      "atLeast",
    ),
    figure("tracking.f1", all.f1, 0.965, n, "mean F1 over lines", "atLeast"),
    figure(
      "tracking.falseFound",
      all.falseFound,
      7,
      all.deleted,
      "per cent of the deleted regions that are said to be found",
    ),
    figure(
      "tracking.wrongPlace",
      all.wrongPlace,
      0.8,
      n - all.deleted,
      "per cent of the regions still there that are found where they are not",
    ),
    figure(
      "tracking.missed",
      all.missed,
      2,
      n - all.deleted,
      "per cent of the regions still there that are said to be gone",
    ),
    figure(
      "tracking.walk",
      walks.exact - jumps.exact,
      0.1,
      steps.length,
      "points by which a walk over the steps is more often exact than one jump, where there are steps",
      "atLeast",
    ),
    figure(
      "tracking.sure",
      sure.filter(({ verdict: { f1 } }) => f1 >= 0.5).length / Math.max(1, sure.length),
      0.9,
      sure.length,
      "share that is right of the finds said with a confidence of 0.9 or more",
      "atLeast",
    ),
    figure(
      "tracking.held",
      score(held).exact,
      99,
      held.length,
      "per cent right of the places that the lines around a region tell, without all the evidence",
      "atLeast",
    ),
    figure(
      "tracking.step",
      median(times),
      5,
      times.length,
      "ms of processor time of one step, texts read from scratch, median over the cases",
    ),
  ];
}

function measureRandom(say: (line: string) => void): Figure {
  const counts = new Map<string, number>();
  let wrong = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + TRIALS; seed++) {
    const one = trial(seed);
    const what = verdict(one);
    const name = isConfident(one) ? `${what}, said for sure` : what;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (isConfident(one) && (what === "wrong place" || what === "falsely found")) wrong++;
  }
  say("");
  for (const [name, count] of [...counts].sort((one, other) => other[1] - one[1]))
    say(`${String(count).padStart(6)}  ${name}`);
  return figure(
    "tracking.random",
    (100 * wrong) / TRIALS,
    0.5,
    TRIALS,
    "per cent of random edit scripts after which a wrong place is said with a confidence of 0.9 or more",
  );
}

function measureLarge(): Figure {
  const lines = Array.from({ length: 25_000 }, (_, i) => [
    `function work${String(i)}(a) {`,
    `  const x = a * ${String(i)};`,
    "  return x;",
    "}",
  ]).flat();
  const edited = [
    "// new",
    ...lines.map((line, i) => (i % 7 === 0 ? line.replace("a", "alpha") : line)),
    "// end",
  ];
  const time = processTime(() => {
    const file = new SourceFile("a.js", lines.join("\n"));
    trackStep(
      { file, startLine: 50_001, endLine: 50_004 },
      { files: [new SourceFile("a.js", edited.join("\n"))] },
    );
  });
  return figure(
    "tracking.large",
    time,
    null,
    1,
    "ms of processor time of one step in a file of 100,000 lines with edits all over",
  );
}

function measureMinified(): Figure {
  const minified = "var a=1;function b(){return a}".repeat(170_000);
  const time = processTime(() => {
    const file = new SourceFile("a.min.js", minified);
    trackStep({ file, startLine: 1, endLine: 1 }, { files: [new SourceFile("a.min.js", `${minified};`)] });
  });
  return figure(
    "tracking.minified",
    time,
    100,
    1,
    "ms of processor time until a minified line of 5 MB is said to be too large to follow",
  );
}

/** Milliseconds of this process: other work on the machine does not lengthen them. */
function processTime(task: () => void): number {
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
