import type { Person } from "../domain/person.ts";
import type { RecordId } from "../domain/ids.ts";
import { eachLine, LineUnion } from "../store/record-lines.ts";
import { done } from "../store/replica.ts";
import type { Attempt, CommitId, Difference, Replica, Tip } from "../store/replica.ts";
import { redactedBy, stillToSend } from "../store/redacted.ts";
import type { NewLine, Page, RecordLines } from "../store/store.ts";
import { ask } from "./ask.ts";
import type { BranchWriter } from "./branch-writer.ts";
import { listTop } from "./commands/list-top.ts";
import type { Git } from "./git.ts";
import { encodeBatch } from "./journal-entry.ts";
import type { JournalWriter } from "./journal-writer.ts";
import { unsettled } from "./journals.ts";
import type { Journal, Journals, Settled } from "./journals.ts";
import { attemptLocally } from "./local-failure.ts";
import type { Setting } from "./place.ts";
import { readRecordFile } from "./record-file.ts";
import type { RecordReader } from "./record-reader.ts";
import type { FoundState, StateRef, StoreState } from "./store-state.ts";

/** The parts of a store that exist on disk. */
export interface StoreParts {
  readonly git: Git;
  readonly gitDirectory: string;
  readonly journals: Journals;
  readonly journal: JournalWriter;
  readonly state: StateRef;
  readonly reader: RecordReader;
  readonly writer: BranchWriter;
}

/** What there is at one moment: the journals are read first, as what is taken out of them is in the state before. */
export interface Looked {
  readonly journals: readonly Journal[];
  readonly found: FoundState;
}

export async function look({
  journals,
  state,
}: {
  readonly journals: Pick<Journals, "read">;
  readonly state: Pick<StateRef, "read">;
}): Promise<Looked> {
  const read = await journals.read();
  return { journals: read, found: await state.read() };
}

/** How often a state is worked out anew because another process changed it meanwhile. */
const MAX_TRIES = 10;

/** This machine's half of a sync with one remote. */
export class GitReplica implements Replica {
  readonly #parts: StoreParts;
  readonly #remoteKey: string;
  readonly #author: () => Promise<Person>;
  readonly #signing: readonly Setting[];

  constructor(
    parts: StoreParts,
    options: { remoteKey: string; author: () => Promise<Person>; signing: readonly Setting[] },
  ) {
    this.#parts = parts;
    this.#remoteKey = options.remoteKey;
    this.#author = options.author;
    this.#signing = options.signing;
  }

  async adopted(): Promise<Tip> {
    return this.#adoptedIn((await this.#parts.state.read()).state);
  }

  async unsent(tip: Tip): Promise<readonly NewLine[]> {
    return unsentLines(this.#parts, await look(this.#parts), tip, this.#remoteKey);
  }

  async compare(earlier: Tip, later: Tip): Promise<Difference> {
    const { journals, found } = await look(this.#parts);
    const waiting = linesIn(journals, found.state.settled).map(({ record }) => record);
    const changed = await this.#parts.reader.compare(earlier, later, new Set(waiting));
    const incoming = new LineUnion();
    const gone: NewLine[] = [];
    for (const { record, before, after } of changed) {
      incoming.add(record, after);
      for (const line of before) if (!incoming.has(record, line.id)) gone.push({ record, line });
    }
    return { incoming: incoming.records, gone };
  }

  async linesAt(tip: Tip, records: Iterable<RecordId>): Promise<RecordLines> {
    return (await heldBy(this.#parts, tip, records)).records;
  }

  async isEmpty(tip: CommitId): Promise<boolean> {
    const { git, gitDirectory } = this.#parts;
    return (await ask(git, { kind: "store", gitDirectory }, listTop(tip))).length === 0;
  }

  commit(
    onto: Tip,
    lines: readonly NewLine[],
    pages: readonly Page[],
    message: string,
  ): Promise<Attempt<CommitId>> {
    return attemptLocally(async () =>
      this.#parts.writer.write({
        onto,
        lines,
        pages,
        message,
        author: await this.#author(),
        signing: this.#signing,
      }),
    );
  }

  commitAnew(
    tip: CommitId,
    records: RecordLines,
    pages: readonly Page[],
    message: string,
  ): Promise<Attempt<CommitId>> {
    return attemptLocally(async () =>
      this.#parts.writer.writeAnew(tip, records, {
        pages,
        message,
        author: await this.#author(),
        signing: this.#signing,
      }),
    );
  }

