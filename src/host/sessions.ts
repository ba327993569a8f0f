import path from "node:path";
import { Emitter } from "../base/emitter.ts";
import type { Disposable } from "../base/emitter.ts";
import type { CodeReader, UserRepository } from "../app/ports.ts";
import { leadToTheSame } from "../app/record-address.ts";
import type { KnownRecord } from "../app/record-shelf.ts";
import type { Change, Session } from "../app/session.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import type { FolderProblem } from "./problem.ts";

/** A repository that was found and not opened yet. */
export interface FoundRepository {
  /** Top of its work tree, absolute, without links: what makes two folders one repository. */
  readonly top: string;
  readonly user: UserRepository;
  readonly code: CodeReader;
  open(): Promise<Session>;
}

/** Looks for the repository of a folder; starts nothing that outlives the answer. */
export type FindRepository = (
  folder: string,
  record: KnownRecord | undefined,
) => Promise<{ readonly kind: "found"; readonly repository: FoundRepository } | FolderProblem>;

/** A folder of the window: as people write it, and as it is without links. */
export interface WindowFolder {
  readonly path: string;
  readonly realPath: string;
  /** Set where it holds no code, but a record that was opened by its address. */
  readonly record?: KnownRecord | undefined;
}

/** An open repository, and what it was opened with. */
export interface Opened {
  readonly session: Session;
  readonly user: UserRepository;
  readonly code: CodeReader;
}

/** A file of a repository that is open here, by its path from the top, with `/`. */
export interface FileInSession extends Opened {
  readonly path: string;
}

export interface SessionChange {
  readonly session: Session;
  readonly change: Change;
}

/** What there is to show; told apart because each has a welcome of its own. */
export type SessionsState = "loading" | "ready" | "noFolder" | FolderProblem["kind"];

interface OpenFolder extends WindowFolder {
  readonly opened?: Opened | undefined;
  readonly problem?: FolderProblem | undefined;
}

/** One session for each repository that the window's folders lie in: two folders of one repository share theirs. */
export class Sessions implements Disposable {
  readonly #find: FindRepository;
  readonly #listFolders: () => Promise<readonly WindowFolder[]>;
  readonly #failed: (error: unknown) => void;
  readonly #byTop = new Map<string, Promise<Opened>>();
  readonly #listening = new Map<Session, Disposable>();
  readonly #changes: Emitter<SessionChange>;
  readonly #openings: Emitter<void>;
  #folders: readonly OpenFolder[] = [];
  #opened: readonly Opened[] = [];
  #opening: Promise<void> | undefined;
  #ready = false;

  constructor(
    find: FindRepository,
    listFolders: () => Promise<readonly WindowFolder[]>,
    failed: (error: unknown) => void,
  ) {
    this.#find = find;
    this.#listFolders = listFolders;
    this.#failed = failed;
    this.#changes = new Emitter(failed);
    this.#openings = new Emitter(failed);
  }

