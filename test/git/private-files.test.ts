import assert from "node:assert/strict";
import { mkdir, readdir, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPrivateFiles } from "../../src/git/private-files.ts";
import { cannotRunHere } from "../support/cannot-run-here.ts";
import { world } from "../support/world.ts";

describe("private files", () => {
  const open = async () => {
    const { ann } = await world();
    return { files: openPrivateFiles(ann.storeFolder), folder: join(ann.storeFolder, "private") };
  };

  it("are read as they were written, replaced whole, and removed", async () => {
    const { files } = await open();
    assert.equal(await files.read("seen.json"), undefined);
    assert.deepEqual(await files.write("seen.json", "é\u2028 1"), { ok: true, value: undefined });
    await files.write("drafts/0f3a.json", "{}");
    await files.write("seen.json", "2");
    assert.equal(await files.read("seen.json"), "2");
    assert.deepEqual(await files.list(""), ["drafts/0f3a.json", "seen.json"]);
    assert.deepEqual(await files.list("drafts/"), ["drafts/0f3a.json"]);
    await files.remove("drafts/0f3a.json");
    await files.remove("drafts/0f3a.json");
    await files.remove("never/was.json");
    assert.deepEqual(await files.list("d"), []);
  });

  it("are for their owner only", async function () {
    if (process.platform === "win32") cannotRunHere(this, "Windows has no such modes");
    const { files, folder } = await open();
    await files.write("drafts/a.json", "{}");
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    assert.deepEqual(
      [await mode(folder), await mode(join(folder, "drafts")), await mode(join(folder, "drafts", "a.json"))],
      ["700", "700", "600"],
    );
  });

  it("have names that lead nowhere else", async () => {
    const { files } = await open();
    const names = [
      "",
      "../x",
      "a/../../x",
      "/etc/passwd",
      "a//b",
      "a/",
      ".hidden",
      "a/.x",
      "A.json",
      "a\\b",
      "a\0b",
      "é",
    ];
    for (const name of [
      ...names,
      "con",
      "nul.json",
      "drafts/com1",
      "a.",
      "x".repeat(200),
      "a b",
      "a:b",
      "a/b/c/d/e",
    ]) {
      await assert.rejects(files.read(name), `read ${name}`);
      await assert.rejects(files.write(name, ""), `write ${name}`);
      await assert.rejects(files.remove(name), `remove ${name}`);
    }
  });

  it("that can't be written say so, and leave the old one", async () => {
    const { files, folder } = await open();
    await files.write("a.json", "old");
    await mkdir(join(folder, "b.json"));
    const outcome = await files.write("b.json", "new");
    assert.ok(!outcome.ok && outcome.reason.detail !== "");
    assert.deepEqual((await readdir(folder)).sort(), ["a.json", "b.json"]);
    await writeFile(join(folder, "drafts"), "a file where a folder belongs");
    assert.equal((await files.write("drafts/x.json", "")).ok, false);
  });

  it("leave nothing behind when a write was cut off, in time", async () => {
    const { files, folder } = await open();
    await files.write("a.json", "1");
    const left = join(folder, ".unfinished-0011223344556677");
    await writeFile(left, "half");
    assert.deepEqual(await files.list(""), ["a.json"]);
    await files.write("a.json", "2");
    assert.ok((await readdir(folder)).length === 2, "another process may be at it");
    const yesterday = Date.now() / 1000 - 86_400;
    await utimes(left, yesterday, yesterday);
    await files.write("a.json", "3");
    assert.deepEqual(await readdir(folder), ["a.json"]);
  });

  it("that are links are not listed", async () => {
    const { files, folder } = await open();
    await files.write("a.json", "1");
    await symlink("/etc/passwd", join(folder, "b.json"));
    assert.deepEqual(await files.list(""), ["a.json"]);
  });

  it("written by many at once are one of those written", async () => {
    const { files } = await open();
    const texts = Array.from({ length: 20 }, (_, at) => String(at).repeat(1000));
    await Promise.all(texts.map((text) => files.write("a.json", text)));
    assert.ok(texts.includes((await files.read("a.json")) ?? ""));
  });
});
