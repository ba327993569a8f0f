// `npx tsx test/bench/tracking/tune.ts --cases DIR`: fits the judgement (weights of evidence, threshold) on the labelled cases, and says what it
// would do on repositories that it was not fitted on: for each repository, fitted on all others. Prints the weights for src/anchoring/tracking/judgement.ts.
import { parseArgs } from "node:util";
import { evidenceNames } from "../../../src/anchoring/tracking/evidence.ts";
import { judgement as shipped, probability } from "../../../src/anchoring/tracking/judgement.ts";
import type { Judgement } from "../../../src/anchoring/tracking/judgement.ts";
import { weighedPlaces } from "../../../src/anchoring/tracking/places.ts";
import type { Region, Snapshot } from "../../../src/anchoring/tracking/places.ts";
import { SourceFile } from "../../../src/anchoring/tracking/source-file.ts";
import { trackStep, trackWalk } from "../../../src/anchoring/tracking/track.ts";
import { fitJudgement } from "./fit-judgement.ts";
import type { Sample } from "./fit-judgement.ts";
import { readCases, readyCase } from "./labelled-cases.ts";
import type { Expected, LabelledCase, ReadyCase } from "./labelled-cases.ts";
import { columns, judge, overlapF1, score, scoreLine } from "./score.ts";
import type { Judged } from "./score.ts";

/** The thresholds to choose from. */
const thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

/** What a case made from another one counts, one of the labelled being 1. */
const MADE_CASE = 0.5;

interface Prepared extends ReadyCase {
  readonly labelled: LabelledCase;
  /** The places proposed for the case itself, for the choice of a threshold, and those of the cases made from it. */
  readonly own: readonly Sample[];
  readonly samples: readonly Sample[];
}

function samplesOf(region: Region, snapshot: Snapshot, expected: Expected, weight: number): Sample[] {
  // Fitting needs all proposals, whatever the shipped judgement thinks of the likeliest.
  const everything: Judgement = { ...shipped, bias: -100 };
  return weighedPlaces(region, snapshot, everything).flatMap(({ evidence, file, ...place }, _, all) =>
    evidence === undefined
      ? []
      : [
          {
            evidence,
            f1: expected.status === "found" && expected.path === file.path ? overlapF1(place, expected) : 0,
            // A case with many proposals should not count many times as much.
            weight: weight / Math.sqrt(all.length),
          },
        ],
  );
}

/** Two more cases of one whose region still exists: the way back, and the new text with the region cut out of it, where it is gone. */
function madeCases(ready: ReadyCase, expected: Expected): Sample[] {
  const last = ready.walk.at(-1);
  const there =
    expected.status === "found" ? last?.files.find(({ path }) => path === expected.path) : undefined;
  if (expected.status !== "found" || last === undefined || there === undefined) return [];
  const { file, startLine, endLine } = ready.region;
  const back = samplesOf(
    { file: there, startLine: expected.startLine, endLine: expected.endLine },
    {
      files: [file, ...last.files.filter((other) => other !== there && other.path !== file.path).slice(0, 3)],
      renames: new Map(
        [[expected.path, file.path]].filter(([from]) => from === last.renames?.get(file.path)) as [
          string,
          string,
        ][],
      ),
    },
    { status: "found", path: file.path, startLine, endLine },
    MADE_CASE,
  );
  const lines = [...there.lines.slice(0, expected.startLine - 1), ...there.lines.slice(expected.endLine)];
  const cut = new SourceFile(there.path, lines.join("\n"));
  const files = last.files.map((other) => (other === there ? cut : other));
  return [...back, ...samplesOf(ready.region, { ...last, files }, { status: "deleted" }, MADE_CASE)];
}

function prepare(folder: string, labelled: LabelledCase): Prepared {
  const ready = readyCase(folder, labelled);
  const last = ready.walk.at(-1) ?? { files: [] };
  const own = samplesOf(ready.region, last, labelled.expected, 1);
  return { ...ready, labelled, own, samples: [...own, ...madeCases(ready, labelled.expected)] };
}

