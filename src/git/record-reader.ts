import type { Line } from "../domain/event-line.ts";
import type { RecordId } from "../domain/ids.ts";
import { ask } from "./ask.ts";
import { compareFiles } from "./commands/compare-files.ts";
import { listFiles } from "./commands/list-files.ts";
import { readObjects } from "./commands/read-objects.ts";
import type { Git } from "./git.ts";
import { emptyTree } from "./object-id.ts";
import type { ObjectFormat, ObjectId } from "./object-id.ts";
import type { Place } from "./place.ts";
import { readRecordFile } from "./record-file.ts";
import { recordAt, recordPath, RECORDS } from "./record-path.ts";

/** A record whose file differs between two commits. */
export interface ChangedRecord {
  readonly record: RecordId;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

/** How much of record files is kept in memory, in bytes, and of how many commits: a sync is about theirs and the one on top of it. */
const REMEMBERED_BYTES = 8 * 1024 * 1024;
const REMEMBERED_COMMITS = 4;

/** Reads record files out of commits. Two processes at most, however many records there are. */
export class RecordReader {
  readonly #git: Git;
  readonly #place: Place;
  readonly #noCommit: ObjectId;
  readonly #remembered = new Map<ObjectId, Map<RecordId, Uint8Array | undefined>>();
  #rememberedBytes = 0;

  constructor(git: Git, gitDirectory: string, objectFormat: ObjectFormat) {
    this.#git = git;
    this.#place = { kind: "store", gitDirectory };
    this.#noCommit = emptyTree[objectFormat];
  }

  /** Calls `each` for every record of a commit. */
  async readAll(commit: ObjectId, each: (record: RecordId, lines: Line[]) => void): Promise<void> {
    const files: { record: RecordId; object: ObjectId }[] = [];
    for (const { path, object } of await ask(this.#git, this.#place, listFiles(commit, RECORDS))) {
      const record = recordAt(path);
      if (record !== undefined) files.push({ record, object });
    }
    const objects = files.map(({ object }) => object);
    await this.#readObjects(objects, (at, content) => {
      const file = files[at];
      if (file !== undefined && content !== undefined) {
        each(file.record, readRecordFile(content));
      }
    });
  }

  /** Some records of a commit, as their files stand; those that aren't there are left out. */
  async readFiles(commit: ObjectId, records: readonly RecordId[]): Promise<Map<RecordId, Uint8Array>> {
    const found = new Map<RecordId, Uint8Array>();
    const known = this.#remembered.get(commit);
    const unknown: RecordId[] = [];
    for (const record of records) {
      const content = known?.get(record);
      if (content !== undefined) found.set(record, content);
      else if (known?.has(record) !== true) unknown.push(record);
    }
    await this.#readObjects(
      unknown.map((record) => `${commit}:${recordPath(record)}`),
      (at, content) => {
        const record = unknown[at];
        if (record === undefined) return;
        this.remember(commit, record, content);
        if (content !== undefined) found.set(record, content);
      },
    );
    return found;
  }

  /** The text of a page of a commit; undefined where there is none. */
  async readPage(commit: ObjectId, path: string): Promise<string | undefined> {
    let text: string | undefined;
    await this.#readObjects([`${commit}:${path}`], (_, content) => {
      if (content !== undefined) text = Buffer.from(content).toString("utf8");
    });
    return text;
  }

  /** A commit's files never change: what is known of one need not be read. A sync asks for the same few several times. */
  remember(commit: ObjectId, record: RecordId, content: Uint8Array | undefined): void {
    this.#rememberedBytes += content?.length ?? 0;
    const files = this.#remembered.get(commit);
    if (
      this.#rememberedBytes > REMEMBERED_BYTES ||
      (files === undefined && this.#remembered.size >= REMEMBERED_COMMITS)
    ) {
      this.#remembered.clear();
      this.#rememberedBytes = content?.length ?? 0;
    }
    const kept = this.#remembered.get(commit) ?? new Map<RecordId, Uint8Array | undefined>();
    kept.set(record, content);
    this.#remembered.set(commit, kept);
  }

  /** The records that differ; undefined where a commit isn't here any more. Null is the branch that doesn't exist. */
  async changed(before: ObjectId | null, after: ObjectId | null): Promise<readonly RecordId[] | undefined> {
    const files = await this.#compare(before, after);
    return files?.map(({ record }) => record);
  }

  /**
   * The same with their lines. Both commits have to be here. `also` are records of `after` that will be asked for next: they come in the
   * same process.
   */
  async compare(
    before: ObjectId | null,
    after: ObjectId | null,
    also: Iterable<RecordId>,
  ): Promise<readonly ChangedRecord[]> {
    const files = await this.#compare(before, after);
    if (files === undefined) throw new Error(`not both here: ${String(before)}, ${String(after)}`);
    const names = files.flatMap((file) => [file.before, file.after]).filter((name) => name !== undefined);
    const contents = new Map<string, Uint8Array>();
    const extra = after === null ? [] : [...also];
    await this.#readObjects(
      [...names, ...extra.map((record) => `${String(after)}:${recordPath(record)}`)],
      (at, content) => {
        const name = names[at];
        const record = extra[at - names.length];
        if (name !== undefined && content !== undefined) contents.set(name, content);
        if (record !== undefined && after !== null) this.remember(after, record, content);
      },
    );
    const linesOf = (object: ObjectId | undefined) =>
      readRecordFile((object === undefined ? undefined : contents.get(object)) ?? new Uint8Array());
    return files.map((file) => ({
      record: file.record,
      before: linesOf(file.before),
      after: linesOf(file.after),
    }));
  }

  async #compare(before: ObjectId | null, after: ObjectId | null) {
    if (before === after) return [];
    const files = await ask(
      this.#git,
      this.#place,
      compareFiles(before ?? this.#noCommit, after ?? this.#noCommit, RECORDS),
    );
    return files?.flatMap((file) => {
      const record = recordAt(file.path);
      return record === undefined ? [] : [{ record, before: file.before, after: file.after }];
    });
  }

  async #readObjects(
    names: readonly string[],
    each: (at: number, content: Uint8Array | undefined) => void,
  ): Promise<void> {
    if (names.length > 0) await ask(this.#git, this.#place, readObjects(names, each));
  }
}
