import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeBatch } from "../../src/git/journal-entry.ts";
import {
  newJournalKey,
  openName,
  ownerState,
  parseJournalName,
  sealedName,
  thisProcess,
} from "../../src/git/journal-name.ts";
import type { JournalOwner } from "../../src/git/journal-name.ts";
import { JournalWriter } from "../../src/git/journal-writer.ts";
import { Journals } from "../../src/git/journals.ts";
import { look } from "../../src/git/git-replica.ts";
import { storeFolder } from "../../src/git/store-folder.ts";
import { StateRef } from "../../src/git/store-state.ts";
import type { SyncRequest } from "../../src/store/store.ts";
import { aNote, idsOf, idsOfLines } from "../support/event-builders.ts";
import { world } from "../support/world.ts";

const request: SyncRequest = { render: () => [], message: "test" };

describe("a journal's name", () => {
  it("says whose it is", () => {
    const key = newJournalKey();
    assert.deepEqual(parseJournalName(openName(key)), { key, owner: thisProcess(), isSealed: false });
    assert.deepEqual(parseJournalName(sealedName(key)), { key, owner: thisProcess(), isSealed: true });
    assert.notEqual(newJournalKey(), key);
    for (const name of [
      "x",
      `${key}.journal`,
      `${openName(key)}.tmp`,
      `../${openName(key)}`,
      openName(key.toUpperCase()),
    ]) {
      assert.equal(parseJournalName(name), undefined, name);
    }
  });

  it("tells the living from the dead, and from those nobody can tell about", () => {
    const here = thisProcess();
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    const states: [Partial<JournalOwner>, string][] = [
      [{}, "alive"],
      [{ process: gone }, "dead"],
      [{ boot: "00000000" }, "dead"],
      [{ host: "00000000" }, "unknown"],
      [{ host: "00000000", process: gone }, "unknown"],
      [{ space: "1", boot: "00000000" }, "unknown"],
      [{ process: 1 }, "alive"],
    ];
    for (const [parts, state] of states)
      assert.equal(ownerState({ ...here, ...parts }), state, JSON.stringify(parts));
  });
});

describe("journals", () => {
  it("of another machine are read at once, and put away when nobody has written to them for a week", async () => {
    const { ann } = await world();
    const folder = join(ann.storeFolder, "journal");
    await mkdir(folder, { recursive: true });
    const { lines } = aNote();
    const file = join(folder, openName(newJournalKey({ ...thisProcess(), host: "0123abcd" })));
    await writeFile(file, encodeBatch(lines));
    const store = ann.store();
    assert.deepEqual(idsOf(await store.read()), idsOfLines(lines));
    assert.equal((await store.sync(request)).kind, "synced");
    assert.equal((await readdir(folder)).length, 1);
    const longAgo = Date.now() / 1000 - 8 * 86_400;
    await utimes(file, longAgo, longAgo);
    assert.equal((await store.sync(request)).kind, "synced");
    assert.deepEqual(await readdir(folder), []);
    assert.deepEqual(idsOf(await store.read()), idsOfLines(lines));
  });

  it("take one write, and grow by nothing but what was saved", async () => {
    const { folder } = await world();
    const [journals, writer] = [new Journals(join(folder, "j")), new JournalWriter(join(folder, "j"))];
    assert.deepEqual(await journals.read(), []);
    const batches = Array.from({ length: 5 }, () => encodeBatch(aNote().lines));
    await Promise.all(batches.map((batch) => writer.append(batch)));
    const [journal] = await journals.read();
    assert.equal(
      journal?.end,
      batches.reduce((sum, { length }) => sum + length, 0),
    );
    assert.equal(journal.batches.length, 5);
    const before = journal.batches[0];
    await writer.append(encodeBatch(aNote().lines));
    const [grown] = await journals.read();
    assert.equal(grown?.batches.length, 6);
    assert.equal(grown.batches[0], before, "what was read once is not read again");
    await writer.seal();
  });

  it("are looked at before the state, so that a line which moves meanwhile is seen in one of them", async () => {
    const { ann, git } = await world();
    const [saving, syncing] = [ann.store(), ann.store()];
    await saving.append(aNote().lines);
    const { repository, journals: folder } = storeFolder(ann.storeFolder);
    const journals = new Journals(folder);
    const looked = await look({
      state: new StateRef(git, repository, "sha1"),
      journals: {
        read: async () => {
          assert.equal((await syncing.sync(request)).kind, "synced");
          await saving.dispose();
          return journals.read();
        },
      },
    });
    assert.deepEqual(looked.journals, []);
    assert.notEqual(looked.found.state.adopted, null);
  });

  it("that are settled in part stay", async () => {
    const { folder } = await world();
    const [journals, writer] = [new Journals(join(folder, "j")), new JournalWriter(join(folder, "j"))];
    await writer.append(encodeBatch(aNote().lines));
    const [first] = await journals.read();
    await writer.append(encodeBatch(aNote().lines));
    await writer.seal();
    await journals.read();
    await journals.clear({ [first!.key]: first!.end }, () => false);
    assert.equal((await journals.read())[0]?.batches.length, 2);
    const end = (await journals.read())[0]!.end;
    await journals.clear({ [first!.key]: end }, () => false);
    assert.deepEqual(await journals.read(), []);
  });

  it("that grew since they were looked at stay, whatever is said to be settled", async () => {
    const { folder } = await world();
    const [journals, writer] = [new Journals(join(folder, "j")), new JournalWriter(join(folder, "j"))];
    await writer.append(encodeBatch(aNote().lines));
    const [journal] = await journals.read();
    await writer.append(encodeBatch(aNote().lines));
    await writer.seal();
    await journals.clear({ [journal!.key]: journal!.end }, () => false);
    assert.equal((await journals.read())[0]?.batches.length, 2);
  });
});
