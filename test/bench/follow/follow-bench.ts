import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Places } from "../../../src/app/places.ts";
import type { Note } from "../../../src/domain/note.ts";
import type { CodeHistory } from "../../../src/app/code-history.ts";
import type { CodeReader } from "../../../src/app/ports.ts";
import { diskCode } from "../../../src/git/disk-code.ts";
import { findGit } from "../../../src/git/find-git.ts";
import { GitCodeHistory } from "../../../src/git/git-code-history.ts";
import { openRepository } from "../../../src/git/open-repository.ts";
import type { GitRepository } from "../../../src/git/git-repository.ts";
import { inEnglish } from "../../support/app-world.ts";
import { figure, inTurn, median, timed } from "../figure.ts";
import type { Figure } from "../figure.ts";
import { bareGit } from "../floor-git.ts";
import type { BenchOptions } from "../run.ts";
import { keystrokeFigure } from "./keystroke-figure.ts";
import { judged, makeNotes } from "./made-notes.ts";
import type { Judged, MadeNote } from "./made-notes.ts";
import { COMMITS_SINCE, makeRepository } from "./made-repository.ts";
import type { MadeRepository } from "./made-repository.ts";

const SEED = 20_261_122;
const NOTES = 1_000;
const RUNS = 9;

/** Anchors that are followed one at a time, each against a `git log -L` of its own. */
const ONES = 9;

const MEGABYTE = 1024 * 1024;

/**
 * What an extension may hold without being noticed among the others: an extension host starts at about 100 MB. Texts that are kept ready are
 * counted (256 on the ways, 32 of the work tree), so it does not grow with the notes.
 */
const MOST_MEGABYTES = 32;

