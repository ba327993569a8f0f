import type { Answer } from "../../../src/anchoring/tracking/answer.ts";
import type { Expected, LabelledCase } from "./labelled-cases.ts";

/** How one answer compares with the truth. */
export interface Verdict {
  readonly exact: boolean;
  /** F1 over lines; 0 in another file, 1 for a region rightly said to be gone. */
  readonly f1: number;
  readonly falseFound: boolean;
  readonly wrongPlace: boolean;
  readonly missed: boolean;
}

export function judge(expected: Expected, answer: Answer): Verdict {
  const found = answer.status !== "orphaned";
  if (expected.status === "deleted")
    return { exact: !found, f1: found ? 0 : 1, falseFound: found, wrongPlace: false, missed: false };
  if (!found) return { exact: false, f1: 0, falseFound: false, wrongPlace: false, missed: true };
  const f1 = answer.path === expected.path ? overlapF1(answer, expected) : 0;
  const exact = f1 > 0 && answer.startLine === expected.startLine && answer.endLine === expected.endLine;
  return { exact, f1, falseFound: false, wrongPlace: f1 === 0, missed: false };
}

interface Lines {
  readonly startLine: number;
  readonly endLine: number;
}

/** F1 of two ranges of lines. */
export function overlapF1(one: Lines, other: Lines): number {
  const shared = Math.max(
    0,
    Math.min(one.endLine, other.endLine) - Math.max(one.startLine, other.startLine) + 1,
  );
  return (2 * shared) / (one.endLine - one.startLine + 1 + (other.endLine - other.startLine + 1));
}

/** The figures of a set of cases, shares in per cent. */
export interface Score {
  readonly cases: number;
  readonly deleted: number;
  readonly exact: number;
  readonly f1: number;
  readonly falseFound: number;
  readonly wrongPlace: number;
  readonly missed: number;
}

export function score(rows: readonly { readonly expected: Expected; readonly verdict: Verdict }[]): Score {
  const gone = rows.filter(({ expected }) => expected.status === "deleted");
  const there = rows.filter(({ expected }) => expected.status === "found");
  const share = (some: number, all: number): number => (all === 0 ? 0 : (100 * some) / all);
  const count = (of: typeof rows, test: (verdict: Verdict) => boolean): number =>
    of.filter(({ verdict }) => test(verdict)).length;
  return {
    cases: rows.length,
    deleted: gone.length,
    exact: share(
      count(rows, ({ exact }) => exact),
      rows.length,
    ),
    f1: rows.reduce((sum, { verdict }) => sum + verdict.f1, 0) / Math.max(1, rows.length),
    falseFound: share(
      count(gone, ({ falseFound }) => falseFound),
      gone.length,
    ),
    wrongPlace: share(
      count(there, ({ wrongPlace }) => wrongPlace),
      there.length,
    ),
    missed: share(
      count(there, ({ missed }) => missed),
      there.length,
    ),
  };
}

export interface Judged {
  readonly labelled: LabelledCase;
  readonly expected: Expected;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

export const columns = "     n   gone  exact%     F1  false%  wrong%  missed%";

export const scoreLine = ({ cases, deleted, exact, f1, falseFound, wrongPlace, missed }: Score): string =>
  [
    String(cases).padStart(6),
    String(deleted).padStart(6),
    exact.toFixed(1).padStart(7),
    f1.toFixed(3).padStart(6),
    falseFound.toFixed(1).padStart(7),
    wrongPlace.toFixed(1).padStart(7),
    missed.toFixed(1).padStart(8),
  ].join(" ");

/** A table of the figures, apart by what `key` says of a case, the largest group first. */
export function table(
  title: string,
  judged: readonly Judged[],
  key: (labelled: LabelledCase) => string,
): string[] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const name = key(one.labelled);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const rows = [...groups].sort((one, other) => other[1].length - one[1].length);
  return [
    `${title.padEnd(24)} ${columns}`,
    ...rows.map(([name, group]) => `${name.padEnd(24)} ${scoreLine(score(group))}`),
  ];
}
