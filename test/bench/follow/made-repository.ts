import { mkdir } from "node:fs/promises";
import { Dice } from "../../unit/tracking/look-alike-code.ts";
import { bareGit } from "../floor-git.ts";
import { MadeHistory } from "./made-history.ts";
import { contentOf, isComment, linesOf } from "./made-tree.ts";
import type { TreeFile } from "./made-tree.ts";

const COMMITS = 5_200;

/** Commits from where the anchors are made to HEAD, those of side branches and merges counted. */
export const COMMITS_SINCE = 500;

/** A line that has an identity: where it is, its number from 1, and its text. */
export interface PlacedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** A file as it was. */
export interface PastFile {
  readonly path: string;
  readonly text: string;
  /** The identity of each line; 0 for blank lines. */
  readonly ids: readonly number[];
  readonly texts: readonly string[];
  /** From 0, both included, without the comment above. */
  readonly definitions: readonly { readonly from: number; readonly to: number }[];
}

export interface MadeRepository {
  readonly folder: string;
  /** The commit {@link COMMITS_SINCE} before HEAD, and its files. */
  readonly then: string;
  readonly past: readonly PastFile[];
  /** Where each line is at HEAD, by identity. */
  readonly now: ReadonlyMap<number, PlacedLine>;
  readonly commits: number;
  readonly files: number;
}

/** Makes a repository with a long history at `folder`, packed as after a clone, and checks HEAD out. The seed decides everything. */
export async function makeRepository(folder: string, seed: number): Promise<MadeRepository> {
  const history = new MadeHistory(new Dice(seed));
  const stream: string[] = [];
  while (history.commits < COMMITS - COMMITS_SINCE || history.isAside) stream.push(history.next());
  const mark = history.commits;
  stream.push(`reset refs/tags/then\nfrom :${mark}\n\n`);
  const past = history.files.map(pastFile);
  for (let left = COMMITS_SINCE; left > 0; left--) stream.push(history.next(left));
  await mkdir(folder, { recursive: true });
  await bareGit(folder, ["init", "--quiet", "--initial-branch=main"]);
  await bareGit(folder, ["fast-import", "--quiet"], stream.join(""));
  await bareGit(folder, ["gc", "--quiet"]);
  await bareGit(folder, ["reset", "--quiet", "--hard", "main"]);
  const then = await bareGit(folder, ["rev-parse", "refs/tags/then"]);
  const now = new Map<number, PlacedLine>();
  for (const file of history.files)
    for (const [at, { id, text }] of linesOf(file).entries())
      if (text !== "") now.set(id, { path: file.path, line: at + 1, text });
  return { folder, then, past, now, commits: history.commits, files: history.files.length };
}

function pastFile(file: TreeFile): PastFile {
  const lines = linesOf(file);
  const definitions: { from: number; to: number }[] = [];
  let row = file.head.length;
  for (const definition of file.definitions) {
    const start = definition.findIndex(({ text }) => !isComment(text));
    definitions.push({ from: row + start, to: row + definition.length - 1 });
    row += definition.length + 1;
  }
  return {
    path: file.path,
    text: contentOf(file),
    ids: lines.map(({ id, text }) => (text === "" ? 0 : id)),
    texts: lines.map(({ text }) => text),
    definitions,
  };
}
