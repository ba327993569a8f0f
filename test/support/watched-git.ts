import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One start of git, as it came to be. */
export interface Started {
  readonly args: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
}

/** A git that writes down how it is started, and is git then. */
export async function watchedGit(folder: string, real: string) {
  const log = join(folder, "started");
  await mkdir(log);
  const path = join(folder, "watched-git");
  const script = `#!/bin/sh\nat=$(mktemp '${log}/XXXXXXXX')\n{ printf '%s\\0' "$@"; printf '\\0'; env -0; } > "$at"\nexec '${real}' "$@"\n`;
  await writeFile(path, script, { mode: 0o755 });
  return {
    path,
    started: async (): Promise<readonly Started[]> => {
      const files = await readdir(log);
      return Promise.all(
        files.map(async (name) => {
          const [args = "", environment = ""] = (await readFile(join(log, name), "utf8")).split(/\0\0(.*)/s);
          return {
            args: args.split("\0"),
            environment: new Map(
              environment
                .split("\0")
                .filter(Boolean)
                .map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)] as const),
            ),
          };
        }),
      );
    },
  };
}
