import { command, partsOf } from "../command.ts";

/** Whether the index holds `path`, from the top. Paths are taken as they are: `GIT_LITERAL_PATHSPECS` is set for every call. */
export const isTracked = (path: string) =>
  command({
    args: ["ls-files", "-z", "--full-name", "--cached", "--", path],
    // A folder's name lists all that is in it.
    read: ({ stdout }) => partsOf(stdout).includes(path),
  });
