import { createHash } from "node:crypto";
import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** A clone as far as it is looked at. */
export interface Looked {
  readonly folder: string;
  readonly repository: { readonly commonFolder: string };
  readonly git: (...args: readonly string[]) => Promise<string>;
}

/** All there is to see of a user's repository; two of them are equal when not a byte of it was touched. */
export interface RepositorySnapshot {
  /** Every file of the git folder but those in `sightline/`, and its hash, mode and time of change. */
  readonly files: ReadonlyMap<string, string>;
  readonly head: string;
  readonly status: string;
  readonly stash: string;
  readonly worktrees: string;
  readonly refs: string;
  /** Every file of the work tree. */
  readonly workTree: ReadonlyMap<string, string>;
}

export async function snapshotRepository(clone: Looked): Promise<RepositorySnapshot> {
  // Looking must not touch either: `status` would refresh the index.
  const look = (...args: readonly string[]) => clone.git("--no-optional-locks", ...args);
  const gitFolder = clone.repository.commonFolder;
  const status = await look("status", "--porcelain=v2", "--branch", "--ignored");
  return {
    files: await hashes(gitFolder, (path) => path !== "sightline" && !path.startsWith(`sightline${sep}`)),
    head: await look("rev-parse", "--symbolic-full-name", "HEAD"),
    status,
    stash: await look("stash", "list"),
    worktrees: await look("worktree", "list", "--porcelain"),
    refs: await look("for-each-ref"),
    workTree: await hashes(clone.folder, (path) => path !== ".git" && !path.startsWith(`.git${sep}`)),
  };
}

async function hashes(folder: string, isAsked: (path: string) => boolean): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const visit = async (path: string): Promise<void> => {
    for (const name of (await readdir(path)).sort()) {
      const at = join(path, name);
      const from = relative(folder, at);
      if (!isAsked(from)) continue;
      const is = await lstat(at);
      const { mode, mtimeMs } = is;
      if (is.isDirectory()) {
        found.set(`${from}/`, String(mode));
        await visit(at);
      } else {
        const content = is.isSymbolicLink() ? await readlink(at) : await readFile(at);
        found.set(from, `${mode} ${mtimeMs} ${createHash("sha256").update(content).digest("hex")}`);
      }
    }
  };
  await visit(folder);
  return found;
}
