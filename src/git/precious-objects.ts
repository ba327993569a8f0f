import { ask, attempt, GitFailed } from "./ask.ts";
import type { AskOptions } from "./ask.ts";
import type { GitCommand } from "./command.ts";
import { setPrecious } from "./commands/set-precious.ts";
import type { Git } from "./git.ts";
import type { Place } from "./place.ts";

/**
 * Our own repository says that its objects are not to be removed: a `git gc --prune=now` that somebody runs there would take what a sync has
 * written and is about to name. git then leaves them alone, and does the rest.
 */
export const PRECIOUS = "[extensions]\n\tpreciousObjects = true\n";

/** How often it is tried while other processes of ours remove something too. */
const MAX_TRIES = 5;

/** Runs one of our own commands that put packs together or remove what was taken out: they know what others may be about to name. */
export async function askToRemove<Answer>(
  git: Git,
  place: Place,
  command: GitCommand<Answer>,
  options: AskOptions = {},
): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    await attempt(git, place, setPrecious(false));
    try {
      return await ask(git, place, command, options);
    } catch (error) {
      const isOthers = error instanceof GitFailed && /precious-objects/.test(error.detail);
      if (!isOthers || tries === MAX_TRIES) throw error;
    } finally {
      await attempt(git, place, setPrecious(true));
    }
  }
}
