import { command } from "../command.ts";

/** Whether git would leave `path` out; "outside" where it lies in a submodule, behind a link, or in no work tree of this repository. */
export const isIgnored = (path: string) =>
  command<boolean | "outside">({
    args: ["check-ignore", "--quiet", "-z", "--stdin"],
    input: Buffer.from(`${path}\0`, "utf8"),
    okExit: [0, 1, 128],
    read: ({ exit }) => (exit === 128 ? "outside" : exit === 0),
  });
