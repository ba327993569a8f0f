import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { refuse, succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";
import type { Person } from "../vscode/person.ts";
import { gitIdentity } from "../vscode/person.ts";
import { git } from "./git.ts";
import { writeSampleCode } from "./sample-code.ts";

export type Participant = {
  readonly role: "Engineer" | "Product manager";
  /** Their clone. */
  readonly folder: string;
  /** Where their VS Code keeps its own things. */
  readonly own: string;
  /** What git of theirs runs with. */
  readonly environment: Readonly<Record<string, string>>;
};

/** Two clones and the bare repository between them, which stands for one on a git host. */
export type Playground = {
  /** In a sentence: what was cloned. */
  readonly cloned: string;
  readonly remote: string;
  readonly participants: readonly [Participant, Participant];
};

const people: Record<Participant["role"], Person> = {
  Engineer: { name: "Engineer", email: "engineer@example.invalid" },
  "Product manager": { name: "Product manager", email: "product.manager@example.invalid" },
};

/** The repository that holds `folder`: its top folder, or the bare repository itself. */
const findRepository = async (folder: string): Promise<Result<string, string>> => {
  if (!existsSync(folder)) return refuse(`${folder} is not there. Give the path of a git repository.`);
  const bare = await git(["-C", folder, "rev-parse", "--is-bare-repository"]);
  if (!bare.ok) {
    const stranger = bare.reason.includes("not a git repository");
    return stranger
      ? refuse(`${folder} is not a git repository. Give the path of one: npm run try -- PATH`)
      : bare;
  }
  return git(["-C", folder, "rev-parse", bare.value === "true" ? "--absolute-git-dir" : "--show-toplevel"]);
};

/** A clone of a detached or empty repository has no branch to work on: gives the remote one, and says whether it has commits. */
const settleBranch = async (remote: string): Promise<Result<{ branch: string; empty: boolean }, string>> => {
  const inRemote = (...parameters: string[]) => git(["--git-dir", remote, ...parameters]);
  const branches = await inRemote("for-each-ref", "--format=%(refname)", "refs/heads");
  if (!branches.ok) return branches;
  const names = branches.value.split("\n").filter((name) => name !== "");
  const head = await inRemote("symbolic-ref", "--quiet", "HEAD");
  const current = head.ok ? head.value : undefined;
  if (current !== undefined && (names.includes(current) || names.length === 0)) {
    return succeed({ branch: current, empty: names.length === 0 });
  }
  const detached =
    current === undefined && (await inRemote("rev-parse", "--verify", "--quiet", "HEAD^{commit}")).ok;
  const branch = detached ? "refs/heads/try" : (names[0] ?? "refs/heads/main");
  if (detached) {
    const made = await inRemote("update-ref", branch, "HEAD");
    if (!made.ok) return made;
  }
  const pointed = await inRemote("symbolic-ref", "HEAD", branch);
  return pointed.ok ? succeed({ branch, empty: !detached && names.length === 0 }) : pointed;
};

const addStartingCommit = async (
  participant: Participant,
  branch: string,
): Promise<Result<string, string>> => {
  await writeSampleCode(participant.folder);
  const steps = [
    ["checkout", "--quiet", "-B", branch],
    ["add", "."],
    ["commit", "--quiet", "--no-gpg-sign", "--message", "A small shop to try Sightline on"],
    ["push", "--quiet", "origin", branch],
  ];
  for (const step of steps) {
    const done = await git(["-C", participant.folder, ...step], participant.environment);
    if (!done.ok) return done;
  }
  return succeed("");
};

const describe = async (source: string, remote: string, branch: string): Promise<string> => {
  const commit = await git(["--git-dir", remote, "rev-parse", "--short", "HEAD"]);
  const status = await git(["-C", source, "status", "--porcelain"]);
  const cloned = `${path.basename(source)}, branch ${branch}${commit.ok ? ` at ${commit.value}` : ""}`;
  return status.ok && status.value !== ""
    ? `${cloned}. It has uncommitted work, which is not in the clones`
    : cloned;
};

/** Makes the playground under `root`. The repository at `source` is read and nothing else: it ends up as nobody's remote. */
export const makePlayground = async (source: string, root: string): Promise<Result<Playground, string>> => {
  const repository = await findRepository(source);
  if (!repository.ok) return repository;
  const name = path.basename(repository.value).replace(/\.git$/, "");
  const remote = path.join(root, "remote.git");
  const plain = ["--quiet", "--no-hardlinks", "--template="];
  const copied = await git(["clone", "--bare", "--no-local", ...plain, "--", repository.value, remote]);
  if (!copied.ok) return refuse(`${repository.value} could not be cloned:\n${copied.reason}`);
  const cut = await git(["--git-dir", remote, "remote", "remove", "origin"]);
  if (!cut.ok) return cut;
  const settled = await settleBranch(remote);
  if (!settled.ok) return settled;
  const branch = settled.value.branch.replace("refs/heads/", "");

  const join = async (role: Participant["role"]): Promise<Result<Participant, string>> => {
    const own = path.join(root, role.toLowerCase().replaceAll(" ", "-"));
    const folder = path.join(own, name);
    await mkdir(own, { recursive: true });
    const environment = await gitIdentity(own, people[role]);
    const clone = await git(["clone", ...plain, "--", remote, folder], environment);
    return clone.ok ? succeed({ role, folder, own, environment }) : refuse(clone.reason);
  };
  const engineer = await join("Engineer");
  if (!engineer.ok) return engineer;
  if (settled.value.empty) {
    const started = await addStartingCommit(engineer.value, branch);
    if (!started.ok) return started;
  }
  const manager = await join("Product manager");
  if (!manager.ok) return manager;
  const cloned = settled.value.empty
    ? `${name}. It has no commit yet, so the clones start with a small sample`
    : await describe(repository.value, remote, branch);
  return succeed({ cloned, remote, participants: [engineer.value, manager.value] });
};
