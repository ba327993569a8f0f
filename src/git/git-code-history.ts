import { codeTextOf, MAX_CODE_BYTES } from "../app/code-bytes.ts";
import type { CodeHistory, CodeObject, HistoryStep, RecentCommit } from "../app/code-history.ts";
import type { CodeText } from "../app/ports.ts";
import { attempt, GitFailed } from "./ask.ts";
import type { Answered } from "./ask.ts";
import { withBorrowedObjects } from "./borrowed-objects.ts";
import type { BorrowedObjects } from "./borrowed-objects.ts";
import type { GitCommand } from "./command.ts";
import { branchesWith } from "./commands/branches-with.ts";
import { compareCommits } from "./commands/compare-commits.ts";
import type { CompareOptions } from "./commands/compare-commits.ts";
import { describedObjects, describeObjects } from "./commands/describe-objects.ts";
import { findInFiles } from "./commands/find-in-files.ts";
import { hasIgnoredTracked } from "./commands/has-ignored-tracked.ts";
import { listFirstParents } from "./commands/list-first-parents.ts";
import type { CommitAndParent } from "./commands/list-first-parents.ts";
import { mergesBetween } from "./commands/merges-between.ts";
import { recentCommits } from "./commands/recent-commits.ts";
import { readHeadCommit } from "./commands/read-head.ts";
import { objectContents, readObjects } from "./commands/read-objects.ts";
import { isAtLeast } from "./git.ts";
import type { Git } from "./git.ts";
import { isObjectId } from "./object-id.ts";
import type { ObjectFormat } from "./object-id.ts";
import { ObjectReader } from "./object-reader.ts";

/** Longest part that is searched for, in characters: longer lines are data or minified. */
const MAX_PART_LENGTH = 500;

/** Longest way that is looked through, in commits along the first parents: years of a busy team. */
const MAX_STEPS = 20_000;

/** For all that one question about the way asks of git, in milliseconds. */
const STEPS_LIMIT_MS = 20_000;

/** For the last commits in a few files, in milliseconds. A file that has not changed for very long is told by saying nothing. */
const RECENT_LIMIT_MS = 10_000;

/**
 * A commit that changes more files than this is an import or brings in what others wrote: nearly all of them are new, and new files matter
 * least to code that was there before. They are left out of it; what it renames, changes and deletes is kept.
 */
const MAX_CHANGES = 20_000;

/** About 100 MB of memory. A way with more changes counts as longer than is looked through. */
const MAX_CHANGES_IN_ALL = 500_000;

/** No way to reach a remote is allowed: nothing here may wait for a network. */
const offline = { GIT_ALLOW_PROTOCOL: "" };

const missing: CodeText = { kind: "missing" };

/** A user's repository, as far as its history is asked for. */
export interface AskedRepository {
  readonly git: Git;
  readonly top: string;
  readonly commonFolder: string;
  readonly objectFormat: ObjectFormat;
}

/**
 * The history of the code, from the user's git. A signal that aborts rejects with its reason. Throws {@link GitFailed} where git can't be
 * run at all, or can't read an object that is here.
 */
export class GitCodeHistory implements CodeHistory {
  readonly #repository: AskedRepository;
  /** Undefined where this git can't be asked twice. */
  readonly #objects: ObjectReader | undefined;

  constructor(repository: AskedRepository) {
    this.#repository = repository;
    this.#objects = isAtLeast(repository.git.version, 2, 36) ? new ObjectReader(repository) : undefined;
  }

