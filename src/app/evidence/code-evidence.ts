import { Recent } from "../../base/recent.ts";
import type { ChangeHistory, LineRange, Reading, ReadOptions } from "../change-history.ts";
import type { CodeHistory } from "../code-history.ts";
import type { Clock, CodeReader, UserRepository } from "../ports.ts";
import { changeFigures, changeOf } from "./change-figures.ts";
import type { Change, ChangeFigures } from "./change-figures.ts";
import { TogetherCount } from "./changing-together.ts";
import type { ChangesTogether } from "./changing-together.ts";
import { surveyFiles } from "./file-survey.ts";
import type { FileSurvey } from "./file-survey.ts";
import { halfYearsUntil } from "./half-years.ts";
import { linesAtHead } from "./lines-at-head.ts";

/** Files and ranges whose changes are remembered. */
const KEPT = 40;

/** Changes of one file that are kept: the newest, where there are more. A few megabytes at most. */
const MOST_CHANGES = 20_000;

/** The newest changes of the code by which it is told what changes together with it. */
const MOST_FOR_TOGETHER = 300;

/** A place of a note, as it is found in the work tree now. */
export interface CodePlace extends LineRange {
  readonly path: string;
}

export interface FileEvidence {
  readonly path: string;
  readonly figures: ChangeFigures;
}

export interface PlacesEvidence {
  readonly kind: "found";
  readonly commit: string;
  /** Of the lines of all places together; undefined where git can't tell them for one of them. */
  readonly lines: ChangeFigures | undefined;
  /** Of the files together. */
  readonly all: ChangeFigures;
  readonly files: readonly FileEvidence[];
  readonly together: ChangesTogether;
  /** This clone has only the last part of the history. */
  readonly cut: boolean;
}

/** Why there is nothing to say. */
export type NoEvidence =
  | { readonly kind: "noPlace" }
  | { readonly kind: "noCommit" }
  /** None of the files is in a commit. */
  | { readonly kind: "notCommitted" }
  /** The clone ends before anything that it could count. */
  | { readonly kind: "cut" }
  | { readonly kind: "notHere" }
  | { readonly kind: "tooLong" };

export type SurveyOutcome =
  | { readonly kind: "surveyed"; readonly survey: FileSurvey }
  | Exclude<NoEvidence, { readonly kind: "noPlace" | "notCommitted" }>;

export interface EvidencePorts {
  readonly changes: ChangeHistory;
  readonly history: Pick<CodeHistory, "texts">;
  readonly user: Pick<UserRepository, "head">;
  readonly code: Pick<CodeReader, "read">;
  readonly clock: Pick<Clock, "today">;
}

/** The changes of a file or of some lines, newest first, with every name that the file had. */
interface Read {
  readonly reading: Reading;
  readonly changes: readonly Change[];
  readonly names: ReadonlySet<string>;
}

/**
 * Counts how code has changed, from its history. What was counted once is remembered for the commit that is checked out, and in this window only:
 * counting one file again costs less than keeping it right on a disk.
 */
export class CodeEvidence {
  readonly #ports: EvidencePorts;
  readonly #read = new Recent<string, Read>(KEPT);
  #surveyed: { readonly key: string; readonly survey: FileSurvey } | undefined;

  constructor(ports: EvidencePorts) {
    this.#ports = ports;
  }

