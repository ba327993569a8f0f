/** Why a remote did not take or give, told apart by what a person can do about it. `detail` is git's own text, for the log. */
export interface RemoteFailure {
  readonly reason: RemoteFailureReason;
  readonly detail: string;
}

/** Whether the other side let us read, and would not take what we have: asking it again changes nothing. */
export const isRefusal = (
  failure: RemoteFailure,
): failure is RemoteFailure & { readonly reason: "mayNotPush" | "refusedByRule" } =>
  failure.reason === "mayNotPush" || failure.reason === "refusedByRule";

export type RemoteFailureReason =
  /** It asks for a password, key or passphrase that nobody can be asked for here. */
  | "needsSignIn"
  /** Signed in, and may read, but not push. */
  | "mayNotPush"
  /** A rule of the host or a hook refused the push. */
  | "refusedByRule"
  /** No such repository, or none this person may see. */
  | "notFound"
  /** The remote has a branch of this name that holds something else. It was not touched; another name has to be chosen. */
  | "notOurs"
  /** Another branch there stands where ours would: git can't keep `a` beside `a/b`. `detail` names it. */
  | "nameTaken"
  /** No network, or it broke off. */
  | "unreachable"
  /** No answer within the time allowed. */
  | "timedOut"
  | "cancelled"
  /** This machine could not write: disk full, read-only folder. */
  | "notWritable"
  /** Commits are to be signed (`commit.gpgsign`), and the program that signs did not. */
  | "couldNotSign"
  | "unknown";