/** How fast, and how well, the notes of a repository with a long history are found again {@link COMMITS_SINCE} commits later. */
export async function benchFollow({ say }: BenchOptions): Promise<readonly Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "sightline-follow-"));
  try {
    const made = await makeRepository(path.join(folder, "shop"), SEED);
    const notes = makeNotes(made, NOTES, SEED);
    const edited = notes.filter(({ isEdited }) => isEdited).length;
    say(
      `  ${made.commits} commits, ${made.files} files; ${NOTES} notes, ${edited} of them on lines that changed in the last ${COMMITS_SINCE} commits`,
    );
    const repository = await openAt(made.folder);
    return [
      ...(await speed(made, repository, notes, say)),
      await memory(repository, notes),
      ...(await correctness(repository, notes, say)),
      await keystrokeFigure(notes),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function openAt(folder: string): Promise<GitRepository> {
  const found = await findGit();
  if (found.kind !== "found") throw new Error(`the bench needs git: ${found.kind}`);
  const opened = await openRepository(found.git, folder);
  if (opened.kind !== "opened") throw new Error(`${opened.kind}: ${opened.detail}`);
  return opened.repository;
}

/** Places of a window that has just opened: nothing is known yet, and no git waits for questions. */
const freshPlaces = (repository: GitRepository): Places =>
  placesWith(diskCode(repository.top), new GitCodeHistory(repository));

/** Places about which nothing is known yet; in a window that is open it has read files and asked git before. */
const placesWith = (code: CodeReader, history: CodeHistory): Places =>
  new Places(code, history, inEnglish, (error) => {
    throw error;
  });

async function speed(
  made: MadeRepository,
  repository: GitRepository,
  notes: readonly MadeNote[],
  say: BenchOptions["say"],
): Promise<readonly Figure[]> {
  const range = `${made.then}..HEAD`;
  const log = () => timed(() => bareGit(made.folder, ["log", "--raw", "-M", range]));
  const every = notes.map(({ note }) => note);
  const all = await inTurn(RUNS, () => timed(() => freshPlaces(repository).find(every)), log);
  say(`  all ${all.ours.toFixed(1)} ms, git log --raw -M ${all.floor.toFixed(1)} ms`);

  const known = freshPlaces(repository);
  await known.find(every);
  const again = await inTurn(RUNS, () => timed(() => known.find(every)), log);
  say(`  all again ${again.ours.toFixed(1)} ms`);

  const seen = visibleFile(notes);
  const first = await inTurn(
    RUNS,
    () => timed(() => freshPlaces(repository).inFile(seen.path, seen.notes)),
    log,
  );
  say(`  first file (${seen.notes.length} notes) ${first.ours.toFixed(1)} ms`);

  const ones = notes.filter(({ isEdited, truth }) => isEdited && truth !== undefined).slice(0, ONES);
  const ratios: number[] = [];
  const times: { ours: number; floor: number }[] = [];
  for (const { note, truth } of ones) {
    if (truth === undefined) continue;
    const lines = `${truth.startLine},${truth.endLine}:${truth.path}`;
    const one = await inTurn(
      3,
      () => timed(() => placesWith(repository.code, repository.history).of(note)),
      () => timed(() => bareGit(made.folder, ["log", `-L${lines}`, range])),
    );
    times.push(one);
    ratios.push(one.ratio);
  }
  const oursOne = median(times.map(({ ours }) => ours));
  const floorOne = median(times.map(({ floor }) => floor));
  say(`  one ${oursOne.toFixed(1)} ms, git log -L ${floorOne.toFixed(1)} ms`);
  return [
    figure(
      "follow.all",
      all.ratio,
      3,
      RUNS,
      `finding ${NOTES} places ${COMMITS_SINCE} commits later, nothing known yet, against one \`git log --raw -M\` of those commits`,
    ),
    figure(
      "follow.again",
      again.ratio,
      null,
      RUNS,
      "the same places when they were found before in this window",
    ),
    figure(
      "follow.first",
      first.ratio,
      0.2,
      RUNS,
      "the places of the first file with notes that was edited, against the same `git log --raw -M`",
    ),
    figure(
      "follow.one",
      median(ratios),
      0.05,
      ones.length,
      "one place whose lines were edited, against `git log -L` of the same lines over the same commits",
    ),
  ];
}

/** The file with most notes among those of which some are on lines that changed. */
function visibleFile(notes: readonly MadeNote[]): { readonly path: string; readonly notes: readonly Note[] } {
  const paths = new Set(notes.filter(({ isEdited }) => isEdited).map(({ anchor }) => anchor.path));
  const files = [...paths].map((file) => ({
    path: file,
    notes: notes.filter(({ anchor }) => anchor.path === file).map(({ note }) => note),
  }));
  const [most] = files.sort((one, other) => other.notes.length - one.notes.length);
  if (most === undefined) throw new Error("nothing changed");
  return most;
}

/** Heap that is held after everything was found, once all that can go has gone. */
async function memory(repository: GitRepository, notes: readonly MadeNote[]): Promise<Figure> {
  const { collect } = await import("./collect-garbage.ts");
  const every = notes.map(({ note }) => note);
  const places = freshPlaces(repository);
  collect();
  const before = process.memoryUsage().heapUsed;
  await places.find(every);
  collect();
  const grown = (process.memoryUsage().heapUsed - before) / MEGABYTE;
  // What is measured has to be held until it is measured.
  await places.find(every.slice(0, 1));
  return figure(
    "follow.memory",
    grown,
    MOST_MEGABYTES,
    1,
    `MB of heap that are held after ${NOTES} places were found`,
  );
}

async function correctness(
  repository: GitRepository,
  notes: readonly MadeNote[],
  say: BenchOptions["say"],
): Promise<readonly Figure[]> {
  const places = freshPlaces(repository);
  await places.find(notes.map(({ note }) => note));
  const counts: Record<Judged, number> = { right: 0, missed: 0, wrong: 0 };
  for (const made of notes) {
    const [place] = await places.of(made.note);
    if (place === undefined) throw new Error("a note has lost its place");
    const what = judged(made, place);
    counts[what] += 1;
    if (what !== "right") {
      const { path: file, startLine, endLine, status, reason } = place;
      const { truth, anchor } = made;
      const was = `${anchor.path}:${anchor.startLine}-${anchor.endLine}`;
      const is = truth === undefined ? "gone" : `${truth.path}:${truth.startLine}-${truth.endLine}`;
      say(`  ${what}: ${was} is ${is}; said ${status} ${file}:${startLine}-${endLine}, ${reason}`);
    }
  }
  return [
    figure(
      "follow.right",
      counts.right / notes.length,
      0.97,
      notes.length,
      "share of places that are right, or rightly said to be gone",
      "atLeast",
    ),
    figure(
      "follow.wrong",
      counts.wrong / notes.length,
      0.005,
      notes.length,
      "share of places said where none of the lines are",
    ),
  ];
}
