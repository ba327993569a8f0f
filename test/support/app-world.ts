import { inspect } from "node:util";
import type { CodeHistory } from "../../src/app/code-history.ts";
import { openSession } from "../../src/app/open-session.ts";
import type {
  CodeReader,
  CodeText,
  Head,
  Log,
  PrivateFiles,
  RemoteInfo,
  Tracking,
  UserRepository,
} from "../../src/app/ports.ts";
import type { Session } from "../../src/app/session.ts";
import type { Wording } from "../../src/app/wording.ts";
import { refuse, succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";
import { english } from "../../src/base/translate.ts";
import type { Person } from "../../src/domain/person.ts";
import type { NoteValues } from "../../src/domain/note-fields.ts";
import type { Role } from "../../src/domain/words.ts";
import type { ActionInput } from "../../src/protocol/action.ts";
import type { SyncOutcome } from "../../src/store/store.ts";
import { FakeTime } from "./fake-time.ts";
import { MemoryChangeHistory } from "./memory-change-history.ts";
import { MemoryClone, MemoryRemote, MemoryStore } from "./memory-store.ts";

export const ann: Person = { name: "Ann", email: "ann@example.org" };
export const ben: Person = { name: "Ben", email: "ben@example.org" };
export const petra: Person = { name: "Petra", email: "petra@example.org" };

/** English as written in Britain: "14 March", not "March 14". */
export const inEnglish: Wording = { translate: english, language: "en-GB" };

export const origin: RemoteInfo = { name: "origin", url: "git@github.com:shop/shop.git" };

/** Private files in memory. `isFull`: nothing can be written. */
export class MemoryFiles implements PrivateFiles {
  readonly texts = new Map<string, string>();
  isFull = false;
  writes = 0;

  read(name: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(name));
  }

  write(name: string, text: string): Promise<Result<void, { readonly detail: string }>> {
    if (this.isFull) return Promise.resolve(refuse({ detail: "no space left on device" }));
    this.writes += 1;
    this.texts.set(name, text);
    return Promise.resolve(succeed(undefined));
  }

  remove(name: string): Promise<void> {
    this.texts.delete(name);
    return Promise.resolve();
  }

  list(prefix: string): Promise<readonly string[]> {
    return Promise.resolve([...this.texts.keys()].filter((name) => name.startsWith(prefix)).sort());
  }
}

/** Files of the work tree; counts what is read. */
export class MemoryCode implements CodeReader {
  readonly files = new Map<string, string>();
  reads = 0;

  read(path: string): Promise<CodeText> {
    this.reads += 1;
    const text = this.files.get(path);
    return Promise.resolve(text === undefined ? { kind: "missing" } : { kind: "text", text });
  }

  kindOf(path: string): Promise<"file" | "folder" | "missing"> {
    const isFolder = [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
    return Promise.resolve(this.files.has(path) ? "file" : isFolder ? "folder" : "missing");
  }
}

/** A repository without a commit: nothing is known but what lies in the work tree. */
const withoutCommits = (code: MemoryCode): CodeHistory => ({
  texts: (asked) => Promise.resolve(asked.map(() => ({ kind: "missing" }))),
  filesWith: (asked, limit) =>
    Promise.resolve(
      asked.map((parts) =>
        [...code.files]
          .filter(([, text]) => parts.some((part) => text.includes(part)))
          .map(([path]) => path)
          .slice(0, limit),
      ),
    ),
  stepsSince: () => Promise.resolve(undefined),
  branchesWith: () => Promise.resolve([]),
  recentCommits: () => Promise.resolve([]),
});

export class FakeUser implements UserRepository {
  readonly top = "/home/ann/shop";
  person: Person | undefined;
  remoteList: readonly RemoteInfo[];
  /** What HEAD is at. */
  commit: string | undefined;
  /** The files of HEAD. */
  fileList: readonly string[] = [];

  constructor(person: Person | undefined, remotes: readonly RemoteInfo[]) {
    this.person = person;
    this.remoteList = remotes;
  }

  identity(): Promise<Person | undefined> {
    return Promise.resolve(this.person);
  }

  remotes(): Promise<readonly RemoteInfo[]> {
    return Promise.resolve(this.remoteList);
  }

  head(): Promise<Head> {
    return Promise.resolve({ commit: this.commit, branch: "main" });
  }