  async texts(asked: readonly CodeObject[], signal?: AbortSignal): Promise<readonly CodeText[]> {
    signal?.throwIfAborted();
    const asIs = asked.map((object) => this.#nameOf(object));
    const names = [...new Set(asIs.filter((name) => name !== undefined))];
    if (names.length === 0) return asked.map(() => missing);
    const objects = this.#objects;
    const texts =
      objects === undefined
        ? await this.#withObjects((borrowed) => this.#textsOf(names, this.#inProcesses(borrowed, signal)))
        : await this.#textsOf(names, inConversation(objects, signal));
    return asIs.map((name) => (name === undefined ? missing : (texts.get(name) ?? missing)));
  }

  async filesWith(
    asked: readonly (readonly string[])[],
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly (readonly string[])[]> {
    signal?.throwIfAborted();
    const lists = asked.map((parts) => parts.filter(isSearchable));
    const all = [...new Set(lists.flat())];
    if (all.length === 0 || limit < 1) return asked.map(() => []);
    const search = async (which: "notIgnored" | "tracked") => {
      const found = lists.map(() => new Map<string, number>());
      const command = findInFiles(
        all,
        (path, line) => {
          // Bytes that are not UTF-8 came out as U+FFFD: no file can be opened by that.
          if (path.includes("\uFFFD")) return;
          const held = new Set(all.filter((part) => line.includes(part)));
          for (const [at, files] of found.entries())
            if (lists[at]?.some((part) => held.has(part)) === true)
              files.set(path, (files.get(path) ?? 0) + 1);
        },
        which,
      );
      // Refused: a file of the index that git would read from a commit, in a clone without it.
      return (await this.#askInWorkTree(command, signal)) === undefined ? undefined : found;
    };
    const [notIgnored, hasMore] = await Promise.all([
      search("notIgnored"),
      this.#askInWorkTree(hasIgnoredTracked(), signal),
    ]);
    const tracked = hasMore?.answer === true ? await search("tracked") : undefined;
    return lists.map((_, at) =>
      [...new Map([...(tracked?.[at] ?? []), ...(notIgnored?.[at] ?? [])])]
        .sort(mostLinesFirst)
        .slice(0, limit)
        .map(([path]) => path),
    );
  }

  /** Undefined where git refuses, or the answer comes too late. */
  async #askInWorkTree<Answer>(
    command: GitCommand<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly answer: Answer } | undefined> {
    const place = { kind: "user", folder: this.#repository.top } as const;
    const answered = await attempt(this.#repository.git, place, command, { signal, environment: offline });
    signal?.throwIfAborted();
    if (answered.kind === "refused" || isTimedOut(answered)) return undefined;
    return { answer: answerOf(command, answered) };
  }

  async stepsSince(commit: string, signal?: AbortSignal): Promise<readonly HistoryStep[] | undefined> {
    signal?.throwIfAborted();
    if (!this.#isId(commit)) return undefined;
    const end = performance.now() + STEPS_LIMIT_MS;
    const { git, top } = this.#repository;
    const headCommand = readHeadCommit();
    const place = { kind: "user", folder: top } as const;
    const answered = await attempt(git, place, headCommand, { signal, environment: offline });
    signal?.throwIfAborted();
    const head = answerOf(headCommand, answered);
    if (head === undefined) return undefined;
    if (head === commit) return [];
    return await this.#withObjects(async (borrowed) => {
      const ask = <Answer>(command: GitCommand<Answer>) => this.#askUntil(end, borrowed, command, signal);
      const way = await wayBetween(commit, head, ask);
      if (way === undefined) return undefined;
      const compared = (await compare(way, "similar", ask)) ?? (await compare(way, "equal", ask));
      return typeof compared === "object" ? compared : undefined;
    });
  }

  async branchesWith(commit: string, limit: number): Promise<readonly string[]> {
    if (!this.#isId(commit) || limit < 1) return [];
    const command = branchesWith(commit, limit);
    const place = { kind: "user", folder: this.#repository.top } as const;
    const answered = await attempt(this.#repository.git, place, command, { environment: offline });
    // Refused: a commit on the way is not here.
    return answered.kind === "refused" || isTimedOut(answered) ? [] : answerOf(command, answered);
  }

  async recentCommits(paths: readonly string[], limit: number): Promise<readonly RecentCommit[]> {
    const asked = paths.filter(isAskable);
    if (asked.length === 0 || limit < 1) return [];
    const { git, top } = this.#repository;
    const place = { kind: "user", folder: top } as const;
    const headCommand = readHeadCommit();
    const head = answerOf(headCommand, await attempt(git, place, headCommand, { environment: offline }));
    if (head === undefined) return [];
    const command = recentCommits(head, asked, limit);
    const answered = await attempt(git, place, command, { environment: offline, limitMs: RECENT_LIMIT_MS });
    // Refused: a partial clone without the trees on the way.
    return answered.kind === "refused" || isTimedOut(answered) ? [] : answerOf(command, answered);
  }

  #withObjects<Answer>(use: (borrowed: BorrowedObjects) => Promise<Answer>): Promise<Answer> {
    return withBorrowedObjects(this.#repository, use);
  }

  /** A process for each question. */
  #inProcesses({ place, environment }: BorrowedObjects, signal: AbortSignal | undefined): AskForObjects {
    const ask = async <Answer>(command: GitCommand<Answer>) => {
      const answered = await attempt(this.#repository.git, place, command, { signal, environment });
      signal?.throwIfAborted();
      return answerOf(command, answered);
    };
    return {
      describe: (names) => ask(describeObjects(names)),
      read: (names, each) => ask(readObjects(names, each)),
    };
  }

  /** What is at each name that is a file's text here, and how it reads. */
  async #textsOf(names: readonly string[], ask: AskForObjects): Promise<ReadonlyMap<string, CodeText>> {
    const texts = new Map<string, CodeText>();
    const namesOf = new Map<string, string[]>();
    for (const [at, found] of (await ask.describe(names)).entries()) {
      const name = names[at];
      if (found?.type !== "blob" || name === undefined) continue;
      const { object, size } = found;
      const already = namesOf.get(object);
      if (size > MAX_CODE_BYTES) texts.set(name, { kind: "tooLarge" });
      else if (already === undefined) namesOf.set(object, [name]);
      else already.push(name);
    }
    if (namesOf.size === 0) return texts;
    const wanted = [...namesOf];
    await ask.read([...namesOf.keys()], (at, content) => {
      const text = content === undefined ? missing : codeTextOf(content);
      for (const name of wanted[at]?.[1] ?? []) texts.set(name, text);
    });
    return texts;
  }

  /** Undefined where the time is over. */
  async #askUntil<Answer>(
    end: number,
    { place, environment }: BorrowedObjects,
    command: GitCommand<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<Answer | undefined> {
    const limitMs = end - performance.now();
    if (limitMs <= 0) return undefined;
    const answered = await attempt(this.#repository.git, place, command, { signal, environment, limitMs });
    signal?.throwIfAborted();
    return isTimedOut(answered) ? undefined : answerOf(command, answered);
  }

  #isId(text: string): boolean {
    return isObjectId(text) && text.length === digits[this.#repository.objectFormat];
  }

  /** As git is asked for it; undefined where it can't be asked, so that nothing can be there. */
  #nameOf(asked: CodeObject): string | undefined {
    if ("object" in asked) return this.#isId(asked.object) ? asked.object : undefined;
    const { commit, path } = asked;
    return this.#isId(commit) && isAskable(path) ? `${commit}:${path}` : undefined;
  }
}

/** What is asked of objects, however git is reached. */
interface AskForObjects {
  readonly describe: (
    names: readonly string[],
  ) => Promise<
    readonly ({ readonly object: string; readonly type: string; readonly size: number } | undefined)[]
  >;
  readonly read: (
    names: readonly string[],
    each: (at: number, content: Uint8Array | undefined) => void,
  ) => Promise<unknown>;
}

/** Both questions to one git that stays. */
const inConversation = (objects: ObjectReader, signal: AbortSignal | undefined): AskForObjects => ({
  describe: async (names) => {
    let found = describedObjects(names);
    const reader = () => (found = describedObjects(names));
    await objects.ask({ lines: names.map((name) => `info ${name}`), reader }, signal);
    return found.answer;
  },
  read: (names, each) => {
    const reader = () => objectContents(names, each);
    return objects.ask({ lines: names.map((name) => `contents ${name}`), reader }, signal);
  },
});

type Ask = <Answer>(command: GitCommand<Answer>) => Promise<Answer | undefined>;

/** The commits after `commit` up to `head` along the first parents, oldest first. */
async function wayBetween(
  commit: string,
  head: string,
  ask: Ask,
): Promise<readonly CommitAndParent[] | undefined> {
  // One more than the way may have: `commit` itself ends it.
  const chain = await ask(listFirstParents(head, commit, MAX_STEPS + 1));
  if (chain === undefined) return undefined;
  const at = chain.findIndex(([id]) => id === commit);
  if (at !== -1) return chain.slice(0, at).reverse();
  if (chain.length > MAX_STEPS) return undefined;
  // It came in by a merge, if at all: the oldest one on the way. All that follows descends from it.
  const places = new Map(chain.map(([id], place) => [id, place]));
  let oldest = -1;
  const areHere = await ask(
    mergesBetween(commit, head, (merge) => {
      oldest = Math.max(oldest, places.get(merge) ?? -1);
    }),
  );
  return areHere === true && oldest !== -1 ? chain.slice(0, oldest + 1).reverse() : undefined;
}

/** Undefined where it needs files that are not here. */
async function compare(way: readonly CommitAndParent[], renames: CompareOptions["renames"], ask: Ask) {
  const command = compareCommits(way, {
    renames,
    maxChanges: MAX_CHANGES,
    maxChangesInAll: MAX_CHANGES_IN_ALL,
    limitMs: STEPS_LIMIT_MS,
  });
  const compared = await ask(command);
  if (compared === undefined) return "tooLong";
  return compared === "notHere" ? undefined : compared;
}

const digits: Readonly<Record<ObjectFormat, number>> = { sha1: 40, sha256: 64 };

const isTimedOut = (answered: Answered<unknown>): boolean =>
  answered.kind === "stopped" && answered.why === "timedOut";

function answerOf<Answer>(command: GitCommand<Answer>, answered: Answered<Answer>): Answer {
  if (answered.kind === "answered") return answered.answer;
  const why =
    answered.kind === "refused" ? `exit ${answered.exit}` : answered.kind === "stopped" ? answered.why : "";
  throw new GitFailed(command.args, `${why}: ${answered.detail}`);
}

/**
 * Whether `cat-file --batch` takes the path as it is: one name a line, of which it cuts off a carriage return at the end. "./" would be
 * taken as relative to a folder; git has no such names.
 */
const isAskable = (path: string): boolean =>
  !/[\n\0]|\r$/.test(path) && path.split("/").every((name) => name !== "" && name !== "." && name !== "..");

/** Each part is a line of what git is given. */
const isSearchable = (part: string): boolean =>
  part !== "" && part.length <= MAX_PART_LENGTH && !/[\n\0]/.test(part);

const mostLinesFirst = (
  [path, lines]: readonly [string, number],
  [otherPath, otherLines]: readonly [string, number],
): number => otherLines - lines || (path < otherPath ? -1 : 1);
