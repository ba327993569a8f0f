import { existsSync } from "node:fs";
import path from "node:path";
import { refuse, succeed } from "../src/base/result.ts";
import type { Result } from "../src/base/result.ts";
import { lastWords, run } from "./process/run.ts";
import { packagedExtension, projectRoot } from "./project.ts";

const LIMIT_MS = 180_000;

/** The manifest names no public repository, so there is none to point the README's links to; vsce would ask, or refuse. */
const ADDRESSLESS = ["--allow-missing-repository", "--no-rewrite-relative-links"];

/** Builds the bundles as they ship and packs them. */
export const buildPackage = async (): Promise<Result<string, string>> => {
  const steps = [
    { what: "The build", command: [path.join(projectRoot, "esbuild.mjs"), "--production"] },
    {
      what: "Packing the extension",
      command: [
        require.resolve("@vscode/vsce/vsce"),
        ...["package", "--no-dependencies", ...ADDRESSLESS, "--out", packagedExtension],
      ],
    },
  ];
  for (const { what, command } of steps) {
    const ended = await run(process.execPath, command, { cwd: projectRoot, limit: LIMIT_MS });
    if (ended.code !== 0) return refuse(`${what} failed:\n${lastWords(ended, 20)}`);
  }
  return existsSync(packagedExtension)
    ? succeed(packagedExtension)
    : refuse("Packing the extension gave no .vsix.");
};
