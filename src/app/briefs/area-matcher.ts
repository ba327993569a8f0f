import picomatch from "picomatch/posix";
import type { BriefArea } from "../../domain/brief/brief.ts";

/** Whether a file, by its path from the top, lies in it. */
export type Covers = (path: string) => boolean;

/**
 * Wildcards a glob may have. Each one more multiplies the ways a path can fail to match, and globs come from whoever can push: beyond
 * this one is passed over.
 */
const MAX_WILDCARDS = 6;

/** Whether a path lies in one of the areas. A folder without wildcards stands for all that is in it. */
export function areaMatcher(areas: readonly BriefArea[]): Covers {
  const covers = areas.flatMap(({ paths }) => paths.flatMap((path) => matcherOf(path) ?? []));
  return (path) => covers.some((matches) => matches(path));
}

function matcherOf(glob: string): Covers | undefined {
  const folder = glob.endsWith("/**") ? glob.slice(0, -"/**".length) : glob;
  if (!/[*?{]/.test(folder)) return (path) => path === folder || path.startsWith(`${folder}/`);
  if ((glob.match(/\*+|\?|\{/g) ?? []).length > MAX_WILDCARDS) return undefined;
  // Names of folders such as `[id]` and `(shop)` are names, not patterns.
  const literal = glob.replace(/[()[\]!+@|^$]/g, "\\$&");
  return picomatch([literal, `${literal}/**`], { dot: true, nonegate: true, noextglob: true });
}
