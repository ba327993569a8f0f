import type { Cancel } from "../base/cancel.ts";
import type { GitCommand } from "./command.ts";
import type { Git } from "./git.ts";
import { callIn } from "./place.ts";
import type { Place } from "./place.ts";
import { run } from "./spawn.ts";
import type { StopReason } from "./spawn.ts";

export interface AskOptions {
  readonly signal?: Cancel | undefined;
  /** Instead of the command's own limit, in milliseconds. */
  readonly limitMs?: number | undefined;
  /** Added to the environment of this call. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

export type Answered<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  /** An exit code that the command has no reading for. */
  | { readonly kind: "refused"; readonly exit: number; readonly detail: string }
  | { readonly kind: "stopped"; readonly why: StopReason; readonly detail: string }
  | { readonly kind: "notStarted"; readonly detail: string };

/** git could not do what it always can: the machine is broken, or we asked wrongly. */
export class GitFailed extends Error {
  override readonly name = "GitFailed";
  readonly detail: string;

  constructor(args: readonly string[], detail: string) {
    // Only the command's name: other arguments may hold what belongs to a person.
    super(`git ${args[0] ?? ""}: ${detail}`);
    this.detail = detail;
  }
}

/** Runs a command; whatever becomes of it is an answer. */
export async function attempt<Answer>(
  git: Git,
  place: Place,
  command: GitCommand<Answer>,
  { signal, limitMs, environment }: AskOptions = {},
): Promise<Answered<Answer>> {
  const call = callIn(place, git, command.settings);
  const reader = command.reader();
  const ended = await run({
    executable: git.path,
    args: [...call.args, ...command.args],
    folder: call.folder,
    environment: { ...call.environment, ...command.environment, ...environment },
    input: typeof command.input === "function" ? command.input() : command.input,
    onOutput: (chunk) => {
      reader.take(chunk);
    },
    limitMs: limitMs ?? command.limitMs,
    maxOutputBytes: command.maxOutputBytes,
    signal,
  });
  if (ended.kind === "notStarted") return ended;
  if (ended.kind === "stopped") return { kind: "stopped", why: ended.why, detail: ended.stderr.trim() };
  if (!command.knowsExit(ended.exit)) {
    return { kind: "refused", exit: ended.exit, detail: ended.stderr.trim() };
  }
  return { kind: "answered", answer: reader.finish(ended) };
}

/** Runs a command that has no reason to fail; throws {@link GitFailed} where it does. */
export async function ask<Answer>(
  git: Git,
  place: Place,
  command: GitCommand<Answer>,
  options: AskOptions = {},
): Promise<Answer> {
  const answered = await attempt(git, place, command, options);
  switch (answered.kind) {
    case "answered":
      return answered.answer;
    case "refused":
      throw new GitFailed(command.args, `exit ${answered.exit}: ${answered.detail}`);
    case "stopped":
      throw new GitFailed(command.args, `${answered.why}: ${answered.detail}`);
    case "notStarted":
      throw new GitFailed(command.args, answered.detail);
  }
}
