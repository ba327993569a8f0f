import type { ChangeHistory, Reading } from "./change-history.ts";
import type { CodeHistory } from "./code-history.ts";
import type { CodeReader } from "./ports.ts";

// What stands behind the ports to the code where there is none on this machine.

export const noCode: CodeReader = {
  read: () => Promise.resolve({ kind: "missing" }),
  kindOf: () => Promise.resolve("missing"),
};

export const noHistory: CodeHistory = {
  texts: (asked) => Promise.resolve(asked.map(() => ({ kind: "missing" }))),
  filesWith: (parts) => Promise.resolve(parts.map(() => [])),
  stepsSince: () => Promise.resolve(undefined),
  branchesWith: () => Promise.resolve([]),
  recentCommits: () => Promise.resolve([]),
};

const notHere = (): Promise<Reading> => Promise.resolve({ kind: "notHere" });

export const noChanges: ChangeHistory = {
  commits: notHere,
  commitsOf: notHere,
  commitsOfLines: notHere,
  filesOf: notHere,
};
