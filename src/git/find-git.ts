import { access, constants, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import { tmpdir } from "node:os";
import { attempt } from "./ask.ts";
import { readVersion } from "./commands/read-version.ts";
import { fixedEnvironment } from "./fixed-environment.ts";
import { isAtLeast, OLDEST_GIT } from "./git.ts";
import type { Environment, Git } from "./git.ts";
import { run } from "./spawn.ts";

export type FoundGit =
  | { readonly kind: "found"; readonly git: Git }
  | { readonly kind: "gitNotFound"; readonly detail: string }
  | { readonly kind: "gitTooOld"; readonly version: string; readonly needed: string };

/**
 * Finds git: the executable at `path` (the setting `git.path`), or the first on PATH. It is looked up here and started by its absolute path:
 * Windows looks in the current folder first, which is a repository that somebody else wrote.
 */
export async function findGit(
  options: { readonly path?: string | undefined; readonly environment?: Environment } = {},
): Promise<FoundGit> {
  const environment = options.environment ?? process.env;
  const named = options.path === undefined || options.path === "" ? undefined : options.path;
  const path = named === undefined ? await onPath(environment) : await executable(named);
  if (path === undefined) {
    return { kind: "gitNotFound", detail: named === undefined ? "no git on PATH" : `no program at ${named}` };
  }
  if (await isOnlyAnInstaller(path, environment)) {
    return { kind: "gitNotFound", detail: `${path} would only offer to install git` };
  }
  const unknown = { path, version: { major: 0, minor: 0, text: "" }, environment };
  const asked = await attempt(unknown, { kind: "nowhere", folder: tmpdir() }, readVersion());
  if (asked.kind !== "answered" || asked.answer === undefined) {
    return { kind: "gitNotFound", detail: `${path} does not answer as git does` };
  }
  const version = asked.answer;
  if (!isAtLeast(version, OLDEST_GIT.major, OLDEST_GIT.minor)) {
    return {
      kind: "gitTooOld",
      version: version.text,
      needed: `${OLDEST_GIT.major}.${OLDEST_GIT.minor}`,
    };
  }
  return { kind: "found", git: { path, version, environment } };
}

/** On a Mac without developer tools /usr/bin/git opens a dialog that offers them; xcode-select tells whether they are there. */
async function isOnlyAnInstaller(path: string, environment: Environment): Promise<boolean> {
  if (process.platform !== "darwin" || path !== "/usr/bin/git") return false;
  const asked = await run({
    executable: "/usr/bin/xcode-select",
    args: ["-p"],
    folder: tmpdir(),
    environment: fixedEnvironment(environment),
    onOutput: () => undefined,
    limitMs: 10_000,
    maxOutputBytes: 10_000,
  });
  return asked.kind !== "exited" || asked.exit !== 0;
}

async function onPath(environment: Environment): Promise<string | undefined> {
  const name = process.platform === "win32" ? "git.exe" : "git";
  const path = environment["PATH"] ?? environment["Path"] ?? "";
  for (const folder of path.split(delimiter)) {
    const found = await executable(join(folder, name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `path`, if a program is there. A relative one is nobody's idea of a setting, and on PATH it means the current folder. */
async function executable(path: string): Promise<string | undefined> {
  if (!isAbsolute(path)) return undefined;
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}
