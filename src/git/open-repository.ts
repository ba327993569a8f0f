import { stat } from "node:fs/promises";
import { join } from "node:path";
import { attempt } from "./ask.ts";
import { describeRepository } from "./commands/describe-repository.ts";
import { findCommonFolder, findTop } from "./commands/find-folders.ts";
import type { Git } from "./git.ts";
import type { GitRepository } from "./git-repository.ts";
import type { Place } from "./place.ts";
import { GitUserRepository } from "./user-repository.ts";

export type OpenedRepository =
  | { readonly kind: "opened"; readonly repository: GitRepository }
  | { readonly kind: RepositoryRefusal; readonly detail: string };

export type RepositoryRefusal =
  | "missingFolder"
  | "notARepository"
  /** It belongs to somebody else, and git will not work with it until told so (git-config(1), safe.directory). */
  | "notTrusted"
  /** There is no work tree, so no code to point at. */
  | "bare"
  /** The folder is part of git's own. */
  | "insideGitFolder"
  /** It is set to use something that this git does not know (gitrepository-layout(5), extensions). */
  | "unknownFormat"
  /** git answers something else; `detail` says what. */
  | "unreadable";

/** Finds the repository that `folder` is in. Writes nothing. */
export async function openRepository(git: Git, folder: string): Promise<OpenedRepository> {
  if (!(await isFolder(folder))) return { kind: "missingFolder", detail: folder };
  const place: Place = { kind: "user", folder };
  const described = await attempt(git, place, describeRepository());
  if (described.kind === "refused") return { kind: refusal(described.detail), detail: described.detail };
  if (described.kind !== "answered") return { kind: "unreadable", detail: described.detail };
  const { isBare, isInsideGitFolder, objectFormat } = described.answer;
  if (isBare) return { kind: "bare", detail: folder };
  if (isInsideGitFolder) return { kind: "insideGitFolder", detail: folder };

  const top = await attempt(git, place, findTop());
  const common = await attempt(git, place, findCommonFolder());
  if (top.kind !== "answered") return { kind: "unreadable", detail: top.detail };
  if (common.kind !== "answered") return { kind: "unreadable", detail: common.detail };
  // A path that is not UTF-8 can't be said here: another folder would be made in its stead.
  for (const path of [top.answer, common.answer])
    if (!(await isFolder(path))) return { kind: "unreadable", detail: `its path can't be told: ${path}` };
  return {
    kind: "opened",
    repository: new GitUserRepository({
      git,
      top: top.answer,
      commonFolder: common.answer,
      storeFolder: join(common.answer, "sightline"),
      objectFormat,
    }),
  };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

function refusal(stderr: string): RepositoryRefusal {
  if (/dubious ownership|safe\.directory|safe\.bareRepository/.test(stderr)) return "notTrusted";
  if (
    /unknown repository (extension|object format)|Expected git repo version|invalid value for 'extensions\./.test(
      stderr,
    )
  )
    return "unknownFormat";
  if (/not a git repository/.test(stderr)) return "notARepository";
  return "unreadable";
}
