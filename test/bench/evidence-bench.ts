import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CodeEvidence } from "../../src/app/evidence/code-evidence.ts";
import type { CodeText } from "../../src/app/ports.ts";
import type { Clone } from "../support/world.ts";
import { world } from "../support/world.ts";
import { figure, inTurn, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { bareGit } from "./floor-git.ts";
import type { BenchOptions } from "./run.ts";

const RUNS = 7;
const COMMITS = 20_000;
const FILES = 400;
const FILE = "src/part7/file7.ts";
const LINES = 60;

/** All within the half year that is looked at: what is measured reads every commit. */
const START = 1_700_000_000;
const APART = 600;
const TODAY = new Date((START + COMMITS * APART) * 1000).toISOString().slice(0, 10);

/**
 * `evidence.file`: what the history tells about a file, its figures and what changes with it, against one `git log --follow --numstat` of it.
 * `evidence.hotspots`: the files of a repository of 20,000 commits that change most for how complicated they are, against one `git log --numstat`.
 */
export async function benchEvidence({ say }: BenchOptions): Promise<readonly Figure[]> {
  const made = await world();
  try {
    const clone = await made.empty("code");
    await bareGit(clone.folder, ["fast-import", "--quiet"], stream());
    await bareGit(clone.folder, ["reset", "--quiet", "--hard", "refs/heads/main"]);
    const floor = (...args: readonly string[]) =>
      timed(() => bareGit(clone.folder, ["log", "--numstat", ...args]));
    const file = await inTurn(
      RUNS,
      () =>
        timed(() =>
          counted(clone, (evidence) => evidence.ofPlaces([{ path: FILE, startLine: 1, endLine: LINES }])),
        ),
      () => floor("--follow", "--", FILE),
    );
    say(`  one file ${file.ours.toFixed(0)} ms, git log --follow --numstat ${file.floor.toFixed(0)} ms`);
    const all = await inTurn(
      RUNS,
      () => timed(() => counted(clone, (evidence) => evidence.survey())),
      () => floor(),
    );
    say(`  all files ${all.ours.toFixed(0)} ms, git log --numstat ${all.floor.toFixed(0)} ms`);
    return [
      figure(
        "evidence.file",
        file.ratio,
        1.3,
        RUNS,
        "the evidence for a whole file and its lines in a repository of 20,000 commits, against `git log --follow --numstat` of it",
      ),
      figure(
        "evidence.hotspots",
        all.ratio,
        1.3,
        RUNS,
        "files ranked by change and complexity over 20,000 commits, against `git log --numstat`",
      ),
    ];
  } finally {
    await made.close();
  }
}

/** Nothing is remembered from one run to the next. */
async function counted(
  { folder, repository }: Clone,
  count: (evidence: CodeEvidence) => Promise<{ readonly kind: string }>,
): Promise<void> {
  const read = async (path: string): Promise<CodeText> => ({
    kind: "text",
    text: await readFile(join(folder, path), "utf8"),
  });
  const evidence = new CodeEvidence({
    changes: repository.changes,
    history: repository.history,
    user: repository,
    code: { read },
    clock: { today: () => TODAY },
  });
  const { kind } = await count(evidence);
  if (kind !== "found" && kind !== "surveyed") throw new Error(kind);
}

/** Commits that change two or three files each, some files far more often than others. */
function stream(): string {
  const parts: string[] = [];
  let random = 7;
  const next = (below: number) => (random = (random * 48_271) % 2_147_483_647) % below;
  const text = (file: number, at: number) =>
    Array.from(
      { length: LINES },
      (_, line) =>
        `${" ".repeat(4 * (line % 4))}call${file}_${line}(${(at * (line % 9 === at % 9 ? 1 : 0)) % 1000});\n`,
    ).join("");
  for (let at = 0; at < COMMITS; at++) {
    const who = next(9);
    const subject = at % 5 === 0 ? `Fix part ${at}` : `Change part ${at}`;
    parts.push(
      `commit refs/heads/main\ncommitter P${who} <p${who}@example.invalid> ${START + at * APART} +0000\ndata ${subject.length}\n${subject}\n`,
    );
    const own = new Set([
      Math.min(next(FILES), next(FILES)),
      Math.min(next(FILES), next(FILES)),
      next(FILES),
    ]);
    for (const file of own) {
      const content = text(file, at);
      parts.push(`M 100644 inline src/part${file % 20}/file${file}.ts\ndata ${content.length}\n${content}\n`);
    }
    parts.push("\n");
  }
  return parts.join("");
}
