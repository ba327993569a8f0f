import type { BriefArea } from "../../domain/brief/brief.ts";
import type { AreaCandidate } from "./area-candidates.ts";
import { areaName } from "./area-name.ts";
import type { Covers } from "./area-matcher.ts";

export interface SuggestionSources {
  /** What has been written of the why so far. */
  readonly text: string;
  readonly candidates: readonly AreaCandidate[];
  /** Areas of earlier briefs, and what those said; the newest first. */
  readonly earlier: readonly { readonly text: string; readonly areas: readonly BriefArea[] }[];
  /** Folders that hold places of open notes. */
  readonly noteFolders: readonly string[];
  /** Files that changed with words like these, and how often. */
  readonly changed: readonly { readonly path: string; readonly times: number }[];
  /** What is chosen already. */
  readonly chosen: Covers;
}

/** Areas offered at once: as many as are read at a glance. */
const MOST = 8;

/** Folders that bear one name, as `src/returns` and `test/returns`, are one area of at most so many paths. */
const MOST_PATHS = 5;

/** Shorter words ("the", "and") are in any text. */
const SHORTEST_WORD = 4;

/** Parts of the product that a why may touch, the likeliest first, each by a name for people. */
export function suggestAreas(sources: SuggestionSources): readonly BriefArea[] {
  const { text, candidates, earlier, noteFolders, changed, chosen } = sources;
  const said = wordsOf(text);
  const offers = new Map<string, { name: string; paths: Set<string>; score: number }>();
  const offer = (name: string, paths: readonly string[], score: number) => {
    const free = paths.filter((path) => !chosen(path.replace(/\/\*\*$/, "/any")));
    if (free.length === 0) return;
    const key = name.toLowerCase();
    const known = offers.get(key) ?? { name, paths: new Set(), score: 0 };
    for (const path of free) if (known.paths.size < MOST_PATHS) known.paths.add(path);
    offers.set(key, { ...known, score: known.score + score });
  };

  for (const [at, brief] of earlier.entries()) {
    const shared = likeWords(said, wordsOf(brief.text)).length;
    for (const { name, paths } of brief.areas) offer(name, paths, 2 + shared * 2 - Math.min(at, 10) / 10);
  }
  for (const { path, name, words } of candidates) {
    const alike = likeWords(words, said).length;
    // A file by its name says less of the product than a folder, which people made to hold a part of it.
    if (alike > 0 && !isCovered(path, offers.get(name.toLowerCase())?.paths))
      offer(name, [path], ((path.endsWith("/**") ? 6 : 3) * alike) / words.length);
  }
  for (const { path, times } of changed) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (folder !== "") offer(areaName(folder), [`${folder}/**`], Math.min(3, Math.log2(1 + times)));
  }
  for (const folder of new Set(noteFolders))
    if (folder !== "") offer(areaName(folder), [`${folder}/**`], 0.5);

  return [...offers.values()]
    .sort((one, other) => other.score - one.score || (one.name < other.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name, paths }) => ({ name, paths: [...paths] }));
}

const isCovered = (path: string, paths: ReadonlySet<string> | undefined): boolean =>
  [...(paths ?? [])].some(
    (known) => known !== path && known.endsWith("/**") && path.startsWith(known.slice(0, -2)),
  );

/** The words of a text by which a part of the product may be told, each once. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST_WORD),
  ),
];

/** Those of `words` that are one of `others` but for their ending: "return", "returns", "returned". */
const likeWords = (words: readonly string[], others: readonly string[]): readonly string[] =>
  words.filter((word) => others.some((other) => isLike(word, other)));

/** Letters that the ending of a word may have: return-s, return-ed, return-ing. */
const LONGEST_ENDING = 3;

function isLike(one: string, other: string): boolean {
  let stem = 0;
  while (stem < one.length && one[stem] === other[stem]) stem++;
  return stem >= SHORTEST_WORD && Math.max(one.length, other.length) - stem <= LONGEST_ENDING;
}
