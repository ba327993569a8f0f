import { command } from "../command.ts";

/** Whether git would leave `path` out; "outside" where it lies in a submodule, behind a link, or in no work tree of this repository. */
export const isIgnored = (path: string) =>
  command<boolean | "outside">({
    args: ["check-ignore", "--quiet", "-z", "--stdin"],
    // check-ignore refuses to work with GIT_LITERAL_PATHSPECS=1; behind "./" no colon starts magic either.
    input: Buffer.from(`./${path}\0`, "utf8"),
    environment: { GIT_LITERAL_PATHSPECS: "0" },
    okExit: [0, 1, 128],
    read: ({ exit }) => (exit === 128 ? "outside" : exit === 0),
  });
