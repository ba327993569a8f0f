import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { FileReader } from "../../src/git/file-reader.ts";

describe("FileReader", () => {
  let folder: string;
  before(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), "sightline-files-")));
    await mkdir(path.join(folder, "inside", "folder"), { recursive: true });
    await writeFile(path.join(folder, "inside", "text"), "héllo\n");
    await writeFile(path.join(folder, "inside", "empty"), "");
    await writeFile(path.join(folder, "inside", "large"), "x".repeat(101));
    await writeFile(path.join(folder, "outside"), "secret");
    if (process.platform !== "win32") {
      await symlink(path.join(folder, "outside"), path.join(folder, "inside", "leads-out"));
      await symlink("text", path.join(folder, "inside", "leads-in"));
      await symlink("loop", path.join(folder, "inside", "loop"));
      execFileSync("mkfifo", [path.join(folder, "inside", "pipe")]);
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const newReader = () =>
    new FileReader(100, (file) => file.startsWith(path.join(folder, "inside") + path.sep));

  const read = async (reader: FileReader, name: string): Promise<string> => {
    const bytes = await reader.read(path.join(folder, "inside", name));
    return typeof bytes === "string" ? bytes : `“${Buffer.from(bytes).toString()}”`;
  };

  const expected = {
    text: "“héllo\n”",
    empty: "“”",
    large: "tooLarge",
    none: "missing",
    ".": "missing",
    folder: "missing",
    "nul\0byte": "missing",
    ...(process.platform === "win32"
      ? {}
      : { "leads-out": "missing", "leads-in": "“héllo\n”", loop: "missing", pipe: "notAFile" }),
  };

  it("answers alike by way of threads, as for a first file, and on the spot, as for the next", async () => {
    const warm = newReader();
    for (const [name, answer] of Object.entries(expected)) {
      assert.equal(await read(newReader(), name), answer, `${name}, first`);
      await read(warm, "text");
      assert.equal(await read(warm, name), answer, `${name}, next`);
    }
  });

  it("lets others have their turn while it reads many files", async () => {
    const reader = newReader();
    let turns = 0;
    let next = setImmediate(function turn() {
      turns++;
      next = setImmediate(turn);
    });
    for (let reads = 0; reads < 100_000 && turns < 2; reads++) await read(reader, "text");
    clearImmediate(next);
    assert.ok(turns >= 2);
  });
});
