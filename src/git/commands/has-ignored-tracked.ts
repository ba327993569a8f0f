import { streamed } from "../command.ts";

/** Whether the index holds a file that .gitignore matches: somebody added it by force, or before the rule (git-ls-files(1)). */
export const hasIgnoredTracked = () =>
  streamed<boolean>({
    args: ["ls-files", "--cached", "--ignored", "--exclude-standard", "-z"],
    reader: () => {
      let has = false;
      return {
        take: (chunk) => {
          has ||= chunk.length > 0;
        },
        finish: () => has,
      };
    },
  });
