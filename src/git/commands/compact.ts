import { command } from "../command.ts";

/** 30 min: somebody asked for it and waits. */
const LIMIT_MS = 1_800_000;

/**
 * Puts everything into one pack and looks anew at what is like what (git-repack(1), -f). Each sync's pack was made without knowing the
 * others, so that the same file stands whole in many; a plain repack keeps it so. What nothing refers to stays (-k): another process may be
 * about to.
 */
export const compact = () =>
  command<undefined>({
    args: ["repack", "-a", "-d", "-f", "-k", "-q", "--window=50", "--no-write-bitmap-index"],
    limitMs: LIMIT_MS,
    read: () => undefined,
  });
