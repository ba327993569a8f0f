import type { Credentials } from "../store/store.ts";
import type { Disposable } from "../base/emitter.ts";
import type { Day, Moment } from "../domain/dates.ts";
import type { Person } from "../domain/person.ts";
import type { Result } from "../base/result.ts";

/** The time, for display and for dates that come due; never for order. */
export interface Clock {
  /** Now, with the offset of this machine's zone. */
  now(): Moment;
  /** Today in this machine's zone. */
  today(): Day;
}

/** Random values that nobody can guess. */
export interface Chance {
  /** `bytes` random bytes as lower-case hexadecimal digits. */
  hex(bytes: number): string;
}

/** Runs things later. Nothing here keeps a process alive that has no other work. */
export interface Scheduler {
  /** Runs `task` once, `milliseconds` from now, unless it is disposed before. */
  after(milliseconds: number, task: () => void): Disposable;
}

/** Where details go that are of no use on a screen. Nothing secret is handed to it. */
export interface Log {
  info(message: string): void;
  warn(message: string, detail?: unknown): void;
}

/** Files of this machine only (drafts, what has been seen, consent): mode 0600 in a folder of mode 0700, never git objects. */
export interface PrivateFiles {
  /** The text of a file, or undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  /** Replaces a file whole, durably: after a crash it is the old one or the new one. */
  write(name: string, text: string): Promise<Result<void, { readonly detail: string }>>;
  remove(name: string): Promise<void>;
  /** Names that start with `prefix`, sorted. */
  list(prefix: string): Promise<readonly string[]>;
}

/** A remote of the user's repository. `url` is what a push goes to, without a password that may be in it. */
export interface RemoteInfo {
  readonly name: string;
  readonly url: string;
}

export interface Head {
  /** Undefined where there is no commit yet. */
  readonly commit: string | undefined;
  /** Short name of the branch; undefined when HEAD is detached. */
  readonly branch: string | undefined;
}

/** How git sees a file: "outside" the repository, "ignored", "untracked", or "tracked". */
export type Tracking = "tracked" | "untracked" | "ignored" | "outside";

/** Questions to the user's repository. Nothing here ever writes to it. */
export interface UserRepository {
  /** Top of the work tree, absolute. */
  readonly top: string;
  /** As set in git (`user.name`, `user.email`); undefined where no name is set. */
  identity(): Promise<Person | undefined>;
  remotes(): Promise<readonly RemoteInfo[]>;
  head(): Promise<Head>;
  tracking(path: string): Promise<Tracking>;
  /** The files of HEAD, by their paths from the top; none where there is no commit. */
  files(): Promise<readonly string[]>;
}

/** Where the code is read from: what an editor holds unsaved comes first, then the disk. */
export interface CodeReader {
  /** The text of a file of the work tree, by its path from the top. A file that is too large, not text or outside is said to be so. */
  read(path: string): Promise<CodeText>;
  /** What is at a path of the work tree on disk. Outside of it nothing is. */
  kindOf(path: string): Promise<"file" | "folder" | "missing">;
}

export type CodeText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "notText" }
  | { readonly kind: "tooLarge" };

/** What the record takes on this machine's disk. */
export interface RecordStorage {
  /** Bytes of its objects, which grow with every sync. */
  bytes(): Promise<number>;
  /** Makes them fewer and loses nothing; answers the bytes then. Undefined where this machine can't write. */
  compact(): Promise<number | undefined>;
}

/** Signing in with what the editor knows of a person, where git's own helpers had no answer. */
export interface SignIn {
  /** What people call the account that is for this address ("GitHub"); undefined where there is none. */
  nameFor(url: string): string | undefined;
  /** Undefined where there is none, or the person said no. Shows nothing unless `asks`: a person has clicked. */
  credentials(url: string, asks: boolean): Promise<Credentials | undefined>;
}
