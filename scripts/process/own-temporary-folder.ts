import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The path of a socket, which VS Code makes in its temporary folder with a name of 52 characters, may have 103 on macOS. */
const LONGEST_BASE = 24;

const base = (): string => (tmpdir().length > LONGEST_BASE && existsSync("/tmp") ? "/tmp" : tmpdir());

/**
 * Gives this process and those it starts a temporary folder of their own, removed when this one exits: whatever they leave behind goes with
 * it, also when they are ended from outside.
 */
export const ownTemporaryFolder = (prefix: string): string => {
  const folder = realpathSync(mkdtempSync(path.join(base(), prefix)));
  for (const variable of ["TMPDIR", "TMP", "TEMP"]) process.env[variable] = folder;
  process.once("exit", () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      // Something still writes there. The folder is the system's to clean then, and no reason to fail.
    }
  });
  return folder;
};
