import type { CodeCommit } from "../change-history.ts";
import type { HalfYears } from "./half-years.ts";
import { isFix } from "./is-fix.ts";

/** What is kept of a commit that changed some code. */
export interface Change {
  readonly id: string;
  readonly at: number;
  readonly author: number | undefined;
  readonly fix: boolean;
}

export const changeOf = ({ id, at, author, subject }: CodeCommit): Change => ({
  id,
  at,
  author,
  fix: isFix(subject),
});

/** How some code has changed. A year is the last two half years; whose clock runs ahead counts as today. */
export interface ChangeFigures {
  readonly inYear: number;
  readonly inLastHalf: number;
  readonly inHalfBefore: number;
  /** Of those in the year. */
  readonly fixes: number;
  /** People behind the changes of the year; programs don't count. */
  readonly people: number;
  readonly inAll: number;
  /** The oldest and the newest change, in seconds since 1970. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export function changeFigures(changes: Iterable<Change>, halves: HalfYears): ChangeFigures {
  const people = new Set<number>();
  let [inLastHalf, inHalfBefore, fixes, inAll] = [0, 0, 0, 0];
  let first: number | undefined;
  let last: number | undefined;
  for (const { at, author, fix } of changes) {
    inAll += 1;
    first = Math.min(first ?? at, at);
    last = Math.max(last ?? at, at);
    if (at < halves.before) continue;
    if (at < halves.last) inHalfBefore += 1;
    else inLastHalf += 1;
    if (fix) fixes += 1;
    if (author !== undefined) people.add(author);
  }
  return {
    inYear: inLastHalf + inHalfBefore,
    inLastHalf,
    inHalfBefore,
    fixes,
    people: people.size,
    inAll,
    first,
    last,
  };
}
