import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../scripts/project.ts";
import { cannotRunHere } from "../support/cannot-run-here.ts";

/** Lines of files that are, or would be, committed. */
const linesWith = (pattern: string, ...only: string[]): string[] => {
  const found = spawnSync("git", ["grep", "-nIE", "--untracked", "-e", pattern, "--", ".", ...only], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  // 1 is git grep's "nothing found".
  if (found.status !== 0 && found.status !== 1) throw new Error(found.stderr);
  return found.stdout.split("\n").filter((line) => line !== "");
};

/** Written in pieces, so that this file does not hold what it looks for. */
const OUTSIDE = [
  ["\\.\\.", "shared"],
  ["/work", "main"],
  ["/farm", ""],
  ["\\.library", ""],
  ["/tmp", "plan"],
];

describe("the repository stands alone", () => {
  before(function () {
    const inside = spawnSync("git", ["rev-parse", "--is-inside-work-tree"], { cwd: projectRoot });
    if (inside.status !== 0) cannotRunHere(this, "this copy is not a git repository");
  });

  it("names no folder outside itself", () => {
    assert.deepEqual(
      OUTSIDE.flatMap((pieces) => linesWith(pieces.join("/"))),
      [],
    );
  });

  it("names no host of a package registry", () => {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const registry = execFileSync(npm, ["config", "get", "registry"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      shell: process.platform === "win32",
    });
    const hosts = new Set([new URL(registry.trim()).host, ["registry", "npmjs", "org"].join(".")]);
    assert.deepEqual(
      [...hosts].flatMap((host) => linesWith(host.replaceAll(".", "\\."))),
      [],
    );
  });

  it("has a lockfile without download addresses", () => {
    const lockfile = readFileSync(path.join(projectRoot, "package-lock.json"), "utf8");
    assert.doesNotMatch(lockfile, /"resolved": "https?:/);
  });

  it("has no test that runs alone or never", () => {
    assert.deepEqual(linesWith("\\b(it|describe)\\.(only|skip)\\(", "test"), []);
  });
});
