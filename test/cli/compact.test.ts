import assert from "node:assert/strict";
import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { LARGE_BYTES } from "../../src/app/large-record.ts";
import { CheckDocument } from "../../src/cli/documents/check-document.ts";
import { CompactDocument } from "../../src/cli/documents/compact-document.ts";
import { ListDocument } from "../../src/cli/documents/list-document.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { exchange, team } from "./team.ts";
import type { World } from "../support/world.ts";
import type { Person } from "./team.ts";

const gitDirectory = (one: Person) => join(one.clone.storeFolder, "store.git");

const packFolder = (one: Person) => join(gitDirectory(one), "objects", "pack");

const packNames = async (one: Person): Promise<readonly string[]> =>
  (await readdir(packFolder(one))).filter((name) => name.endsWith(".pack"));

/** Puts every object into a file of its own. What syncs left in packs depends on when the last one was tidied. */
async function scatter(one: Person, { run }: World): Promise<void> {
  const packed = await Promise.all(
    (await packNames(one)).map((name) => readFile(join(packFolder(one), name))),
  );
  await rm(packFolder(one), { recursive: true });
  for (const pack of packed) await run(gitDirectory(one), ["unpack-objects", "-q"], pack);
}

const notes = async (one: Person): Promise<string[]> =>
  (await one.json(ListDocument, "list")).notes.map(({ id }) => id).sort();

describe("compact", () => {
  it("puts the store into one smaller pack, loses nothing and leaves the repository alone", async () => {
    const { world, ann, ben } = await team();
    for (let round = 0; round < 4; round++) {
      await ann.save("add", `Note ${round}`, "--impact", "Slow ".repeat(200));
      await exchange(ann, ben);
    }
    const known = await notes(ben);
    const usersOwn = await ben.clone.git("count-objects", "-v");
    await scatter(ben, world);

    const { before, after } = await ben.json(CompactDocument, "compact");
    assert.ok(after < before, `${before} bytes before, ${after} after`);
    assert.equal((await packNames(ben)).length, 1);
    await world.run(gitDirectory(ben), ["fsck", "--full", "--strict"]);
    assert.equal(await ben.clone.git("count-objects", "-v"), usersOwn);
    assert.equal(known.length, 4);
    assert.deepEqual(await notes(ben), known);
    await exchange(ben);
  });

  it("has nothing to do where nothing was synced yet", async () => {
    const { ann } = await team();
    await ann.save("add", "Only here");
    assert.deepEqual(await ann.json(CompactDocument, "compact"), { format: 1, before: 0, after: 0 });
    assert.equal((await notes(ann)).length, 1);
  });

  it("is what sync says to run, once, and check each time, where the record is large", async () => {
    const { ann, ben } = await team();
    await exchange(ann, ben);
    assert.equal((await ann.run("sync")).err, "");
    const { bytes } = await ann.json(CheckDocument, "check");
    // A file that takes no room: what is looked at is its size.
    const filler = join(packFolder(ann), "filler");
    await writeFile(filler, "");
    await truncate(filler, LARGE_BYTES);
    assert.match((await ann.run("sync")).err, /takes 51 MB .* Run sightline compact/);
    assert.equal((await ann.run("sync")).err, "");
    for (let time = 0; time < 2; time++) {
      const checked = await ann.run("check");
      assert.equal(checked.exit, EXIT.done);
      assert.match(checked.err, /takes 51 MB .* Run sightline compact/);
    }
    assert.equal((await ann.json(CheckDocument, "check")).bytes, bytes + LARGE_BYTES);
  });

  it("goes on beside saves and syncs", async () => {
    const { world, ann, ben } = await team();
    await exchange(ann, ben);
    const saved: string[] = [];
    let isOver = false;
    const compacting = (async () => {
      while (!isOver) await ann.json(CompactDocument, "compact");
    })();
    try {
      for (let round = 0; round < 5; round++) {
        saved.push(await ann.save("add", `Ann ${round}`), await ben.save("add", `Ben ${round}`));
        await exchange(ben, ann, ben);
      }
    } finally {
      isOver = true;
    }
    await compacting;
    assert.deepEqual(await notes(ann), saved.sort());
    await world.run(gitDirectory(ann), ["fsck", "--full", "--strict"]);
  });
});
