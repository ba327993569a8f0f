import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { knownAuthor } from "../app/author.ts";
import { openSession } from "../app/open-session.ts";
import type { Session } from "../app/session.ts";
import type { Log, UserRepository } from "../app/ports.ts";
import type { Wording } from "../app/wording.ts";
import { refuse, succeed } from "../base/result.ts";
import type { Result } from "../base/result.ts";
import { recordStorage } from "../git/compact-store.ts";
import { findGit } from "../git/find-git.ts";
import type { GitRepository } from "../git/git-repository.ts";
import { openGitStore } from "../git/git-store.ts";
import { openPrivateFiles } from "../git/private-files.ts";
import { openRepository } from "../git/open-repository.ts";
import type { Store } from "../store/store.ts";
import { clock } from "./clock.ts";
import type { Context } from "./context.ts";
import type { Problem } from "./problem.ts";

/** The record of the repository that the command was started in. */
export interface Here {
  readonly user: UserRepository;
  readonly session: Session;
  readonly wording: Wording;
  /** How many lines saved here the remote is not known to have. */
  readonly waiting: () => Promise<number>;
}

/** What is needed to look at lines and files, without anything being made of them. */
export interface RawHere {
  readonly repository: GitRepository;
  readonly store: Store;
  readonly wording: Wording;
}

export async function open(context: Context): Promise<Result<Here, Problem>> {
  const found = await findRepository(context);
  if (!found.ok) return found;
  const repository = found.value;
  const user = askedOnce(repository);
  const files = openPrivateFiles(repository.storeFolder);
  const author = knownAuthor({ user, files });
  const wording = wordingOf(context);
  const stores: Store[] = [];
  const session = await openSession({
    openStore: (remote) => {
      const store = openGitStore(repository, { author, remote, log: context.detail });
      stores.push(store);
      return store;
    },
    user,
    files,
    storage: recordStorage(repository),
    code: repository.code,
    history: repository.history,
    changes: repository.changes,
    clock,
    chance: { hex: (bytes) => randomBytes(bytes).toString("hex") },
    // A command does what it is asked and ends; what comes later is for those that stay.
    scheduler: { after: () => ({ dispose: () => undefined }) },
    wording,
    log: logTo(context),
  });
  context.closeAtEnd(async () => {
    session.dispose();
    for (const store of stores) await store.dispose();
  });
  const waiting = async () => (await stores.at(-1)?.waiting()) ?? 0;
  return succeed({ user, session, wording, waiting });
}

export async function openRaw(context: Context): Promise<Result<RawHere, Problem>> {
  const found = await findRepository(context);
  if (!found.ok) return found;
  const repository = found.value;
  const author = knownAuthor({ user: repository, files: openPrivateFiles(repository.storeFolder) });
  const store = openGitStore(repository, { author, log: context.detail });
  context.closeAtEnd(() => store.dispose());
  return succeed({ repository, store, wording: wordingOf(context) });
}

const wordingOf = ({ translate }: Context): Wording => ({ translate, language: "en-GB" });

async function findRepository({ folder, io }: Context): Promise<Result<GitRepository, Problem>> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return refuse({ kind: "notHere", folder, why: { kind: "missingFolder", detail: folder } });
  const found = await findGit({ environment: io.environment });
  if (found.kind !== "found") return refuse({ kind: "notHere", folder, why: found });
  const opened = await openRepository(found.git, folder);
  return opened.kind === "opened"
    ? succeed(opened.repository)
    : refuse({ kind: "notHere", folder, why: opened });
}

/** What does not change while a command runs is asked of git once: each question is a process. */
function askedOnce(repository: UserRepository): UserRepository {
  const identity = once(() => repository.identity());
  const remotes = once(() => repository.remotes());
  const head = once(() => repository.head());
  return {
    top: repository.top,
    identity,
    remotes,
    head,
    tracking: (path) => repository.tracking(path),
    files: () => repository.files(),
  };
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => (asked ??= ask());
}

const logTo = ({ detail }: Context): Log => ({
  info: detail,
  warn: (message, cause) => detail(cause === undefined ? message : `${message}: ${wordsOf(cause)}`),
});

const wordsOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : typeof cause === "string" ? cause : JSON.stringify(cause);
