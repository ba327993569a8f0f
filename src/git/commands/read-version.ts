import { command, lineOfText } from "../command.ts";
import type { GitVersion } from "../git.ts";

/** `git version 2.39.5 (Apple Git-154)` and the like; undefined where something else answers. */
export const readVersion = () =>
  command<GitVersion | undefined>({
    args: ["version"],
    read: ({ stdout }) => {
      const found = /^git version ((\d+)\.(\d+)\S*)/.exec(lineOfText(stdout));
      if (found === null) return undefined;
      const [, text = "", major, minor] = found;
      return { major: Number(major), minor: Number(minor), text };
    },
  });
