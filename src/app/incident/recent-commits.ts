import type { Moment } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { CodeHistory, RecentCommit } from "../code-history.ts";
import { millisecondsBetween } from "../moments.ts";
import type { Clock } from "../ports.ts";

/** Commits that are shown beside an incident. */
const SHOWN = 10;

/** After this many milliseconds git is asked again: somebody may have pushed a patch. */
const STALE_MILLISECONDS = 60_000;

interface Asked {
  readonly paths: string;
  readonly at: Moment;
  commits?: readonly RecentCommit[];
}

/** The last commits in the files of incidents. A page never waits for git: it gets what is known, and word when there is more. */
export class RecentCommits {
  readonly #history: Pick<CodeHistory, "recentCommits">;
  readonly #clock: Clock;
  readonly #arrived: (note: RecordId) => void;
  readonly #asked = new Map<RecordId, Asked>();

  constructor(history: Pick<CodeHistory, "recentCommits">, clock: Clock, arrived: (note: RecordId) => void) {
    this.#history = history;
    this.#clock = clock;
    this.#arrived = arrived;
  }

  /** Undefined while git is asked for the first time. */
  of(note: RecordId, paths: readonly string[]): readonly RecentCommit[] | undefined {
    if (paths.length === 0) return [];
    const now = this.#clock.now();
    const key = JSON.stringify(paths);
    const before = this.#asked.get(note);
    const known = before?.paths === key ? before : undefined;
    if (known === undefined || Math.abs(millisecondsBetween(known.at, now)) >= STALE_MILLISECONDS)
      this.#ask(note, paths, { paths: key, at: now, ...(known?.commits && { commits: known.commits }) });
    return known?.commits;
  }

  #ask(note: RecordId, paths: readonly string[], asked: Asked): void {
    this.#asked.set(note, asked);
    void this.#history.recentCommits(paths, SHOWN).then((commits) => {
      const isNews = JSON.stringify(commits) !== JSON.stringify(asked.commits);
      asked.commits = commits;
      if (isNews && this.#asked.get(note) === asked) this.#arrived(note);
    });
  }
}
