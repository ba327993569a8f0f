import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../process/run.ts";
import { gitIdentity } from "../vscode/person.ts";

/** The folder that is open while the tests in the extension host run: a small repository whose remote `origin` is a bare one beside it. */
export type HostWorkspace = {
  readonly folder: string;
  /** For whatever starts git there: who the user is. */
  readonly environment: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
};

const search = `export const search = (shop: { products: readonly string[] }, words: string): string[] => {
  const found: string[] = [];
  for (const product of shop.products) {
    if (product.includes(words)) found.push(product);
  }
  return found;
};
`;

export const makeHostWorkspace = async (): Promise<HostWorkspace> => {
  const own = await mkdtemp(path.join(tmpdir(), "sightline-host-"));
  const folder = path.join(own, "workspace");
  const identity = await gitIdentity(own, { name: "Engineer", email: "engineer@example.invalid" });
  await mkdir(path.join(folder, "src"), { recursive: true });
  await writeFile(path.join(folder, "README.md"), "# Shop\n");
  await writeFile(path.join(folder, "src/search.ts"), search);
  const git = async (...parameters: string[]): Promise<void> => {
    const environment = { ...process.env, ...identity };
    const ended = await run("git", parameters, { cwd: folder, environment, limit: 30_000 });
    if (ended.code !== 0) throw new Error(`git ${parameters.join(" ")}: ${ended.stderr}`);
  };
  await git("init", "--quiet", "--bare", path.join(own, "remote.git"));
  await git("init", "--quiet");
  await git("add", ".");
  await git("commit", "--quiet", "--message", "A shop with a search");
  await git("remote", "add", "origin", path.join(own, "remote.git"));
  await git("push", "--quiet", "--set-upstream", "origin", "main");
  return {
    folder,
    environment: identity,
    remove: () => rm(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
};
