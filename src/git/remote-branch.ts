import { done } from "../store/replica.ts";
import type { Attempt, CommitId, RemoteBranch, Tip } from "../store/replica.ts";
import type { RemoteFailureReason } from "../store/remote-failure.ts";
import type { Credentials } from "../store/store.ts";
import { attempt } from "./ask.ts";
import type { Answered } from "./ask.ts";
import { classifyFailure, readPushStatus } from "./classify-failure.ts";
import type { RemoteWay } from "./classify-failure.ts";
import type { GitCommand, GitOutput } from "./command.ts";
import { textOf } from "./command.ts";
import { fetchBranch } from "./commands/fetch-branch.ts";
import { pushCommit } from "./commands/push-commit.ts";
import type { Git } from "./git.ts";
import { settingsForRemote, sshCommand } from "./handed-over-settings.ts";
import { lend } from "./lent-credentials.ts";
import type { Place, Setting } from "./place.ts";
import { readRef } from "./ref-file.ts";
import { remoteKey } from "./remote-address.ts";
import type { RemoteAddress } from "./remote-address.ts";
import { waitForLock } from "./stale-locks.ts";
import { withoutPasswords } from "./remote-url.ts";

/** A program that answers git's and ssh's questions for a name or a password (gitcredentials(7)). */
export interface Askpass {
  /** Absolute path. It gets the question as its argument and answers on stdout. */
  readonly program: string;
  /** How it finds whoever answers. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface RemoteBranchOptions {
  readonly git: Git;
  /** Our own repository. */
  readonly gitDirectory: string;
  /** Where relative URLs start: the top of the user's work tree. */
  readonly folder: string;
  readonly address: RemoteAddress;
  /** All settings of the user's repository; what is needed of them is handed over. */
  readonly settings: readonly Setting[];
  readonly askpass: Askpass | undefined;
  readonly credentials?: Credentials | undefined;
  /** Whether somebody waits who can be asked. */
  readonly isInteractive: boolean;
  /** Instead of the limits of each command, in milliseconds. */
  readonly limitMs?: number | undefined;
  readonly signal: AbortSignal | undefined;
}

/** How often a fetch is tried that meets another window's, which moves the same ref at its end. */
const MAX_TRIES = 5;

/** One branch of a remote, reached by git from our own repository with the user's own ways to sign in. */
export class GitRemoteBranch implements RemoteBranch {
  readonly #options: RemoteBranchOptions;
  readonly #place: Place;
  readonly #environment: Readonly<Record<string, string>>;

  constructor(options: RemoteBranchOptions) {
    const { gitDirectory, folder, settings, git, address, askpass, isInteractive } = options;
    this.#options = options;
    const handedOver = settingsForRemote(settings, address.remote, address);
    const lent = options.credentials && lend(options.credentials, handedOver);
    const configuration = lent?.settings ?? handedOver;
    this.#place = { kind: "store", gitDirectory, folder, configuration };
    const variant = git.environment["GIT_SSH_VARIANT"];
    const mayAskHere = isInteractive && askpass !== undefined;
    this.#environment = {
      ...lent?.environment,
      GIT_SSH_COMMAND: sshCommand(settings, git.environment, mayAskHere),
      ...(variant === undefined ? {} : { GIT_SSH_VARIANT: variant }),
      ...(askpass === undefined
        ? {}
        : { ...askpass.environment, GIT_ASKPASS: askpass.program, SSH_ASKPASS: askpass.program }),
      ...(mayAskHere ? { SSH_ASKPASS_REQUIRE: "force", GCM_INTERACTIVE: "auto" } : {}),
    };
  }

  async fetch(): Promise<Attempt<Tip>> {
    const { git, address, gitDirectory } = this.#options;
    const fetchedRef = `refs/sightline/fetched/${remoteKey(address)}`;
    for (let tries = 1; ; tries++) {
      const asked = await this.#call(fetchBranch(address.ref, fetchedRef));
      if (asked.kind !== "answered") return stopped(asked);
      const { answer } = asked;
      if (answer === "locked") {
        if (tries === MAX_TRIES) return failedFor("unknown", `${fetchedRef} is locked`);
        await waitForLock(gitDirectory, fetchedRef);
        continue;
      }
      if (answer.exit !== 0) {
        return /couldn't find remote ref/.test(answer.stderr) ? done(null) : refused(answer, "read");
      }
      // Another window may have fetched since: then it is what that one found.
      return done((await readRef(git, gitDirectory, fetchedRef)) ?? null);
    }
  }

  async push(commit: CommitId, expected: Tip): Promise<Attempt<"pushed" | "moved">> {
    const { ref } = this.#options.address;
    const asked = await this.#call(pushCommit(ref, commit, expected));
    if (asked.kind !== "answered") return stopped(asked);
    const { answer } = asked;
    const status = readPushStatus(textOf(answer.stdout), ref);
    // It looks like a lost race, and would be lost every time.
    if (classifyFailure(answer.stderr, "push") === "nameTaken") return failedFor("nameTaken", said(answer));
    if (status === "moved") return done("moved");
    if (answer.exit === 0 && status === "done") return done("pushed");
    if (status === "refusedByRule") {
      const reason = classifyFailure(`${textOf(answer.stdout)}\n${answer.stderr}`, "push");
      return failedFor(reason === "mayNotPush" ? reason : "refusedByRule", said(answer));
    }
    return refused(answer, "push");
  }

  #call<Answer>(command: GitCommand<Answer>): Promise<Answered<Answer>> {
    const { git, signal, limitMs } = this.#options;
    return attempt(git, this.#place, command, { signal, limitMs, environment: this.#environment });
  }
}

const failedFor = (reason: RemoteFailureReason, detail: string) =>
  ({ kind: "failed", failure: { reason, detail: withoutPasswords(detail).trim() } }) as const;

const refused = (output: GitOutput, way: RemoteWay) =>
  failedFor(classifyFailure(output.stderr, way), said(output));

const said = ({ stderr, stdout }: GitOutput): string => `${stderr.trim()}\n${textOf(stdout).trim()}`;

function stopped(answered: Exclude<Answered<unknown>, { kind: "answered" }>) {
  if (answered.kind !== "stopped") return failedFor("unknown", answered.detail);
  const { why, detail } = answered;
  if (why === "timedOut" || why === "cancelled") return failedFor(why, detail);
  return failedFor("unknown", `${why}: ${detail}`);
}
