import type { ChangeHistory, Reading, ReadOptions } from "../change-history.ts";
import type { CodeReader } from "../ports.ts";
import type { HalfYears } from "./half-years.ts";
import { shapeOf } from "./indentation.ts";
import { isGenerated, isLeftOut } from "./is-left-out.ts";
import { NamesOverTime } from "./names-over-time.ts";

/** Files that are read and ranked: those that changed most often. Beyond them nothing changes often enough to matter. */
const RANKED = 150;

/** A file that changed less often in half a year is not one that changes often. */
export const FEWEST_CHANGES = 5;

/** Commits of half a year that are looked at: the newest, where there are more. */
const MOST_COMMITS = 200_000;

/** Files that are open at once. */
const READ_AT_ONCE = 16;

/** How often a file changed in the last half year, and how long and nested it is now. */
export interface RankedFile {
  readonly path: string;
  readonly changes: number;
  /** Lines that are not empty. */
  readonly lines: number;
  /** The sum of their levels of indentation. */
  readonly levels: number;
}

export interface FileSurvey {
  readonly reading: Reading;
  /** Files of code that changed in the last half year. */
  readonly changed: number;
  /** The first is where work will be felt most: changes times complexity, which is the lines and their levels added up. */
  readonly ranked: readonly RankedFile[];
}

/**
 * Which files of code change most, for how complicated they are: change frequency times complexity (Tornhill, "Your Code as a Crime Scene", 2015;
 * by the name of hotspots), with indentation standing for complexity (indentation.ts). Lock files, what others wrote, what a program made, and what is
 * not text or no code are left out (is-left-out.ts).
 */
export async function surveyFiles(
  ports: { readonly changes: Pick<ChangeHistory, "commits">; readonly code: Pick<CodeReader, "read"> },
  head: string,
  { last }: HalfYears,
  { signal }: ReadOptions,
): Promise<FileSurvey> {
  const names = new NamesOverTime();
  const counts = new Map<string, number>();
  const reading = await ports.changes.commits(
    head,
    { since: last, most: MOST_COMMITS },
    ({ files }) => {
      for (const file of files) {
        const name = names.nameOf(file);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    },
    { signal },
  );
  for (const path of counts.keys()) if (isLeftOut(path)) counts.delete(path);
  const often = [...counts]
    .filter(([, changes]) => changes >= FEWEST_CHANGES)
    .sort(([path, changes], [other, others]) => others - changes || (path < other ? -1 : 1))
    .slice(0, RANKED);
  const ranked: RankedFile[] = [];
  for (let from = 0; from < often.length; from += READ_AT_ONCE) {
    signal?.throwIfAborted();
    const some = often.slice(from, from + READ_AT_ONCE);
    const read = await Promise.all(some.map(([path]) => ports.code.read(path)));
    for (const [at, [path, changes]] of some.entries()) {
      const code = read[at];
      if (code?.kind === "text" && !isGenerated(code.text))
        ranked.push({ path, changes, ...shapeOf(code.text) });
    }
  }
  return { reading, changed: counts.size, ranked: ranked.sort(mostFelt) };
}

const weight = ({ changes, lines, levels }: RankedFile): number => changes * (lines + levels);

const mostFelt = (one: RankedFile, other: RankedFile): number =>
  weight(other) - weight(one) || other.changes - one.changes || (one.path < other.path ? -1 : 1);
