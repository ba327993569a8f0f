import * as z from "zod/mini";
import { RecordId } from "../../domain/ids.ts";

const Remote = z.strictObject({ name: z.string(), url: z.string() });

/** What `sync` prints with `--json`, whatever came of it. */
export const SyncDocument = z.strictObject({
  format: z.literal(1),
  outcome: z.enum([
    /** Both sides have everything. */
    "synced",
    /** The repository has no remote. */
    "noRemote",
    /** Several remotes, and nobody has said which. */
    "severalRemotes",
    /** Nobody has agreed to share notes on this remote yet. */
    "notAgreed",
    /** `reason` says why. */
    "failed",
    /** Others kept pushing first. */
    "gaveUp",
    /** The remote no longer holds what it did; `gone` says what. */
    "rewritten",
  ]),
  remote: z.nullable(Remote),
  branch: z.string(),
  /** Every remote there is. */
  choices: z.array(Remote),
  /** Notes that changed here. */
  received: z.array(RecordId),
  /** Lines sent. */
  sent: z.int().check(z.gte(0)),
  /** Lines saved here that the remote does not have. */
  waiting: z.int().check(z.gte(0)),
  /** With "failed". */
  reason: z.optional(
    z.enum([
      "needsSignIn",
      "mayNotPush",
      "refusedByRule",
      "notFound",
      "notOurs",
      "nameTaken",
      "unreachable",
      "timedOut",
      "cancelled",
      "notWritable",
      "couldNotSign",
      "unknown",
    ]),
  ),
  /** With "rewritten": whether the branch is gone as a whole, how many lines of which notes are, and how many that were taken out are back. */
  deleted: z.optional(z.boolean()),
  gone: z.optional(z.array(z.strictObject({ note: RecordId, lines: z.int().check(z.gte(1)) }))),
  back: z.optional(z.int().check(z.gte(1))),
  /** What is in the way, for a person. */
  explanation: z.optional(z.string()),
});
export type SyncDocument = z.infer<typeof SyncDocument>;
