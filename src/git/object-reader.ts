import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import type { Readable, Writable } from "node:stream";
import { GitFailed } from "./ask.ts";
import { withBorrowedObjects } from "./borrowed-objects.ts";
import type { Git } from "./git.ts";
import type { ObjectFormat } from "./object-id.ts";
import { callIn } from "./place.ts";

/** How long git waits for another question, in milliseconds. It holds the packs open, which on Windows a `git gc` can't remove then. */
const IDLE_MS = 5_000;

/** For one question, in milliseconds: a disk that has to wake up takes seconds. */
const LIMIT_MS = 30_000;

/** What is kept of what git says on stderr, in characters. */
const MAX_STDERR = 4_096;

const args = ["cat-file", "--batch-command", "--buffer"];

/** Takes an answer as it comes, and knows when it has all of it. */
export interface AnswerReader {
  take(chunk: Uint8Array): void;
  isComplete(): boolean;
}

/** What is asked, and a new reader for each time that it is. */
export interface ObjectQuestion {
  /** `info <name>` or `contents <name>`, one a line (git-cat-file(1), --batch-command). */
  readonly lines: readonly string[];
  readonly reader: () => AnswerReader;
}

/**
 * One git that stays to be asked for objects, since starting it takes longer than most answers. It is started by the first question, ends
 * when nobody asks for {@link IDLE_MS}, with us at the latest, and keeps no process alive meanwhile. Needs git 2.36.
 */
export class ObjectReader {
  readonly #repository: {
    readonly git: Git;
    readonly commonFolder: string;
    readonly objectFormat: ObjectFormat;
  };
  #last: Promise<unknown> = Promise.resolve();
  #kept: Conversation | undefined;

  constructor(repository: {
    readonly git: Git;
    readonly commonFolder: string;
    readonly objectFormat: ObjectFormat;
  }) {
    this.#repository = repository;
  }

  /** Asks when those before are answered. Throws {@link GitFailed} where git can't be run or ends instead of answering. */
  async ask(question: ObjectQuestion, signal: AbortSignal | undefined): Promise<void> {
    const before = this.#last;
    const asked = before.then(() => this.#ask(question, signal));
    this.#last = asked.catch(() => undefined);
    await asked;
  }

  async #ask(question: ObjectQuestion, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const kept = this.#kept;
    // It may have been ended by somebody meanwhile: then another one is asked.
    if (kept !== undefined && (await kept.ask(question, signal)) === "answered") return;
    await withBorrowedObjects(this.#repository, async ({ place, environment }) => {
      const { git } = this.#repository;
      const call = callIn(place, git, []);
      const started = new Conversation(git.path, [...call.args, ...args], {
        ...call.environment,
        ...environment,
      });
      this.#kept = started;
      // With the first answer git has read all that it needs of the folder, which can go then.
      const answered = await started.ask(question, signal);
      if (answered !== "answered") throw new GitFailed(args, answered.failure);
    });
  }
}

/** A running git and the question that it is answering. */
class Conversation {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  #ended: string | undefined;
  #said = "";
  #idle: NodeJS.Timeout | undefined;
  #take: ((chunk: Uint8Array) => void) | undefined;
  #onEnd: ((failure: string) => void) | undefined;

  constructor(executable: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#child = spawn(executable, args, {
      // The folder of the objects is gone before git is.
      cwd: tmpdir(),
      env: environment,
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
      shell: false,
    });
    const child = this.#child;
    child.unref();
    for (const pipe of [child.stdin, child.stdout, child.stderr]) if (pipe instanceof Socket) pipe.unref();
    child.stdout.on("data", (chunk: Uint8Array) => this.#take?.(chunk));
    child.stderr.on("data", (chunk: Uint8Array) => {
      this.#said = (this.#said + Buffer.from(chunk).toString("utf8")).slice(0, MAX_STDERR);
    });
    // Whether it takes what it is told shows in whether it answers.
    child.stdin.on("error", () => undefined);
    child.on("error", (error) => {
      this.#end(error.message);
    });
    child.on("close", (exit) => {
      this.#end(`exit ${exit ?? "killed"}: ${this.#said.trim()}`);
    });
  }

  /** Rejects with the signal's reason, or what the reader throws; git is ended then, as its answer is no longer waited for. */
  ask({ lines, reader }: ObjectQuestion, signal: AbortSignal | undefined) {
    return new Promise<"answered" | { readonly failure: string }>((resolve, reject) => {
      clearTimeout(this.#idle);
      if (this.#ended !== undefined) {
        resolve({ failure: this.#ended });
        return;
      }
      const answer = reader();
      const leave = () => {
        this.#take = undefined;
        this.#onEnd = undefined;
        clearTimeout(limit);
        signal?.removeEventListener("abort", abort);
      };
      const drop = (error: Error) => {
        leave();
        this.#stop("cancelled");
        reject(error);
      };
      const abort = () => {
        drop(asError(signal?.reason));
      };
      // While it is waited for, it keeps us alive.
      const limit = setTimeout(() => {
        this.#stop("timedOut");
      }, LIMIT_MS);
      signal?.addEventListener("abort", abort);
      this.#onEnd = (failure) => {
        leave();
        resolve({ failure });
      };
      this.#take = (chunk) => {
        try {
          answer.take(chunk);
          if (!answer.isComplete()) return;
        } catch (error) {
          drop(asError(error));
          return;
        }
        leave();
        this.#idle = setTimeout(() => {
          this.#stop("idle");
        }, IDLE_MS).unref();
        resolve("answered");
      };
      this.#child.stdin.write(`${lines.join("\n")}\nflush\n`);
    });
  }

  #stop(why: string): void {
    this.#child.kill();
    this.#end(why);
  }

  #end(failure: string): void {
    this.#ended ??= failure;
    this.#onEnd?.(this.#ended);
  }
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
