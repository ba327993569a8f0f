import { join } from "node:path";
import type { CodeHistory } from "../app/code-history.ts";
import type { ChangeHistory } from "../app/change-history.ts";
import type { CodeReader, Head, RemoteInfo, Tracking, UserRepository } from "../app/ports.ts";
import type { KnownRecord } from "../app/record-shelf.ts";
import { noChanges, noCode, noHistory } from "../app/without-code.ts";
import type { Person } from "../domain/person.ts";
import { ask } from "./ask.ts";
import { listSettings } from "./commands/list-settings.ts";
import type { Git } from "./git.ts";
import type { StoreHome } from "./git-repository.ts";
import { lastValue } from "./handed-over-settings.ts";
import type { ObjectFormat } from "./object-id.ts";
import type { Setting } from "./place.ts";
import { shownUrl } from "./remote-url.ts";

/** Longest name or address that is taken from git's configuration, in characters: as a Person has it. */
const MAX_NAME_LENGTH = 500;

/**
 * Stands where a repository of the user's stands otherwise: a record that was opened by its address. There is no code, no history and no work
 * tree; its one remote is called as its host. What the user set in git for all repositories holds here too.
 */
export class RecordRepository implements UserRepository, StoreHome {
  readonly git: Git;
  readonly top: string;
  readonly storeFolder: string;
  readonly objectFormat: ObjectFormat;
  readonly code: CodeReader = noCode;
  readonly history: CodeHistory = noHistory;
  readonly changes: ChangeHistory = noChanges;
  readonly #record: KnownRecord;

  constructor(git: Git, record: KnownRecord, folder: string) {
    this.git = git;
    this.top = folder;
    this.storeFolder = join(folder, "sightline");
    this.objectFormat = record.objectFormat;
    this.#record = record;
  }

  async settings(): Promise<readonly Setting[]> {
    const { host, url } = this.#record;
    const ofTheUser = await settingsForAll(this.git, this.top);
    return [...ofTheUser, { name: `remote.${host}.url`, value: url }];
  }

  async identity(): Promise<Person | undefined> {
    const settings = await settingsForAll(this.git, this.top);
    const said = (name: string) => (lastValue(settings, name) ?? "").trim().slice(0, MAX_NAME_LENGTH);
    const name = said("user.name");
    return name === "" ? undefined : { name, email: said("user.email") };
  }

  remotes(): Promise<readonly RemoteInfo[]> {
    return Promise.resolve([{ name: this.#record.host, url: shownUrl(this.#record.url) }]);
  }

  head(): Promise<Head> {
    return Promise.resolve({ commit: undefined, branch: undefined });
  }

  tracking(): Promise<Tracking> {
    return Promise.resolve("outside");
  }

  files(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}

/** What the user set in git for every repository. A remote that is set for all of them is none of ours. */
export const settingsForAll = async (git: Git, folder: string): Promise<readonly Setting[]> =>
  (await ask(git, { kind: "nowhere", folder }, listSettings())).filter(({ name }) => !/^remote\./.test(name));
