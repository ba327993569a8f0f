import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Environment, Git } from "../../src/git/git.ts";
import { findGit } from "../../src/git/find-git.ts";
import { openGitStore } from "../../src/git/git-store.ts";
import type { GitStoreOptions } from "../../src/git/git-store.ts";
import type { GitRepository } from "../../src/git/git-repository.ts";
import { openRepository } from "../../src/git/open-repository.ts";
import type { Store } from "../../src/store/store.ts";
import { atOnce } from "./memory-store.ts";

const run = promisify(execFile);

/** A repository that a person works in. */
export interface Clone {
  readonly name: string;
  readonly folder: string;
  /** `<folder>/.git/sightline`, or where it is for a linked worktree. */
  readonly storeFolder: string;
  readonly repository: GitRepository;
  /** Opens the store, as another process would; closed at the end of the test. Syncs with `origin` unless told. */
  store(options?: Partial<GitStoreOptions>): Store;
  /** Runs the user's own git here. */
  git(...args: readonly string[]): Promise<string>;
  write(path: string, text: string): Promise<void>;
}

/** A bare repository that others push to. */
export interface Bare {
  readonly folder: string;
  git(...args: readonly string[]): Promise<string>;
}

/** Two clones and a bare remote, in a folder of their own, with a git that knows nothing of this machine's settings. */
export interface World {
  readonly folder: string;
  readonly git: Git;
  readonly environment: Environment;
  readonly ann: Clone;
  readonly ben: Clone;
  readonly remote: Bare;
  readonly clone: (name: string) => Promise<Clone>;
  /** A repository without a remote and without a commit. */
  readonly empty: (name: string) => Promise<Clone>;
  /** What stands at a folder that is a work tree already. */
  readonly open: (name: string, folder: string) => Promise<Clone>;
  /** Runs git anywhere, with bytes on its input. */
  readonly run: (
    folder: string,
    args: readonly string[],
    input?: string | Uint8Array,
    encoding?: "utf8" | "latin1",
  ) => Promise<string>;
  /** Closes the stores, the last first, and removes the folder. Happens by itself after each test. */
  readonly close: () => Promise<void>;
}

export interface WorldOptions {
  readonly objectFormat?: "sha1" | "sha256";
}

type Ending = () => Promise<void>;

/** Of the worlds that are still there. */
const worlds = new Set<Ending>();

export async function world({ objectFormat = "sha1" }: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "sightline-world-"));
  const endings: Ending[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 5 })];
  const close = async () => {
    worlds.delete(close);
    for (const end of endings.splice(0).reverse()) await end();
  };
  worlds.add(close);
  const environment = await isolatedEnvironment(folder);
  const found = await findGit({ environment });
  if (found.kind !== "found") throw new Error(`the tests need git: ${found.kind}`);
  const { git } = found;

  const runGit: World["run"] = async (at, args, input, encoding = "utf8") => {
    const running = run(git.path, [...args], {
      cwd: at,
      env: { ...environment },
      encoding: "buffer",
      maxBuffer: 1e8,
    });
    // git may be done before it has read all of it.
    running.child.stdin?.on("error", () => undefined).end(input);
    return (await running).stdout.toString(encoding);
  };
  const bareFolder = join(folder, "remote.git");
  await runGit(folder, ["init", "--quiet", "--bare", `--object-format=${objectFormat}`, bareFolder]);
  const remote: Bare = { folder: bareFolder, git: (...args) => runGit(bareFolder, args) };

  const open = async (name: string, at: string): Promise<Clone> => {
    const opened = await openRepository(git, at);
    if (opened.kind !== "opened") throw new Error(`${opened.kind}: ${opened.detail}`);
    const { repository } = opened;
    const person = { name, email: `${name}@example.org` };
    return {
      name,
      folder: at,
      storeFolder: repository.storeFolder,
      repository,
      store: (options = {}) => {
        const store = openGitStore(repository, {
          author: () => Promise.resolve(person),
          remote: "origin",
          ...options,
          testing: { pace: atOnce, ...options.testing },
        });
        endings.push(() => store.dispose());
        return store;
      },
      git: (...args) => runGit(at, args),
      write: async (path, text) => {
        await mkdir(dirname(join(at, path)), { recursive: true });
        await writeFile(join(at, path), text);
      },
    };
  };
  const empty = async (name: string) => {
    const at = join(folder, name);
    await runGit(folder, ["init", "--quiet", `--object-format=${objectFormat}`, at]);
    await runGit(at, ["config", "user.name", name]);
    await runGit(at, ["config", "user.email", `${name}@example.org`]);
    return open(name, at);
  };
  const clone = async (name: string) => {
    const made = await empty(name);
    await made.git("remote", "add", "origin", bareFolder);
    await made.write("shop/cart.ts", "export const total = 1;\n");
    await made.git("add", ".");
    await made.git("commit", "--quiet", "-m", "Add the cart");
    return made;
  };
  return {
    folder,
    git,
    environment,
    ann: await clone("ann"),
    ben: await clone("ben"),
    remote,
    clone,
    empty,
    open,
    run: runGit,
    close,
  };
}

/** A home and settings of their own, and no variable of git's: what is set on this machine changes no test. */
async function isolatedEnvironment(folder: string): Promise<Environment> {
  const home = join(folder, "home");
  await mkdir(home);
  await writeFile(join(home, "gitconfig"), "[init]\n\tdefaultBranch = main\n[gc]\n\tauto = 0\n");
  const environment: Record<string, string> = {
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: home,
    GIT_CONFIG_GLOBAL: join(home, "gitconfig"),
    GIT_CONFIG_NOSYSTEM: "1",
    LC_ALL: "C",
  };
  for (const name of ["PATH", "Path", "SystemRoot", "TEMP", "TMP", "TMPDIR"]) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

async function endWorlds(): Promise<void> {
  for (const close of worlds) await close();
}

if (typeof afterEach === "function") afterEach(endWorlds);