  async ofPlaces(
    places: readonly CodePlace[],
    options: ReadOptions = {},
  ): Promise<PlacesEvidence | NoEvidence> {
    if (places.length === 0) return { kind: "noPlace" };
    const { commit } = await this.#ports.user.head();
    if (commit === undefined) return { kind: "noCommit" };
    const halves = halfYearsUntil(this.#ports.clock.today());
    const paths = [...new Set(places.map(({ path }) => path))];
    const read: { readonly path: string; readonly file: Read }[] = [];
    for (const path of paths) read.push({ path, file: await this.#ofFile(commit, path, options) });
    const trouble = read.map(({ file }) => file.reading).find(({ kind }) => kind === "tooLong");
    if (trouble !== undefined) return { kind: "tooLong" };
    const known = read.filter(({ file }) => file.changes.length > 0);
    const cut = read.some(({ file: { reading } }) => reading.kind === "read" && reading.cut);
    if (known.length === 0) {
      if (cut) return { kind: "cut" };
      return { kind: read.some(({ file }) => file.reading.kind === "notHere") ? "notHere" : "notCommitted" };
    }
    const changes = together(known.map(({ file }) => file.changes));
    const lines = await this.#ofLines(commit, places, options);
    return {
      kind: "found",
      commit,
      cut,
      all: changeFigures(changes, halves),
      lines: lines === undefined ? undefined : changeFigures(lines, halves),
      files: known.map(({ path, file }) => ({
        path,
        figures: changeFigures(file.changes, halves),
      })),
      together: await this.#together(changes, new Set(known.flatMap(({ file }) => [...file.names])), options),
    };
  }

  /** Which files of the repository change often for how complicated they are. */
  async survey(options: ReadOptions = {}): Promise<SurveyOutcome> {
    const { user, clock, changes, code } = this.#ports;
    const { commit } = await user.head();
    if (commit === undefined) return { kind: "noCommit" };
    const today = clock.today();
    const key = `${commit} ${today}`;
    if (this.#surveyed?.key !== key) {
      const survey = await surveyFiles({ changes, code }, commit, halfYearsUntil(today), options);
      if (survey.reading.kind !== "read") return survey.reading;
      if (survey.reading.cut && survey.changed === 0) return { kind: "cut" };
      this.#surveyed = { key, survey };
    }
    return { kind: "surveyed", survey: this.#surveyed.survey };
  }

  async #ofFile(commit: string, path: string, options: ReadOptions): Promise<Read> {
    return await this.#remembered(`${commit} ${path}`, path, (each) =>
      this.#ports.changes.commitsOf(commit, path, each, options),
    );
  }

  /** The changes of the lines of all places; undefined where those of one are not known. */
  async #ofLines(
    commit: string,
    places: readonly CodePlace[],
    options: ReadOptions,
  ): Promise<readonly Change[] | undefined> {
    const found: (readonly Change[])[] = [];
    for (const place of places) {
      const { path } = place;
      const [committed] = await this.#ports.history.texts([{ commit, path }]);
      const onDisk = await this.#ports.code.read(path);
      if (committed?.kind !== "text" || onDisk.kind !== "text") return undefined;
      const range = linesAtHead(committed.text, onDisk.text, place);
      if (range === undefined) return undefined;
      const key = `${commit} ${range.startLine}-${range.endLine} ${path}`;
      const { reading, changes } = await this.#remembered(key, path, (each) =>
        this.#ports.changes.commitsOfLines(commit, path, range, each, options),
      );
      if (reading.kind !== "read" || changes.length === 0) return undefined;
      found.push(changes);
    }
    return together(found);
  }

  async #remembered(
    key: string,
    path: string,
    read: (each: Parameters<ChangeHistory["commitsOf"]>[2]) => Promise<Reading>,
  ): Promise<Read> {
    const before = this.#read.get(key);
    if (before !== undefined) return before;
    const changes: Change[] = [];
    const names = new Set([path]);
    const reading = await read((commit) => {
      if (changes.length < MOST_CHANGES) changes.push(changeOf(commit));
      for (const { from } of commit.files) if (from !== undefined) names.add(from);
    });
    const now = { reading, changes, names };
    if (reading.kind === "read") this.#read.set(key, now);
    return now;
  }

  async #together(
    changes: readonly Change[],
    own: ReadonlySet<string>,
    options: ReadOptions,
  ): Promise<ChangesTogether> {
    const count = new TogetherCount(own);
    const newest = [...changes].sort((one, other) => other.at - one.at).slice(0, MOST_FOR_TOGETHER);
    const commits = newest.map(({ id }) => id);
    await this.#ports.changes.filesOf(commits, (_, paths) => count.add(paths), options);
    const { of, files } = count.result();
    // What is called otherwise by now, or gone, can't be shown to anybody.
    const here = await Promise.all(
      files.map(async (file) => ((await this.#ports.code.read(file.path)).kind === "missing" ? [] : [file])),
    );
    return { of, files: here.flat() };
  }
}

/** Each commit once, however many of the lists it is in. */
const together = (lists: readonly (readonly Change[])[]): readonly Change[] => [
  ...new Map(lists.flat().map((change) => [change.id, change])).values(),
];
