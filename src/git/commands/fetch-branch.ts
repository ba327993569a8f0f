import { command } from "../command.ts";
import type { GitOutput } from "../command.ts";
import { REMOTE_NAME } from "../handed-over-settings.ts";

/** 5 min: the first fetch brings the whole record, maybe over a slow line; a line that is dead is noticed by `http.lowSpeedTime` and ssh. */
const LIMIT_MS = 300_000;

/**
 * Brings one branch of the remote here, and notes in `fetchedRef` where it was; "locked" where another process does so just now. Asking where it is and fetching it is one connection; `ls-remote` first would be two. The objects are
 * kept as one pack, which appears when it is complete: loose objects would come one by one, the commit first, and a fetch that is cut off
 * would leave it without its files.
 */
export const fetchBranch = (ref: string, fetchedRef: string) =>
  command<GitOutput | "locked">({
    settings: ["fetch.unpackLimit=1"],
    args: [
      "fetch",
      "--quiet",
      "--no-tags",
      "--no-write-fetch-head",
      "--no-recurse-submodules",
      "--no-auto-maintenance",
      "--refmap=",
      REMOTE_NAME,
      `+${ref}:${fetchedRef}`,
    ],
    limitMs: LIMIT_MS,
    okExit: "any",
    read: (output) =>
      output.exit !== 0 && /cannot lock ref|\.lock': File exists/.test(output.stderr) ? "locked" : output,
  });
