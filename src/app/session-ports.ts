import type { ChangeHistory } from "./change-history.ts";
import type { CodeHistory } from "./code-history.ts";
import type { Store } from "../store/store.ts";
import type {
  Chance,
  Clock,
  CodeReader,
  Log,
  PrivateFiles,
  RecordStorage,
  Scheduler,
  SignIn,
  UserRepository,
} from "./ports.ts";
import type { OwnHosts } from "./git-host-links.ts";
import type { KnownRecord } from "./record-shelf.ts";
import type { Wording } from "./wording.ts";

/** The branch notes travel on, unless a setting names another. */
export const DEFAULT_BRANCH = "sightline";

/** What a session is given. */
export interface SessionPorts {
  /**
   * Opens the store for one remote of the user's repository, by name. Undefined: nobody has agreed to push yet, and the store has to answer
   * every sync with "noRemote". Called again after the answer changes; the store before it is disposed then.
   */
  readonly openStore: (remote: string | undefined) => Store;
  readonly user: UserRepository;
  readonly files: PrivateFiles;
  readonly code: CodeReader;
  readonly history: CodeHistory;
  readonly changes: ChangeHistory;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly scheduler: Scheduler;
  readonly wording: Wording;
  readonly log: Log;
  /** Set where the record was opened by its address, without the code. */
  readonly record?: KnownRecord | undefined;
  /** Absent where nobody can tell. */
  readonly storage?: RecordStorage | undefined;
  /** Absent where nobody but git signs in. */
  readonly signIn?: SignIn | undefined;
  /** Git hosts of the team's own, for links. */
  readonly ownHosts?: (() => OwnHosts) | undefined;
  /** {@link DEFAULT_BRANCH} where absent. */
  readonly branch?: string | undefined;
  /** Whether nothing may be written or sent now, as in a window that is not trusted. */
  readonly readOnly?: (() => boolean) | undefined;
}
