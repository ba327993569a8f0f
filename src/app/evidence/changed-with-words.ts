import type { ChangeHistory, ReadOptions } from "../change-history.ts";
import { NamesOverTime } from "./names-over-time.ts";

/** Newest commits that are looked through: years of a busy team. */
const MOST_COMMITS = 20_000;

/** A commit that touches more files than this is about none of them. */
const MOST_FILES = 30;

/** Shorter words stand for nothing. */
const SHORTEST = 3;

/** From this many letters on a word also stands for those that begin like it: "return" for "returns". */
const SHORTEST_STEM = 4;

export interface FileWithWords {
  readonly path: string;
  /** Commits that changed it and say one of the words. */
  readonly commits: number;
}

/** Commits whose subject says one of some words; of a stretch of time alone, in seconds since 1970, where that is given. */
export interface WorkWithWords {
  readonly words: readonly string[];
  readonly from?: number;
  readonly to?: number;
}

/**
 * The files that were changed in commits whose subject has words like these, under their names of now, most often changed first. What a person
 * writes about work to come is thereby led to the code that such work touched before.
 */
export async function filesChangedWithWords(
  changes: Pick<ChangeHistory, "commits">,
  head: string,
  work: readonly WorkWithWords[],
  { limit, signal }: ReadOptions & { readonly limit: number },
): Promise<readonly FileWithWords[]> {
  const wanted = work
    .map((one) => ({ ...one, words: [...new Set(one.words.flatMap(wordsIn))] }))
    .filter(({ words }) => words.length > 0);
  if (wanted.length === 0 || limit < 1) return [];
  const names = new NamesOverTime();
  const counts = new Map<string, number>();
  await changes.commits(
    head,
    { most: MOST_COMMITS },
    ({ subject, files, at }) => {
      const said = wordsIn(subject);
      const says =
        files.length <= MOST_FILES &&
        wanted.some(
          ({ words, from = -Infinity, to = Infinity }) => from <= at && at < to && hasOneOf(said, words),
        );
      for (const file of files) {
        const name = names.nameOf(file);
        if (says) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    },
    { signal },
  );
  return [...counts]
    .map(([path, commits]) => ({ path, commits }))
    .sort((one, other) => other.commits - one.commits || (one.path < other.path ? -1 : 1))
    .slice(0, limit);
}

/** The words of a text, in small letters; those that are too short stand for nothing. */
const wordsIn = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= SHORTEST);

const hasOneOf = (said: readonly string[], wanted: readonly string[]): boolean =>
  said.some((word) => wanted.some((one) => isLike(word, one)));

function isLike(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  if (short === long) return true;
  return short.length >= SHORTEST_STEM && long.length - short.length <= 3 && long.startsWith(short);
}
