import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { packagedExtension, projectRoot } from "../../scripts/project.ts";

const own = mkdtempSync(path.join(tmpdir(), "sightline-try-test-"));
const LIMIT_MS = 120_000;

/** `npm run try -- …`, without npm and with the extension that is packed already. */
const tryOut = (...words: string[]) => {
  const ended = spawnSync(
    process.execPath,
    [
      ...["--import", pathToFileURL(require.resolve("tsx")).href],
      path.join(projectRoot, "scripts/try.ts"),
      ...["--vsix", packagedExtension, "--once", ...words],
    ],
    { cwd: own, encoding: "utf8", timeout: LIMIT_MS, env: { ...process.env, INIT_CWD: own } },
  );
  return { code: ended.status, said: ended.stdout + ended.stderr };
};

const repository = (name: string, ...commands: string[][]): string => {
  const folder = path.join(own, name);
  mkdirSync(folder);
  const person = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"];
  for (const command of [["init", "--quiet", "--initial-branch=trunk"], ...commands]) {
    const ended = spawnSync("git", [...person, ...command], { cwd: folder, encoding: "utf8" });
    assert.equal(ended.status, 0, ended.stderr);
  }
  return folder;
};

const everyFile = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, string] => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), readFileSync(file, "latin1")];
    })
    .sort(([one], [other]) => (one < other ? -1 : 1));

describe("npm run try", () => {
  after(() => rm(own, { recursive: true, force: true }));

  it("starts two VS Codes on clones of a repository, leaves it as it was, and leaves nothing behind", () => {
    const folder = repository("project", ["commit", "--quiet", "--allow-empty", "--message", "First"]);
    writeFileSync(path.join(folder, "unfinished.txt"), "not committed\n");
    const before = everyFile(folder);
    const { code, said } = tryOut("project");
    assert.equal(code, 0, said);
    assert.equal(said.match(/http:\/\/127\.0\.0\.1:\d+\//g)?.length, 2, said);
    assert.match(said, /clones of project, branch trunk at [0-9a-f]+\. It has uncommitted work/);
    assert.match(said, /Both answer/);
    assert.deepEqual(everyFile(folder), before);
    const remote = /They share (.+remote\.git) /.exec(said)?.[1] ?? "";
    assert.ok(remote !== "" && !remote.startsWith(folder), said);
    assert.equal(existsSync(path.dirname(remote)), false, "the clones are still there");
  });

  it("works with a repository without commits", () => {
    repository("empty");
    const { code, said } = tryOut("empty");
    assert.equal(code, 0, said);
    assert.match(said, /no commit yet, so the clones start with a small sample/);
  });

  it("says what to do about a folder that is no repository", () => {
    mkdirSync(path.join(own, "plain"));
    const { code, said } = tryOut("plain");
    assert.equal(code, 1);
    assert.match(said, /plain is not a git repository\. Give the path of one: npm run try -- PATH/);
    assert.doesNotMatch(said, /\n {4}at /);
  });

  it("says that an option is unknown", () => {
    const { code, said } = tryOut("--nonsense");
    assert.equal(code, 1);
    assert.match(said, /There is no option --nonsense/);
  });
});
