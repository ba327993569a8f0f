import { command } from "../command.ts";
import type { GitOutput } from "../command.ts";
import { REMOTE_NAME } from "../handed-over-settings.ts";

/** 5 min: the first fetch brings the whole record, maybe over a slow line; a line that is dead is noticed by `http.lowSpeedTime` and ssh. */
const LIMIT_MS = 300_000;

/**
 * Brings the objects of one branch here, and moves no ref. They are kept as one pack, which appears when it is complete: loose objects would
 * come one by one, the commit first, and a fetch that is cut off would leave it without its files.
 */
export const fetchBranch = (ref: string) =>
  command<GitOutput>({
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
      ref,
    ],
    limitMs: LIMIT_MS,
    okExit: "any",
    read: (output) => output,
  });