  /** Opens them the first time; calls that come meanwhile join, later ones answer at once. */
  async opened(): Promise<readonly Session[]> {
    if (!this.#ready) await (this.#opening ?? this.#openInTurn());
    return this.all();
  }

  /** Looks again: opens what has come and closes what the window no longer holds. */
  async reopen(): Promise<readonly Session[]> {
    await this.#openInTurn();
    return this.all();
  }

  all(): readonly Session[] {
    return this.#opened.map(({ session }) => session);
  }

  /** What a session was opened with. */
  partsOf(session: Session): Opened | undefined {
    return this.#opened.find((opened) => opened.session === session);
  }

  state(): SessionsState {
    if (!this.#ready) return "loading";
    if (this.#opened.length > 0) return "ready";
    return this.problem()?.kind ?? "noFolder";
  }

  /** Why there is no session, where there is none. */
  problem(): FolderProblem | undefined {
    return this.#opened.length > 0 ? undefined : this.#folders.find(({ problem }) => problem)?.problem;
  }

  /** Why `file` has no session, where a folder of the window holds it. */
  problemOf(file: string): FolderProblem | undefined {
    return this.#folders.find(({ path, realPath }) => isUnder(file, path) || isUnder(file, realPath))
      ?.problem;
  }

  /** The session and path of a file on disk; the innermost repository, where one lies in another. */
  fileIn(file: string): FileInSession | undefined {
    const through = longest(
      this.#folders.filter((folder) => isUnder(file, folder.path)),
      (folder) => folder.path,
    );
    const real =
      through === undefined ? file : path.join(through.realPath, path.relative(through.path, file));
    const opened = longest(
      this.#opened.filter(({ session }) => isUnder(real, session.repository.top)),
      ({ session }) => session.repository.top,
    );
    if (opened === undefined) return undefined;
    const relative = path.relative(opened.session.repository.top, real).split(path.sep).join("/");
    return relative === "" ? undefined : { ...opened, path: relative };
  }

  /** Where a file of a session is on disk, under the folder's own name where a link leads to it. */
  fileOf(session: Session, relative: string): string {
    const real = path.join(session.repository.top, ...relative.split("/"));
    const through = longest(
      this.#folders.filter((folder) => isUnder(real, folder.realPath)),
      (folder) => folder.realPath,
    );
    return through === undefined ? real : path.join(through.path, path.relative(through.realPath, real));
  }

  /** The session that holds a note, by the note's id. */
  withNote(id: RecordId): { readonly session: Session; readonly note: Note } | undefined {
    for (const session of this.all()) {
      const note = session.note(id);
      if (note !== undefined) return { session, note };
    }
    return undefined;
  }

  /** The session that holds a record, of whatever kind. */
  withRecord(id: RecordId): Session | undefined {
    return this.all().find((session) => session.record(id) !== undefined);
  }

  /** The session that a 1:1 was handed out by. */
  withOneOnOne(id: RecordId): Session | undefined {
    return this.all().find(({ oneOnOnes }) => oneOnOnes.has(id));
  }

  /** The session of a record that was opened by its address, or of a folder that has the same record. */
  async ofRecord({ id, url }: KnownRecord): Promise<Session | undefined> {
    const itself = this.all().find(({ repository }) => repository.record?.id === id);
    if (itself !== undefined) return itself;
    for (const { session, user } of this.#opened) if (await hasRemote(user, url)) return session;
    return undefined;
  }

  /** The session of a repository; the first of them where none is named. */
  ofRepository(id: string | undefined): Session | undefined {
    return id === undefined ? this.all()[0] : this.all().find(({ repository }) => repository.id === id);
  }

  /** Something changed in one of them. */
  onDidChange(listener: (change: SessionChange) => void): Disposable {
    return this.#changes.on(listener);
  }

  /** Other sessions are open than before. */
  onDidOpen(listener: () => void): Disposable {
    return this.#openings.on(listener);
  }

  dispose(): void {
    for (const session of [...this.#listening.keys()]) this.#close(session);
  }

  #openInTurn(): Promise<void> {
    const turn = (this.#opening ?? Promise.resolve()).then(() => this.#openAll());
    this.#opening = turn;
    const done = () => {
      if (this.#opening === turn) this.#opening = undefined;
    };
    turn.then(done, done);
    return turn;
  }

  async #openAll(): Promise<void> {
    const folders = await this.#listFolders();
    const { kept: opened, doubles } = await withoutDoubles(
      await Promise.all(folders.map((folder) => this.#openFolder(folder))),
    );
    const different = [...new Set(opened.flatMap((folder) => folder.opened ?? []))];
    const sessions = different.map(({ session }) => session);
    for (const { opened: one } of doubles) if (one !== undefined) this.#close(one.session);
    for (const session of this.all()) if (!sessions.includes(session)) this.#close(session);
    for (const session of sessions)
      if (!this.#listening.has(session))
        this.#listening.set(
          session,
          session.onDidChange((change) => this.#changes.emit({ session, change })),
        );
    this.#folders = opened;
    this.#opened = different;
    this.#ready = true;
    this.#openings.emit();
  }

  async #openFolder(folder: WindowFolder): Promise<OpenFolder> {
    try {
      const found = await this.#find(folder.realPath, folder.record);
      if (found.kind !== "found") return { ...folder, problem: found };
      return { ...folder, opened: await this.#openOnce(found.repository) };
    } catch (error) {
      this.#failed(error);
      return { ...folder, problem: { kind: "failed", detail: String(error) } };
    }
  }

  #openOnce(found: FoundRepository): Promise<Opened> {
    const { top, user, code } = found;
    const already = this.#byTop.get(top);
    if (already !== undefined) return already;
    const opening = found.open().then((session) => ({ session, user, code }));
    this.#byTop.set(top, opening);
    // A failure is told to this caller; the next one tries again.
    opening.catch(() => this.#byTop.delete(top));
    return opening;
  }

  #close(session: Session): void {
    this.#listening.get(session)?.dispose();
    this.#listening.delete(session);
    this.#byTop.delete(session.repository.top);
    session.dispose();
  }
}

/** A record is not shown beside a folder that has it anyway. */
async function withoutDoubles(
  folders: readonly OpenFolder[],
): Promise<Record<"kept" | "doubles", readonly OpenFolder[]>> {
  const kept: OpenFolder[] = [];
  const doubles: OpenFolder[] = [];
  for (const folder of folders) {
    const { record } = folder;
    let isDouble = false;
    if (record !== undefined)
      for (const { opened, record: other } of folders)
        isDouble ||=
          other === undefined && opened !== undefined && (await hasRemote(opened.user, record.url));
    (isDouble ? doubles : kept).push(folder);
  }
  return { kept, doubles };
}

const hasRemote = async (user: Pick<UserRepository, "remotes">, url: string): Promise<boolean> =>
  (await user.remotes()).some((remote) => leadToTheSame(remote.url, url));

function isUnder(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

const longest = <Item>(items: readonly Item[], of: (item: Item) => string): Item | undefined =>
  items.reduce<Item | undefined>(
    (best, item) => (best === undefined || of(item).length > of(best).length ? item : best),
    undefined,
  );
