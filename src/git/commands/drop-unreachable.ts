import { command } from "../command.ts";

/** 10 min: all that is left is written into one pack. */
const LIMIT_MS = 600_000;

/** Longer than any sync takes from its first object to the ref that names it: what is younger may be about to be named. */
const SPARED = "15.minutes.ago";

/** Leaves nothing in a pack that no ref leads to; what is young stays as loose objects (git-repack(1), -A, --unpack-unreachable). */
export const repackReachable = () =>
  command<undefined>({
    args: ["repack", "-A", "-d", "-q", `--unpack-unreachable=${SPARED}`, "--no-write-bitmap-index"],
    limitMs: LIMIT_MS,
    read: () => undefined,
  });

/** Removes loose objects that no ref leads to, but for young ones. */
export const pruneLoose = () =>
  command<undefined>({
    args: ["prune", `--expire=${SPARED}`],
    limitMs: LIMIT_MS,
    read: () => undefined,
  });
