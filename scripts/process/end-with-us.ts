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

/**
 * Makes Ctrl-C, a closed terminal and `kill` end the process through its ordinary exit, so that children and temporary folders go with
 * it. `tidy` runs first, once; a second signal does not wait for it.
 */
export const endOnSignals = (tidy: () => Promise<void> | void = () => undefined): void => {
  let asked = false;
  const end = async (code: number): Promise<void> => {
    if (asked) process.exit(code);
    asked = true;
    try {
      await tidy();
    } finally {
      process.exit(code);
    }
  };
  process.on("SIGINT", () => void end(130));
  process.on("SIGTERM", () => void end(143));
  process.on("SIGHUP", () => void end(129));
};
