import type { Disposable } from "../../base/emitter.ts";
import type { Cancel } from "../../base/cancel.ts";
import type { Brief } from "../../domain/brief/brief.ts";
import { newestFirst } from "../../domain/brief/brief-time.ts";
import type { ChangeHistory } from "../change-history.ts";
import { filesChangedWithWords } from "../evidence/changed-with-words.ts";
import type { FileWithWords, WorkWithWords } from "../evidence/changed-with-words.ts";
import type { FileSurvey, RankedFile } from "../evidence/file-survey.ts";
import type { Scheduler, UserRepository } from "../ports.ts";
import type { Covers } from "./area-matcher.ts";
import { CountedLater } from "./counted-later.ts";
import { wordsOf } from "./suggest-areas.ts";

/** Files by which areas are suggested. */
const MOST_FILES = 40;

/** Earlier whys whose days are looked at: the newest. */
const MOST_EARLIER = 10;

/** Files that are named in the areas of a why. */
const MOST_OFTEN = 5;

const DAY_SECONDS = 86_400;

export interface LearnedParts {
  readonly changes: Pick<ChangeHistory, "commits">;
  readonly user: Pick<UserRepository, "head">;
  /** Files that change often; undefined where the history tells nothing. */
  readonly survey: (signal: Cancel) => Promise<FileSurvey | undefined>;
  /** Nothing may be run here. */
  readonly isReadOnly: () => boolean;
  readonly scheduler: Scheduler;
  readonly arrived: () => void;
  readonly failed: (error: unknown) => void;
}

/** What the history of the code says to a why: counted in the background, on this machine. */
export class LearnedFromHistory implements Disposable {
  readonly #parts: LearnedParts;
  readonly #changed: CountedLater<readonly FileWithWords[]>;
  readonly #often: CountedLater<FileSurvey | undefined>;

  constructor(parts: LearnedParts) {
    this.#parts = parts;
    this.#changed = new CountedLater(parts);
    this.#often = new CountedLater(parts);
  }

  /** Files that changed in commits with words like those of a why, or in the days of earlier whys with what those said. */
  async changedLike(text: string, earlier: readonly Brief[]): Promise<readonly FileWithWords[]> {
    const commit = await this.#head();
    const words = [...wordsOf(text)].sort();
    if (commit === undefined || words.length === 0) return [];
    const work = [{ words }, ...earlierWork(words, earlier)];
    return (
      this.#changed.of(JSON.stringify([commit, work]), (signal) =>
        filesChangedWithWords(this.#parts.changes, commit, work, { limit: MOST_FILES, signal }),
      ) ?? []
    );
  }

  /** The files in some areas that change often for how complicated they are, the first one most. */
  async oftenIn(covers: Covers, today: string): Promise<readonly RankedFile[]> {
    const commit = await this.#head();
    if (commit === undefined) return [];
    const survey = this.#often.of(`${commit} ${today}`, this.#parts.survey);
    return survey?.ranked.filter(({ path }) => covers(path)).slice(0, MOST_OFTEN) ?? [];
  }

  dispose(): void {
    this.#changed.dispose();
    this.#often.dispose();
  }

  async #head(): Promise<string | undefined> {
    return this.#parts.isReadOnly() ? undefined : (await this.#parts.user.head()).commit;
  }
}

/** The days of earlier sprints whose why shares a word, with all that it said. */
function earlierWork(words: readonly string[], earlier: readonly Brief[]): readonly WorkWithWords[] {
  return [...earlier]
    .sort(newestFirst)
    .flatMap(({ fields }) => {
      const scope = fields.scope.value;
      const its = wordsOf(fields.text.value);
      if (scope?.kind !== "sprint" || !its.some((word) => words.includes(word))) return [];
      const [from, to] = [scope.from, scope.to].map((day) => Date.parse(`${day}T00:00:00Z`) / 1000);
      return from === undefined || to === undefined
        ? []
        : [{ words: [...its].sort(), from, to: to + DAY_SECONDS }];
    })
    .slice(0, MOST_EARLIER);
}
