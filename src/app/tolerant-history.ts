import type { CodeHistory } from "./code-history.ts";
import type { Log } from "./ports.ts";

/** A history whose failures are noted and otherwise mean that it does not know: a place can then still be found by the text alone. */
export function tolerant(history: CodeHistory, log: Log): CodeHistory {
  const or =
    <Value>(value: Value) =>
    (error: unknown): Value => {
      log.warn("git did not say what became of the code", error);
      return value;
    };
  return {
    texts: (asked) => history.texts(asked).catch(or(asked.map(() => ({ kind: "missing" as const })))),
    filesWith: (parts, limit) => history.filesWith(parts, limit).catch(or(parts.map(() => []))),
    branchesWith: (commit, limit) => history.branchesWith(commit, limit).catch(or([])),
    recentCommits: (paths, limit) => history.recentCommits(paths, limit).catch(or([])),
    stepsSince: (commit) => history.stepsSince(commit).catch(or(undefined)),
  };
}
