import type { ChangeHistory } from "../app/change-history.ts";
import type { CodeHistory } from "../app/code-history.ts";
import type { CodeReader, UserRepository } from "../app/ports.ts";
import type { Git } from "./git.ts";
import type { ObjectFormat } from "./object-id.ts";
import type { Setting } from "./place.ts";

/** What a store needs to know of the place it is kept at: beside a repository of the user's, or in a folder of its own. */
export interface StoreHome {
  readonly git: Git;
  /** Where relative addresses of remotes start, absolute. */
  readonly top: string;
  /** All that is kept, and only once something is saved. */
  readonly storeFolder: string;
  readonly objectFormat: ObjectFormat;
  /** The user's settings that hold here, the remotes' addresses among them. */
  settings(): Promise<readonly Setting[]>;
}

/** A repository of the user's. Its store is `<common folder>/sightline`: the only thing that is ever added there. */
export interface GitRepository extends UserRepository, StoreHome {
  readonly top: string;
  /** The git folder that all its work trees share, absolute. */
  readonly commonFolder: string;
  /** The files of its work tree on disk. */
  readonly code: CodeReader;
  /** Questions to the history of its code. */
  readonly history: CodeHistory;
  /** The changes of its code, for counting. */
  readonly changes: ChangeHistory;
}
