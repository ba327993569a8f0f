import type { RecordId } from "../domain/ids.ts";
import type { NewLine, Page, RecordLines } from "./store.ts";
import type { RemoteFailure } from "./remote-failure.ts";

/** A commit of the record's branch. */
export type CommitId = string;

/** A branch's newest commit; null where there is no such branch. */
export type Tip = CommitId | null;

/** What an operation that a remote, a network or a full disk can stop answers. */
export type Attempt<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "failed"; readonly failure: RemoteFailure };

export const done = <Value>(value: Value): { readonly kind: "done"; readonly value: Value } => ({
  kind: "done",
  value,
});

/** How one tip differs from an earlier one. */
export interface Difference {
  /** Every record that differs, whole, as the later tip holds it; without lines where it holds none of it. */
  readonly incoming: RecordLines;
  /** Lines that the earlier tip holds and the later one doesn't. */
  readonly gone: readonly NewLine[];
}

/** This machine's half of a sync, behind which git stands (or the twin in memory). Tips are only ever named once their objects are here. */
export interface Replica {
  /** The remote's tip that was last taken over here. */
  adopted(): Promise<Tip>;
  /**
   * Lines saved here that the remote is not known to have and that `tip` neither holds nor says are taken out for good, without doubles, those of a
   * record in the order they were saved.
   */
  unsent(tip: Tip): Promise<readonly NewLine[]>;
  compare(earlier: Tip, later: Tip): Promise<Difference>;
  /** Some records whole, as `tip` holds them; those that it doesn't hold are left out. */
  linesAt(tip: Tip, records: Iterable<RecordId>): Promise<RecordLines>;
  /** Whether there is nothing at all in a tip, neither records nor other files. */
  isEmpty(tip: CommitId): Promise<boolean>;
  /** Writes one commit on top of `onto` that adds lines and sets pages, durably. Lines that are there already are not added again. */
  commit(
    onto: Tip,
    lines: readonly NewLine[],
    pages: readonly Page[],
    message: string,
  ): Promise<Attempt<CommitId>>;
  /**
   * Writes a first commit, durably, with all that `tip` holds but its pages, and with `records` whole in place of what it has of them: a
   * branch without a past.
   */
  commitAnew(
    tip: CommitId,
    records: RecordLines,
    pages: readonly Page[],
    message: string,
  ): Promise<Attempt<CommitId>>;
  /**
   * Takes over a tip, if `adopted` is still `expected`; lines it holds stop waiting. With `removal: "accepted"` lines that were sent before
   * and are not in `tip` are gone from here too; lines that were never sent go on waiting either way, but for those that `tip` says were taken out for good.
   */
  adopt(tip: Tip, expected: Tip, removal: "none" | "accepted"): Promise<Attempt<"adopted" | "moved">>;
}

/** The other half. None of it throws for what a remote or a network does. */
export interface RemoteBranch {
  /** Brings the branch here, and says where it is: its objects are here then. */
  fetch(): Promise<Attempt<Tip>>;
  /** Moves the branch from `expected` to `commit`. "moved" where it was not at `expected` any more: then nothing has changed there. */
  push(commit: CommitId, expected: Tip): Promise<Attempt<"pushed" | "moved">>;
}
