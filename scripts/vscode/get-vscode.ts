import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";
import { fetchedOnce } from "../fetched.ts";
import { npm } from "../npm.ts";
import type { NpmFailure } from "../npm.ts";
import type { Say } from "../say.ts";
import { compileParts } from "./compiled-parts.ts";
import { vscodePackage, vscodeVersion } from "./version.ts";

/** VS Code on this machine: `main` is the script that Node runs as its server. */
export type InstalledVscode = { readonly version: string; readonly main: string };

/** Its npm package has VS Code's own dependencies in two folders inside, each with a lockfile. */
const vscodeIn = (folder: string): string =>
  path.join(folder, "node_modules", vscodePackage.name, "lib/vscode");

const install = async (folder: string): Promise<Result<void, NpmFailure>> => {
  // The package that starts VS Code behind a login page wants argon2, which must be compiled; that package is not used here.
  const manifest = {
    private: true,
    dependencies: { [vscodePackage.name]: vscodePackage.version, "@vscode/ripgrep": "1.18.0" },
    overrides: { argon2: "0.44.0" },
  };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  const vscode = vscodeIn(folder);
  const steps = [
    { cwd: folder, more: [] },
    { cwd: vscode, more: ["--omit=dev"] },
    { cwd: path.join(vscode, "extensions"), more: ["--omit=dev"] },
  ];
  for (const { cwd, more } of steps) {
    const installed = await npm(["install", "--ignore-scripts", ...more], { cwd, limit: 600_000 });
    if (!installed.ok) return installed;
  }
  await repairRipgrep(folder);
  return succeed(undefined);
};

/**
 * Quick open, search and `workspace.findFiles` run ripgrep, which VS Code's own package would download in an install script. A newer
 * release of that package carries the program for this system in a package beside it.
 */
const repairRipgrep = async (folder: string): Promise<void> => {
  const file = process.platform === "win32" ? "rg.exe" : "rg";
  const system = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const bin = path.join(vscodeIn(folder), "node_modules/@vscode/ripgrep/bin");
  await mkdir(bin, { recursive: true });
  await copyFile(path.join(folder, "node_modules", system, "bin", file), path.join(bin, file));
};

/** Gets VS Code from npm into this project, once; later calls cost nothing. */
export const getVscode = async (say: Say): Promise<Result<InstalledVscode, NpmFailure>> => {
  const folder = await fetchedOnce(`vscode-${vscodeVersion}`, (unfinished) => {
    say(`Getting VS Code ${vscodeVersion} from npm (460 MB, about a minute) …`);
    return install(unfinished);
  });
  if (!folder.ok) return folder;
  const vscode = vscodeIn(folder.value);
  await compileParts(vscode, say);
  return succeed({ version: vscodeVersion, main: path.join(vscode, "out/server-main.js") });
};
