import type { RecordId } from "../domain/ids.ts";
import type { Person } from "../domain/person.ts";
import { byRecord } from "../store/record-lines.ts";
import { done } from "../store/replica.ts";
import type { Attempt } from "../store/replica.ts";
import { mayWritePages, PAGES_VERSION_PATH } from "../store/pages/pages-version.ts";
import { PAGE_PATHS } from "../store/pages/page-paths.ts";
import type { NewLine, Page, RecordLines } from "../store/store.ts";
import { ask } from "./ask.ts";
import { commitIdentity } from "./commit-identity.ts";
import { importCommit } from "./commands/import-commit.ts";
import type { ImportedFile } from "./commands/import-commit.ts";
import { writeCommit } from "./commands/write-commit.ts";
import type { Git } from "./git.ts";
import type { ObjectId } from "./object-id.ts";
import type { Place, Setting } from "./place.ts";
import { addToRecordFile } from "./record-file.ts";
import type { RecordReader } from "./record-reader.ts";
import { recordPath, RECORDS } from "./record-path.ts";

export interface CommitRequest {
  readonly onto: ObjectId | null;
  readonly lines: readonly NewLine[];
  readonly pages: readonly Page[];
  readonly message: string;
  readonly author: Person;
  /** The user's settings for signing; the commit is signed where they say so (`commit.gpgSign`). */
  readonly signing: readonly Setting[];
}

/** Writes commits of the record's branch into our own repository. */
export class BranchWriter {
  readonly #git: Git;
  readonly #gitDirectory: string;
  readonly #reader: RecordReader;
  readonly #now: () => number;

  constructor(options: {
    git: Git;
    gitDirectory: string;
    reader: RecordReader;
    /** Milliseconds since 1970. */
    now: () => number;
  }) {
    this.#git = options.git;
    this.#gitDirectory = options.gitDirectory;
    this.#reader = options.reader;
    this.#now = options.now;
  }

  /** One commit on top of `onto`; its objects are on the disk, and no ref points at it. */
  async write(request: CommitRequest): Promise<Attempt<ObjectId>> {
    const place: Place = { kind: "store", gitDirectory: this.#gitDirectory };
    const parent = request.onto ?? undefined;
    const identity = commitIdentity(request.author, this.#now());
    const written = new Map<RecordId, Uint8Array>();
    const commit = await ask(
      this.#git,
      place,
      importCommit({
        parent,
        files: this.#files(request, written),
        message: request.message,
        identity,
      }),
    );
    if (!isSigning(request.signing)) return done(this.#remember(commit, written));
    const signed = await ask(
      this.#git,
      { ...place, configuration: request.signing },
      writeCommit({
        tree: `${commit}^{tree}`,
        parents: parent === undefined ? [] : [parent],
        message: request.message,
        identity,
        isSigned: true,
      }),
    );
    return "commit" in signed
      ? done(this.#remember(signed.commit, written))
      : { kind: "failed", failure: { reason: "couldNotSign", detail: signed.notSigned } };
  }

  /**
   * A commit without a parent that holds what `tip` does, but for its pages and for `records`, which are written whole. It is made of one on
   * top of `tip` that nobody ever sees.
   */
  async writeAnew(
    tip: ObjectId,
    records: RecordLines,
    { pages, message, author, signing }: Omit<CommitRequest, "onto" | "lines">,
  ): Promise<Attempt<ObjectId>> {
    const place: Place = { kind: "store", gitDirectory: this.#gitDirectory };
    const identity = commitIdentity(author, this.#now());
    const allowed = await this.#allowed(tip, pages);
    const scaffold = await ask(
      this.#git,
      place,
      importCommit({
        parent: tip,
        remove: PAGE_PATHS,
        files: wholeFiles(records, allowed),
        message,
        identity,
      }),
    );
    const isSigned = isSigning(signing);
    const written = await ask(
      this.#git,
      { ...place, configuration: isSigned ? signing : [] },
      writeCommit({ tree: `${scaffold}^{tree}`, parents: [], message, identity, isSigned }),
    );
    return "commit" in written
      ? done(written.commit)
      : { kind: "failed", failure: { reason: "couldNotSign", detail: written.notSigned } };
  }

  #remember(commit: ObjectId, written: ReadonlyMap<RecordId, Uint8Array>): ObjectId {
    for (const [record, content] of written) this.#reader.remember(commit, record, content);
    return commit;
  }

  /** The pages, unless those of the commit below come from a newer renderer. */
  async #allowed(onto: ObjectId | null, pages: readonly Page[]): Promise<readonly Page[]> {
    if (onto === null || pages.length === 0) return pages;
    return mayWritePages(await this.#reader.readPage(onto, PAGES_VERSION_PATH)) ? pages : [];
  }

  async *#files(
    { onto, lines, pages }: CommitRequest,
    written: Map<RecordId, Uint8Array>,
  ): AsyncGenerator<ImportedFile> {
    const added = byRecord(lines);
    const existing =
      onto === null ? new Map<string, Uint8Array>() : await this.#reader.readFiles(onto, [...added.keys()]);
    for (const [record, own] of added) {
      const content = addToRecordFile(existing.get(record) ?? new Uint8Array(), own);
      written.set(record, content);
      yield { path: recordPath(record), content };
    }
    for (const { path, text } of await this.#allowed(onto, pages)) {
      yield pageFile({ path, text });
    }
  }
}

async function* wholeFiles(records: RecordLines, pages: readonly Page[]): AsyncGenerator<ImportedFile> {
  for (const [record, lines] of records)
    yield { path: recordPath(record), content: addToRecordFile(new Uint8Array(), lines) };
  for (const page of pages) yield pageFile(page);
  await Promise.resolve();
}

function pageFile({ path, text }: Page): ImportedFile {
  if (!isPagePath(path)) throw new Error(`no place for a page: ${path}`);
  return { path, content: Buffer.from(text, "utf8") };
}

/** Pages are anywhere but among the records, and nowhere a checkout of the branch could do harm. */
function isPagePath(path: string): boolean {
  const segments = path.split("/");
  return (
    segments[0] !== RECORDS &&
    !/[\u0000-\u001f\u007f\\]/.test(path) &&
    segments.every((segment) => segment !== "" && !/^(\.\.?|\.git)$/i.test(segment))
  );
}

const isSigning = (settings: readonly Setting[]): boolean => {
  const set = settings.findLast(({ name }) => name === "commit.gpgsign")?.value.toLowerCase();
  return set !== undefined && !["false", "no", "off", "0", ""].includes(set);
};
