import { command, lineOfText } from "../command.ts";
import { ObjectId } from "../object-id.ts";
import type { CommitIdentity } from "../commit-identity.ts";

export interface CommitText {
  /** A tree, or a commit's as `<commit>^{tree}`. */
  readonly tree: string;
  readonly parents: readonly ObjectId[];
  readonly message: string;
  readonly identity: CommitIdentity;
  /** Signs with the key and the program of the user's configuration. */
  readonly isSigned: boolean;
}

/** 2 min: somebody may have to touch a key. */
const SIGNING_LIMIT_MS = 120_000;

/** Writes a commit whose tree is here, and moves no ref. Where it is to be signed and can't be, says what git said. */
export const writeCommit = ({ tree, parents, message, identity, isSigned }: CommitText) =>
  command<{ readonly commit: ObjectId } | { readonly notSigned: string }>({
    args: [
      "commit-tree",
      isSigned ? "--gpg-sign" : "--no-gpg-sign",
      ...parents.flatMap((parent) => ["-p", parent]),
      "-F",
      "-",
      tree,
    ],
    input: Buffer.from(message, "utf8"),
    // With "@", or git would take few seconds for a year (date.c, parse_date_basic).
    environment: {
      GIT_AUTHOR_NAME: identity.name,
      GIT_AUTHOR_EMAIL: identity.email,
      GIT_AUTHOR_DATE: `@${identity.date}`,
      GIT_COMMITTER_NAME: identity.name,
      GIT_COMMITTER_EMAIL: identity.email,
      GIT_COMMITTER_DATE: `@${identity.date}`,
    },
    limitMs: isSigned ? SIGNING_LIMIT_MS : 30_000,
    okExit: isSigned ? "any" : [0],
    read: ({ exit, stdout, stderr }) =>
      exit === 0 ? { commit: ObjectId.parse(lineOfText(stdout)) } : { notSigned: stderr.trim() },
  });
