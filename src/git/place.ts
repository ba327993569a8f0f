import { dirname } from "node:path";
import { fixedEnvironment } from "./fixed-environment.ts";
import type { Git } from "./git.ts";

/** Where git looks. */
export type Place =
  /** The user's repository that `folder` is in. Only ever asked. */
  | { readonly kind: "user"; readonly folder: string }
  /** Our own repository. `folder` is where relative URLs of remotes start. */
  | {
      readonly kind: "store";
      readonly gitDirectory: string;
      readonly folder?: string | undefined;
      /** The part of the user's configuration that is handed over. */
      readonly configuration?: readonly Setting[] | undefined;
    }
  /** No repository at all, whatever `folder` lies in. */
  | { readonly kind: "nowhere"; readonly folder: string };

/** A git setting. Its value may be a secret (`http.extraHeader`), so it travels in the environment, never in the arguments. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** Nothing in these repositories starts a program behind our back, and nothing is cleaned up while somebody waits. */
const everywhere = [
  // git takes this path for "no file" on Windows too.
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.quotePath=false",
  "color.ui=false",
  "gc.auto=0",
  "maintenance.auto=false",
];

/** What is written is on the disk before it counts. Before 2.36 there was only one switch, and no fsync of refs (githooks: core.fsync). */
const durable = ["core.fsync=objects,derived-metadata,reference", "core.fsyncMethod=fsync"];
const durableBefore236 = ["core.fsyncObjectFiles=true"];

const asArguments = (settings: readonly string[]) => settings.flatMap((setting) => ["-c", setting]);

/** The arguments before the command, the folder and the environment for calls in a place. */
export function callIn(
  place: Place,
  git: Git,
  settings: readonly string[],
): { readonly args: string[]; readonly folder: string; readonly environment: Record<string, string> } {
  const environment = fixedEnvironment(git.environment);
  const shared = asArguments([...everywhere, ...settings]);
  if (place.kind !== "store") {
    const { folder } = place;
    // git does not look above it (git(1), GIT_CEILING_DIRECTORIES): a home folder may be somebody's repository.
    if (place.kind === "nowhere") environment["GIT_CEILING_DIRECTORIES"] = dirname(folder);
    return { args: ["--no-pager", ...shared], folder, environment };
  }
  const isOld = git.version.major === 2 && git.version.minor < 36;
  const own = asArguments(isOld ? durableBefore236 : durable);
  return {
    args: ["--no-pager", `--git-dir=${place.gitDirectory}`, ...own, ...shared],
    folder: place.folder ?? place.gitDirectory,
    environment: {
      ...environment,
      // Only what is handed over counts here: the user's hooks, aliases and helpers are for the user's repositories.
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      ...inEnvironment(place.configuration ?? []),
    },
  };
}

/** git-config(1), GIT_CONFIG_COUNT. */
function inEnvironment(settings: readonly Setting[]): Record<string, string> {
  const environment: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [at, { name, value }] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${at}`] = name;
    environment[`GIT_CONFIG_VALUE_${at}`] = value;
  }
  return environment;
}
