import { command, partsOf } from "../command.ts";
import type { Setting } from "../place.ts";

/** Every setting that holds in a place, includes resolved, later ones after those they add to or replace (git-config(1), --list -z). */
export const listSettings = () =>
  command<readonly Setting[]>({
    args: ["config", "--list", "--includes", "-z"],
    read: ({ stdout }) =>
      partsOf(stdout).map((entry) => {
        const end = entry.indexOf("\n");
        // A name alone means true.
        return end === -1
          ? { name: entry, value: "true" }
          : { name: entry.slice(0, end), value: entry.slice(end + 1) };
      }),
  });