/** Fits weights, then takes the middle of the thresholds under which nearly the most of these cases (all but 1 in 200) come out right. */
function fit(cases: readonly Prepared[]): Judgement {
  const fitted = fitJudgement(
    cases.flatMap(({ samples }) => samples),
    0,
  );
  const right = thresholds.map(
    (threshold) =>
      cases.filter(({ own, labelled: { expected } }) => {
        const best = own
          .map(({ evidence, f1 }) => ({ p: probability(evidence, fitted), f1 }))
          .reduce((one, other) => (other.p > one.p ? other : one), { p: 0, f1: 0 });
        return expected.status === "deleted" ? best.p < threshold : best.p >= threshold && best.f1 === 1;
      }).length,
  );
  const most = Math.max(...right);
  const good = thresholds.filter((_, index) => right[index]! + cases.length / 200 >= most);
  return { ...fitted, threshold: good[Math.floor((good.length - 1) / 2)]! };
}

type Tracker = (prepared: Prepared, judgement: Judgement) => Judged;
const walking: Tracker = ({ region, walk, labelled }, judgement) =>
  judged(labelled, trackWalk(region, walk, judgement));
const jumping: Tracker = ({ region, walk, labelled }, judgement) =>
  judged(labelled, trackStep(region, walk.at(-1) ?? { files: [] }, judgement));

const judged = (labelled: LabelledCase, answer: Judged["answer"]): Judged => ({
  labelled,
  expected: labelled.expected,
  answer,
  verdict: judge(labelled.expected, answer),
});

function main(): void {
  const { values } = parseArgs({ options: { cases: { type: "string" } } });
  if (values.cases === undefined) {
    process.stderr.write("Which cases? npx tsx test/bench/tracking/tune.ts --cases DIR\n");
    process.exitCode = 2;
    return;
  }
  const folder = values.cases;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const cases = readCases(folder).map((labelled) => prepare(folder, labelled));
  const repositories = [...new Set(cases.map(({ labelled }) => labelled.repo))].sort();
  const all = fit(cases);
  const outside = new Map(
    repositories.map((repo) => [repo, fit(cases.filter(({ labelled }) => labelled.repo !== repo))]),
  );
  const inSample = (one: Prepared, track: Tracker): Judged => track(one, all);
  const outOfSample = (one: Prepared, track: Tracker): Judged =>
    track(one, outside.get(one.labelled.repo) ?? all);
  const stepped = cases.filter(({ walk }) => walk.length > 1);
  const line = (title: string, rows: readonly Judged[]): void =>
    say(`${title.padEnd(48)} ${scoreLine(score(rows))}`);
  say(`${"".padEnd(48)} ${columns}`);
  line(
    "as shipped",
    cases.map((one) => walking(one, shipped)),
  );
  line(
    "in sample",
    cases.map((one) => inSample(one, walking)),
  );
  line(
    "out of sample, by repository",
    cases.map((one) => outOfSample(one, walking)),
  );
  line(
    "in sample, one jump",
    cases.map((one) => inSample(one, jumping)),
  );
  line(
    "out of sample, one jump",
    cases.map((one) => outOfSample(one, jumping)),
  );
  line(
    "with steps: walk, out of sample",
    stepped.map((one) => outOfSample(one, walking)),
  );
  line(
    "with steps: one jump, out of sample",
    stepped.map((one) => outOfSample(one, jumping)),
  );
  say(
    `\nthresholds chosen without each repository: ${[...outside.values()].map(({ threshold }) => threshold).join(" ")}`,
  );
  say(`\nconfidence, out of sample: said, right, cases`);
  const answers = cases
    .map((one) => outOfSample(one, walking))
    .filter(({ answer }) => answer.status !== "orphaned");
  for (const [from, to] of [
    [0, 0.5],
    [0.5, 0.7],
    [0.7, 0.9],
    [0.9, 0.97],
    [0.97, 1.01],
  ] as const) {
    const band = answers.filter(({ answer }) => answer.confidence >= from && answer.confidence < to);
    const mean = band.reduce((sum, { answer }) => sum + answer.confidence, 0) / Math.max(1, band.length);
    const right = band.filter(({ verdict }) => verdict.f1 >= 0.5).length / Math.max(1, band.length);
    say(`  ${mean.toFixed(3)}  ${right.toFixed(3)}  ${String(band.length)}`);
  }
  say(`\nbias: ${all.bias.toFixed(2)}, threshold: ${String(all.threshold)}`);
  for (const name of evidenceNames) {
    const folds = [...outside.values()].map(({ weights }) => weights[name]);
    say(
      `${name.padEnd(16)} ${all.weights[name].toFixed(2).padStart(6)}   between ${Math.min(...folds).toFixed(2)} and ${Math.max(...folds).toFixed(2)} in the folds`,
    );
  }
}

main();
