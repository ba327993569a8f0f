import type { ChangeHistory } from "../app/change-history.ts";
import type { CodeHistory } from "../app/code-history.ts";
import type { UserRepository } from "../app/ports.ts";
import type { Git } from "./git.ts";
import type { ObjectFormat } from "./object-id.ts";

/** A repository of the user's, and what is needed to keep a store beside it. */
export interface GitRepository extends UserRepository {
  readonly git: Git;
  /** The git folder that all its work trees share, absolute. */
  readonly commonFolder: string;
  /** `<common folder>/sightline`: the only thing that is ever added there, and only once something is saved. */
  readonly storeFolder: string;
  readonly objectFormat: ObjectFormat;
  /** Questions to the history of its code. */
  readonly history: CodeHistory;
  /** The changes of its code, for counting. */
  readonly changes: ChangeHistory;
}
