import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ObjectFormat } from "./object-id.ts";
import type { Place } from "./place.ts";

/** Another repository's objects, and nothing else of it. */
export interface BorrowedObjects {
  readonly place: Place;
  /** Goes with every call in `place`. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Hands out a repository that has the objects of another and none of its settings. In the repository itself a partial clone would ask its
 * remote for what it does not have; where that is forbidden (`GIT_NO_LAZY_FETCH`, `GIT_ALLOW_PROTOCOL`), `cat-file --batch` ends at the first
 * missing object (promisor-remote.c, "could not fetch … from promisor remote"). Here no remote is known, so missing is an answer like any
 * other, for every git; and no setting or attribute of the repository holds, so none can start a program or change an answer.
 * The folder, a few bytes in the system's temporary folder, is gone afterwards.
 */
export async function withBorrowedObjects<Answer>(
  { commonFolder, objectFormat }: { readonly commonFolder: string; readonly objectFormat: ObjectFormat },
  use: (borrowed: BorrowedObjects) => Promise<Answer>,
): Promise<Answer> {
  // On the spot: a few small files, and whoever compares texts meanwhile would have each of them wait for a pause.
  const gitDirectory = mkdtempSync(join(tmpdir(), "sightline-objects-"));
  try {
    // The least that is a repository (is_git_directory in setup.c).
    mkdirSync(join(gitDirectory, "refs"));
    writeFileSync(join(gitDirectory, "HEAD"), "ref: refs/heads/none\n");
    writeFileSync(join(gitDirectory, "config"), configuration[objectFormat]);
    // Where a shallow clone's history ends (gitrepository-layout(5)).
    await copyFile(join(commonFolder, "shallow"), join(gitDirectory, "shallow")).catch(unlessMissing);
    return await use({
      place: { kind: "store", gitDirectory },
      environment: { GIT_OBJECT_DIRECTORY: join(commonFolder, "objects") },
    });
  } finally {
    await rm(gitDirectory, { recursive: true, force: true });
  }
}

const configuration: Readonly<Record<ObjectFormat, string>> = {
  sha1: "[core]\n\trepositoryFormatVersion = 0\n\tbare = true\n",
  sha256: "[core]\n\trepositoryFormatVersion = 1\n\tbare = true\n[extensions]\n\tobjectFormat = sha256\n",
};

function unlessMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
