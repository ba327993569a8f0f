import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Cancel } from "../base/cancel.ts";

/** One run of a program. */
export interface Run {
  /** Absolute path; nothing is looked up, and no shell sees the arguments. */
  readonly executable: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** The whole environment: nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
  /** Closed at once where there is none. */
  readonly input?: Uint8Array | AsyncIterable<Uint8Array> | undefined;
  /** Called with what the program writes, in order. */
  readonly onOutput: (chunk: Uint8Array) => void;
  readonly limitMs: number;
  readonly maxOutputBytes: number;
  readonly signal?: Cancel | undefined;
}

export type Ended =
  | { readonly kind: "exited"; readonly exit: number; readonly stderr: string }
  | { readonly kind: "stopped"; readonly why: StopReason; readonly stderr: string }
  | { readonly kind: "notStarted"; readonly detail: string };

export type StopReason =
  | "timedOut"
  | "cancelled"
  | "tooMuchOutput"
  /** Somebody else ended it. */
  | "killed";

/** How much of what the program says on stderr is kept, in bytes: the first ones. git says what went wrong in a few hundred. */
const MAX_STDERR_BYTES = 64 * 1024;

/** How long the group gets to put its lock files away before it is ended for good, in milliseconds. */
const GRACE_MS = 1500;

/**
 * Pipes may stay open after the program is gone: a master connection of ssh or a credential cache holds on to them. What the program wrote is
 * in them by then, so they are done with when nothing came in this many looks, this many milliseconds apart. One look would not do: on a
 * busy machine the timer may be due before what is in the pipe was read.
 */
const QUIET_LOOKS = 3;
const LOOK_MS = 100;

/**
 * Starts a program and waits for its end. Never rejects for what the program does, only for what `onOutput` or `input` throws: being stopped
 * is an answer too, and its whole process group (ssh, helpers, hooks of a remote on this machine) ends with it.
 */
export function run(options: Run): Promise<Ended> {
  const { executable, args, folder, environment, signal } = options;
  if (signal?.aborted === true) return Promise.resolve({ kind: "stopped", why: "cancelled", stderr: "" });
  return new Promise((resolve, reject) => {
    let child: ChildProcess;
    try {
      child = spawn(executable, args, {
        cwd: folder,
        env: environment,
        stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
        // A session of its own: one signal reaches the group, and there is no terminal on which anything could ask.
        detached: process.platform !== "win32",
        windowsHide: true,
        shell: false,
      });
    } catch (error) {
      // What Node refuses to start at all: a NUL in an argument.
      resolve({ kind: "notStarted", detail: describe(error) });
      return;
    }

    let stopped: StopReason | undefined;
    let isOver = false;
    const stderr: Uint8Array[] = [];
    let stderrBytes = 0;
    let outputBytes = 0;
    let forced: NodeJS.Timeout | undefined;

    const stop = (why: StopReason) => {
      if (stopped !== undefined || isOver) return;
      stopped = why;
      endGroup(child, "SIGTERM");
      forced = setTimeout(() => {
        endGroup(child, "SIGKILL");
      }, GRACE_MS);
    };
    const limit = setTimeout(() => {
      stop("timedOut");
    }, options.limitMs);
    const cancel = () => {
      stop("cancelled");
    };
    signal?.addEventListener("abort", cancel);

    const finish = (ended: Ended) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(limit);
      clearTimeout(forced);
      signal?.removeEventListener("abort", cancel);
      // The program itself is gone, what it started may not be.
      if (stopped !== undefined) endGroup(child, "SIGKILL");
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(ended);
    };
    // A mistake of ours while reading or writing: the program is ended, and the mistake told.
    const fail = (error: unknown) => {
      stop("cancelled");
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const said = () => Buffer.concat(stderr).toString("utf8");

    let quietLooks = 0;
    const lookAgain = (exit: number | null) => {
      if (isOver) return;
      quietLooks += 1;
      if (quietLooks > QUIET_LOOKS) finish(ended(exit));
      else setTimeout(lookAgain, LOOK_MS, exit);
    };

    child.stdout?.on("data", (chunk: Uint8Array) => {
      quietLooks = 0;
      if (stopped !== undefined) return;
      outputBytes += chunk.length;
      if (outputBytes > options.maxOutputBytes) {
        stop("tooMuchOutput");
        return;
      }
      try {
        options.onOutput(chunk);
      } catch (error) {
        fail(error);
      }
    });
    child.stderr?.on("data", (chunk: Uint8Array) => {
      quietLooks = 0;
      if (stderrBytes >= MAX_STDERR_BYTES) return;
      stderr.push(chunk.subarray(0, MAX_STDERR_BYTES - stderrBytes));
      stderrBytes += chunk.length;
    });

    const ended = (exit: number | null): Ended => {
      if (stopped !== undefined) return { kind: "stopped", why: stopped, stderr: said() };
      if (exit === null) return { kind: "stopped", why: "killed", stderr: said() };
      return { kind: "exited", exit, stderr: said() };
    };
    child.on("error", (error) => {
      finish({ kind: "notStarted", detail: describe(error) });
    });
    child.on("exit", lookAgain);
    child.on("close", (exit) => {
      finish(ended(exit));
    });

    if (options.input !== undefined && child.stdin !== null) {
      const source = options.input instanceof Uint8Array ? [options.input] : options.input;
      pipeline(Readable.from(source, { objectMode: false }), child.stdin).catch((error: unknown) => {
        if (!isClosedPipe(error)) fail(error);
      });
    }
  });
}

function endGroup(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    const taskkill = `${process.env["SystemRoot"] ?? "C:\\Windows"}\\System32\\taskkill.exe`;
    spawn(taskkill, ["/PID", String(child.pid), "/T", "/F"], { stdio: "ignore", windowsHide: true }).on(
      "error",
      () => child.kill("SIGKILL"),
    );
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** A program that has heard enough closes its end: its exit code tells the rest. */
const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  ["EPIPE", "ECONNRESET", "EOF", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"].includes(
    String(error.code),
  );

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
