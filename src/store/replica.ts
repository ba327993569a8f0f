import type { Line } from "../domain/event-line.ts";
import type { NewLine, Page, RecordLines } from "./store.ts";
import type { RemoteFailure } from "./remote-failure.ts";

/** A commit of the record's branch. */
export type CommitId = string;

/** A branch's newest commit; null where there is no such branch. */
export type Tip = CommitId | null;

/** This machine's half of a sync, behind which git stands (or the twin in memory). */
export interface Replica {
  /** The remote's tip that was last taken over here. */
  adopted(): Promise<Tip>;
  /** Lines saved here that the tree of `tip` does not hold, in the order they were saved. */
  unsent(tip: Tip): Promise<readonly NewLine[]>;
  /** Whole records that differ between two fetched tips. */
  changedBetween(from: Tip, to: Tip): Promise<RecordLines>;
  /** Lines that `from` holds and `to` doesn't. */
  missingFrom(from: Tip, to: Tip): Promise<readonly NewLine[]>;
  /** Whether `later` has `earlier` among its ancestors, or is it. Null is everybody's ancestor. */
  descends(later: Tip, earlier: Tip): Promise<boolean>;
  /** Writes one commit on top of `onto` that adds lines and sets pages, durably. Lines that are there already are not added again. */
  commit(onto: Tip, lines: readonly NewLine[], pages: readonly Page[], message: string): Promise<CommitId>;
  /** Takes over a tip whose objects are here, if `adopted` is still `expected`; lines it holds stop waiting. */
  adopt(tip: Tip, expected: Tip): Promise<"adopted" | "moved">;
  /** Keeps lines waiting that a rewritten branch no longer holds. */
  keep(lines: readonly NewLine[]): Promise<void>;
}

export type Attempt<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "failed"; readonly failure: RemoteFailure };

/** The other half. None of it throws for what a remote or a network does. */
export interface RemoteBranch {
  tip(): Promise<Attempt<Tip>>;
  /** Brings the objects of `tip` here. "moved" where the remote no longer has it as its tip and would not give it. */
  fetch(tip: CommitId): Promise<Attempt<"fetched" | "moved">>;
  /** Moves the branch from `expected` to `commit`. "moved" where it was not at `expected` any more: then nothing has changed there. */
  push(commit: CommitId, expected: Tip): Promise<Attempt<"pushed" | "moved">>;
}

/** The lines of a record file, without doubles, as they stand. */
export function linesWithoutDoubles(lines: Iterable<Line>): readonly Line[] {
  const byId = new Map<string, Line>();
  for (const line of lines) if (!byId.has(line.id)) byId.set(line.id, line);
  return [...byId.values()];
}