  adopt(tip: Tip, expected: Tip, removal: "none" | "accepted"): Promise<Attempt<"adopted" | "moved">> {
    return attemptLocally(async () => {
      for (let tries = 0; tries < MAX_TRIES; tries++) {
        const looked = await look(this.#parts);
        const { state } = looked.found;
        if (this.#adoptedIn(state) !== expected) return done("moved" as const);
        const settled = await this.#settledBy(looked, tip);
        const next: StoreState = {
          ...state,
          remote: this.#remoteKey,
          adopted: tip,
          local: null,
          settled,
          removals: state.removals + (removal === "accepted" ? 1 : 0),
        };
        if ((await this.#parts.state.replace(looked.found, next)) === "moved") continue;
        await clearJournals(this.#parts, looked.journals, settled);
        return done("adopted" as const);
      }
      return done("moved" as const);
    });
  }

  #adoptedIn(state: StoreState): Tip {
    return state.remote === this.#remoteKey ? state.adopted : null;
  }

  /**
   * How far each journal is on `tip`. What else waits (put away earlier, or received from another remote) and is not on it goes into the
   * journal first: after this, the state names nothing but `tip`.
   */
  async #settledBy({ journals, found }: Looked, tip: Tip): Promise<Settled> {
    const { state } = found;
    const putAway = await putAwayLines(this.#parts, state, this.#remoteKey);
    const tails = journals.map((journal) => ({ journal, batches: unsettled(journal, state.settled) }));
    const records = new Set<RecordId>(putAway.map(({ record }) => record));
    for (const { batches } of tails)
      for (const { lines } of batches) for (const { record } of lines) records.add(record);
    const held = await heldBy(this.#parts, tip, records);

    const isRedacted = redactedBy(held.records);
    const isDone = (line: NewLine) => held.has(line.record, line.line.id) || isRedacted(line);
    const left = putAway.filter((line) => !isDone(line));
    if (left.length > 0) await this.#parts.journal.append(encodeBatch(left));

    const settled: Record<string, number> = {};
    for (const { journal, batches } of tails) {
      let upTo = journal.key in state.settled ? (state.settled[journal.key] ?? 0) : 0;
      for (const { lines, end } of batches) {
        if (!lines.every(isDone)) break;
        upTo = end;
      }
      if (upTo > 0) settled[journal.key] = upTo;
    }
    return settled;
  }
}

/** Lines saved here that neither the remote's tip that was taken over holds, nor `tip`. */
export async function unsentLines(
  parts: StoreParts,
  { journals, found }: Looked,
  tip: Tip,
  remoteKey: string | undefined,
): Promise<readonly NewLine[]> {
  const waiting = new LineUnion();
  for (const { record, line } of await putAwayLines(parts, found.state, remoteKey)) {
    waiting.add(record, [line]);
  }
  for (const { record, line } of linesIn(journals, found.state.settled)) waiting.add(record, [line]);
  const held = await heldBy(parts, tip, waiting.records.keys());
  return stillToSend([...eachLine(waiting.records)], held, waiting.records);
}

/**
 * Puts the lines of all journals away into a commit of this machine's own, so that journals don't grow for ever where there is no remote, or
 * none that answers. Nobody else ever sees that commit.
 */
export async function putAway(parts: StoreParts, author: Person): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const looked = await look(parts);
    const { state } = looked.found;
    const lines = linesIn(looked.journals, state.settled);
    if (lines.length === 0) {
      await clearJournals(parts, looked.journals, state.settled);
      return;
    }
    const written = await parts.writer.write({
      onto: state.local,
      lines,
      pages: [],
      message: "Kept on this machine",
      author,
      signing: [],
    });
    if (written.kind === "failed") return;
    const settled = Object.fromEntries(looked.journals.map(({ key, end }) => [key, end]));
    const next = { ...state, local: written.value, settled };
    if ((await parts.state.replace(looked.found, next)) === "moved") continue;
    await clearJournals(parts, looked.journals, settled);
    return;
  }
}

/** The lines of journals that are on no tip yet. */
const linesIn = (journals: readonly Journal[], settled: Settled): readonly NewLine[] =>
  journals.flatMap((journal) => unsettled(journal, settled).flatMap(({ lines }) => lines));

/** Removes the journals that are of no more use. This process's own is ended first, if all of it is settled. */
export async function clearJournals(
  { journals, journal }: StoreParts,
  read: readonly Journal[],
  settled: Settled,
): Promise<void> {
  const own = read.find(({ key }) => key === journal.key);
  if (own !== undefined && own.end <= (settled[own.key] ?? 0)) await journal.seal();
  await journals.clear(settled, (key) => key === journal.key);
}

/** Removes the journals of which all is on a tip, and whose owner is done. */
export async function clearSettled(parts: StoreParts): Promise<void> {
  const { journals, found } = await look(parts);
  if (journals.length > 0) await clearJournals(parts, journals, found.state.settled);
}

/** Lines that are in no journal any more, and that the remote with this key is not known to have. */
async function putAwayLines(
  { reader }: StoreParts,
  state: StoreState,
  remoteKey: string | undefined,
): Promise<readonly NewLine[]> {
  const isOfAnother = remoteKey !== undefined && state.remote !== remoteKey;
  const tips = [isOfAnother ? state.adopted : null, state.local].filter((tip) => tip !== null);
  const union = new LineUnion();
  for (const tip of tips)
    await reader.readAll(tip, (record, lines) => {
      union.add(record, lines);
    });
  return [...eachLine(union.records)];
}

/** What `tip` holds of some records. */
async function heldBy({ reader }: StoreParts, tip: Tip, records: Iterable<RecordId>): Promise<LineUnion> {
  const held = new LineUnion();
  const asked = [...records];
  if (tip === null || asked.length === 0) return held;
  for (const [record, content] of await reader.readFiles(tip, asked)) {
    held.add(record, readRecordFile(content));
  }
  return held;
}
