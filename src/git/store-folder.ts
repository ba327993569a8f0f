import { join } from "node:path";

/** What is kept for a repository, beside its own files in the git folder that all its work trees share. */
export interface StoreFolder {
  /** `<common git folder>/sightline`. */
  readonly path: string;
  /** Our own bare repository. */
  readonly repository: string;
  readonly journals: string;
  readonly private: string;
  /** There while objects of lines that were taken out for good are to be removed. */
  readonly removal: string;
}

export const storeFolder = (path: string): StoreFolder => ({
  path,
  repository: join(path, "store.git"),
  journals: join(path, "journal"),
  private: join(path, "private"),
  removal: join(path, "removal-due"),
});