  files(): Promise<readonly string[]> {
    return Promise.resolve(this.fileList);
  }

  tracking(): Promise<Tracking> {
    return Promise.resolve("tracked");
  }
}

/** A store that has no remote: what a session is given before anybody has agreed to push. */
class UnsentStore extends MemoryStore {
  override sync(): Promise<SyncOutcome> {
    return Promise.resolve({ kind: "noRemote" });
  }
}

/** One person's machine: a clone, its private files, its work tree. Windows on it share them. */
export class Machine {
  readonly files = new MemoryFiles();
  readonly code = new MemoryCode();
  readonly changes = new MemoryChangeHistory();
  /** Where the code has one. */
  history: CodeHistory | undefined;
  readonly user: FakeUser;
  readonly clone: MemoryClone;
  readonly time: FakeTime;
  /** Names of remotes that stores were opened for. */
  readonly opened: (string | undefined)[] = [];
  readonly warnings: string[] = [];
  isReadOnly = false;
  #nonce = 0;
  readonly #salt: string;

  constructor(person: Person | undefined, remote: MemoryRemote, time: FakeTime, remotes = [origin]) {
    this.user = new FakeUser(person, remotes);
    this.clone = new MemoryClone(remote);
    this.time = time;
    this.#salt = Buffer.from(person?.email ?? "nobody").toString("hex");
  }

  /** A window. */
  open(wording: Wording = inEnglish): Promise<Session> {
    const log: Log = {
      info: () => undefined,
      warn: (message, detail) => void this.warnings.push(`${message} ${inspect(detail)}`),
    };
    return openSession({
      openStore: (remote) => {
        this.opened.push(remote);
        return remote === undefined ? new UnsentStore(this.clone) : new MemoryStore(this.clone);
      },
      user: this.user,
      files: this.files,
      code: this.code,
      history: this.history ?? withoutCommits(this.code),
      changes: this.changes,
      clock: this.time,
      chance: { hex: (bytes) => this.#hex(bytes) },
      scheduler: this.time,
      wording,
      log,
      readOnly: () => this.isReadOnly,
    });
  }

  #hex(bytes: number): string {
    this.#nonce += 1;
    return `${this.#nonce.toString(16).padStart(8, "0")}${this.#salt}${"0".repeat(2 * bytes)}`.slice(
      0,
      2 * bytes,
    );
  }
}

export interface AppWorld {
  readonly time: FakeTime;
  readonly remote: MemoryRemote;
  readonly annsMachine: Machine;
  readonly bensMachine: Machine;
  readonly ann: Session;
  readonly ben: Session;
}

/** Two people, each with a machine and a window, and one remote they have agreed to push to. */
export async function appWorld(roles: { readonly ann?: Role; readonly ben?: Role } = {}): Promise<AppWorld> {
  const time = new FakeTime();
  const remote = new MemoryRemote();
  const annsMachine = new Machine(ann, remote, time);
  const bensMachine = new Machine(ben, remote, time);
  const sessions = { ann: await annsMachine.open(), ben: await bensMachine.open() };
  await sessions.ann.setConsent("agreed", origin);
  await sessions.ben.setConsent("agreed", origin);
  if (roles.ann !== undefined) await sessions.ann.setRole(roles.ann);
  if (roles.ben !== undefined) await sessions.ben.setRole(roles.ben);
  return { time, remote, annsMachine, bensMachine, ...sessions };
}

/** Performs an action that has to succeed; the note's id. */
export async function saved(session: Session, action: ActionInput): Promise<string> {
  const outcome = await session.perform(action);
  if (outcome.kind !== "saved")
    throw new Error(`${action.type} was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.record;
}

/** Opens a note that has to be accepted; its id. */
export const opened = (session: Session, fields: NoteValues = {}): Promise<string> =>
  saved(session, {
    type: "openNote",
    fields: {
      title: "One query loads every product",
      impact: "Search takes over 5 s for large shops",
      ...fields,
    },
    anchors: [],
  });

/** Brings both to the same state, by hand. */
export async function exchanged(...sessions: readonly Session[]): Promise<void> {
  for (const session of [...sessions, ...sessions]) {
    const result = await session.sync({ byHand: true });
    if (result.kind !== "synced") throw new Error(`not synced: ${JSON.stringify(result)}`);
  }
}
