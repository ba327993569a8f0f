import { spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";

const children = new Set<ChildProcess>();

/** Options for `spawn` that give the child a process group, so that what it starts can be ended with it. */
export const ownGroup = { detached: process.platform !== "win32", windowsHide: true } as const;

/** Ends a child started with {@link ownGroup} together with everything it started. */
export const endGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/t", "/f"], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
};

/** Sees to it that `child`, and what it started, is ended at the latest when this process exits. */
export const endWithUs = (child: ChildProcess): void => {
  children.add(child);
  child.once("exit", () => children.delete(child));
};

process.once("exit", () => {
  for (const child of children) endGroup(child, "SIGKILL");
});

const GRACE_MS = 5_000;

/** Asks all children to end, and waits a little for them: a browser that is killed at once leaves files behind. */
const askToEnd = async (): Promise<void> => {
  const waiting = [...children].map((child) => new Promise((settle) => child.once("exit", settle)));
  for (const child of children) endGroup(child, "SIGTERM");
  await Promise.race([Promise.all(waiting), new Promise((settle) => setTimeout(settle, GRACE_MS))]);
};

/**
 * Makes Ctrl-C, a closed terminal and `kill` end the process through its ordinary exit, so that children and temporary folders go with
 * it. `before` is called at once; a second signal waits for nothing.
 */
export const endOnSignals = (before: () => void = () => undefined): void => {
  let asked = false;
  const end = async (code: number): Promise<void> => {
    if (asked) process.exit(code);
    asked = true;
    before();
    await askToEnd();
    process.exit(code);
  };
  process.on("SIGINT", () => void end(130));
  process.on("SIGTERM", () => void end(143));
  process.on("SIGHUP", () => void end(129));
};
