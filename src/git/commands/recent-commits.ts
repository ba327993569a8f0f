import type { RecentCommit } from "../../app/code-history.ts";
import { Moment } from "../../domain/dates.ts";
import { streamed } from "../command.ts";
import type { ObjectId } from "../object-id.ts";
import { NEWLINE, Parts } from "../parts.ts";

/**
 * The last commits up to `head` that touched one of the paths, newest first, by their subject and date. git-rev-list(1), which heeds none of
 * the settings that make git-log(1) run other programs. Paths are names, not patterns. Nothing where `head` is not here.
 */
export const recentCommits = (head: ObjectId, paths: readonly string[], limit: number) =>
  streamed<readonly RecentCommit[]>({
    args: [
      "--literal-pathspecs",
      "rev-list",
      `--max-count=${limit}`,
      "--format=%cI %s",
      head,
      "--",
      ...paths,
    ],
    okExit: [0, 128],
    reader: () => {
      const commits: RecentCommit[] = [];
      const lines = new Parts(NEWLINE, (line) => {
        // Before each stands a line "commit <id>", which is no date; git 2.33 could leave it out.
        const at = Moment.safeParse(line.slice(0, line.indexOf(" ")));
        if (at.success) commits.push({ at: at.data, subject: line.slice(line.indexOf(" ") + 1) });
      });
      return {
        take: (chunk) => {
          lines.take(chunk);
        },
        finish: ({ exit }) => (exit === 0 ? commits : []),
      };
    },
  });
