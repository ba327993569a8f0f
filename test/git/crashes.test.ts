import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  unlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import type { EventId } from "../../src/domain/ids.ts";
import { decodeBatches, encodeBatch } from "../../src/git/journal-entry.ts";
import { newJournalKey, openName, thisProcess } from "../../src/git/journal-name.ts";
import type { Store, SyncRequest } from "../../src/store/store.ts";
import { cannotRunHere } from "../support/cannot-run-here.ts";
import { aComment, aNote, idsOf, idsOfLines } from "../support/event-builders.ts";
import { CLONES, convergesAfter, steps } from "../support/random-topology.ts";
import { seed } from "../support/seed.ts";
import { until } from "../support/until.ts";
import { world } from "../support/world.ts";
import type { Clone } from "../support/world.ts";
import { startProcess } from "./another-process.ts";
import { BareRemote } from "./bare-remote.ts";

const request: SyncRequest = { render: () => [], message: "test" };

const read = async (store: Store): Promise<readonly EventId[]> => idsOf(await store.read());

const journals = (clone: Clone): Promise<string[]> =>
  readdir(join(clone.storeFolder, "journal")).catch(() => []);

describe("nothing acknowledged is lost", () => {
  it("when four processes save and sync at once", async () => {
    const made = await world();
    const { ann } = made;
    const processes = [1, 2, 3, 4].map((salt) =>
      startProcess(made, "save-notes.ts", ann.folder, String(salt), "5", "sync"),
    );
    assert.deepEqual(await Promise.all(processes.map(({ ended }) => ended)), [0, 0, 0, 0]);
    const said = processes.flatMap((process) => process.said).sort();
    const store = ann.store();
    assert.deepEqual(await read(store), said);
    assert.equal((await store.sync(request)).kind, "synced");
    assert.deepEqual(await read(store), said);
    assert.deepEqual(await new BareRemote(made).lines(), said);
    assert.deepEqual(await journals(ann), []);
  });

  it("when a process is killed while it saves", async () => {
    const made = await world();
    const saving = startProcess(made, "save-notes.ts", made.ann.folder, "1", "100000");
    await until("some notes to be saved", () => saving.said.length > 20);
    saving.kill();
    assert.equal(await saving.ended, null);
    const store = made.ann.store();
    const found = new Set(await read(store));
    for (const id of saving.said) assert.ok(found.has(id), `${id} was acknowledged`);
    await store.sync(request);
    const remote = new Set(await new BareRemote(made).lines());
    for (const id of saving.said) assert.ok(remote.has(id));
    assert.deepEqual(await journals(made.ann), [], "what the dead one left is put away");
  });

  it("when a process is killed while it syncs, at whatever moment", async () => {
    const made = await world();
    const bare = new BareRemote(made);
    const said: string[] = [];
    // From "before anything" to "after everything": a sync takes about half a second here.
    for (const [at, wait] of [0, 60, 120, 200, 300, 450].entries()) {
      const syncing = startProcess(made, "save-notes.ts", made.ann.folder, String(at), "3", "sync");
      await until("the notes to be saved", () => syncing.said.length === 3);
      await new Promise((settle) => setTimeout(settle, wait));
      syncing.kill();
      await syncing.ended;
      said.push(...syncing.said);
    }
    const store = made.ann.store();
    assert.deepEqual(await read(store), said.sort());
    // What a killed one started may still be at it for a moment.
    await until("a sync to go through", async () => (await store.sync(request)).kind === "synced");
    assert.deepEqual(await bare.lines(), said);
    assert.deepEqual(await read(store), said);
    assert.equal(await store.waiting(), 0);
  });

  it("when a save is cut off at any byte: what was finished before is read, and nothing of the rest", () => {
    const notes = [aNote(), aNote(), aNote()];
    const batches = [
      notes[0]!.lines,
      [
        ...notes[1]!.lines,
        aComment(notes[1]!.record, [], "with\u2028 it"),
        aComment(notes[1]!.record, [], "…"),
      ],
      notes[2]!.lines,
    ];
    const bytes = batches.map((lines) => encodeBatch(lines));
    const file = Buffer.concat(bytes);
    const ends = bytes.map((_, at) => Buffer.concat(bytes.slice(0, at + 1)).length);
    for (let cut = 0; cut <= file.length; cut++) {
      const whole = ends.filter((end) => end <= cut).length;
      const found = decodeBatches(file.subarray(0, cut), 0);
      assert.deepEqual(
        found.map(({ lines }) => idsOfLines(lines)),
        batches.slice(0, whole).map(idsOfLines),
      );
      assert.equal(found.at(-1)?.end, whole === 0 ? undefined : ends[whole - 1]);
    }
  });

  it(`when a save is damaged anywhere: it is read as it was or not at all (seed ${seed})`, () => {
    const note = aNote();
    const lines = [...note.lines, aComment(note.record, [], "one"), aComment(note.record, [], "two")];
    const before = encodeBatch(aNote().lines);
    const [file, after] = [encodeBatch(lines), encodeBatch(aNote().lines)];
    fc.assert(
      fc.property(
        fc.nat({ max: file.length - 1 }),
        fc.nat({ max: 40 }),
        fc.nat({ max: 255 }),
        (from, length, value) => {
          const damaged = Buffer.from(file);
          damaged.fill(value, from, Math.min(from + length, damaged.length));
          const found = decodeBatches(Buffer.concat([before, damaged, after]), 0);
          const whole = damaged.equals(file);
          const expected = [1, ...(whole ? [3] : []), 1];
          // A newline that is gone glues the save to the next one, which then is damaged too.
          assert.ok(
            JSON.stringify(found.map((batch) => batch.lines.length)) === JSON.stringify(expected) ||
              (!whole && found.length === 1),
          );
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it("when the machine starts again: a save that was cut off does not damage the next", async () => {
    const { ann } = await world();
    const { journal } = { journal: join(ann.storeFolder, "journal") };
    await mkdir(journal, { recursive: true });
    const kept = aNote();
    const cut = encodeBatch(aNote().lines);
    const dead = openName(newJournalKey({ ...thisProcess(), boot: "00000000" }));
    await writeFile(join(journal, dead), Buffer.concat([encodeBatch(kept.lines), cut.subarray(0, 150)]));
    const store = ann.store();
    assert.deepEqual(await read(store), idsOfLines(kept.lines));
    const more = aNote();
    await store.append(more.lines);
    assert.deepEqual(await read(store), idsOfLines([...kept.lines, ...more.lines]));
    assert.equal((await store.sync(request)).kind, "synced");
    assert.deepEqual(await journals(ann), []);
    assert.deepEqual(await read(store), idsOfLines([...kept.lines, ...more.lines]));
  });

  it("when somebody takes the journal of a living process away, between any two saves", async () => {
    const { ann } = await world();
    const store = ann.store();
    const saved: EventId[] = [];
    for (let at = 0; at < 5; at++) {
      const { line, lines } = aNote();
      assert.equal((await store.append(lines)).kind, "saved");
      saved.push(line.id);
      // Sealed by another process, which takes its owner for dead.
      for (const file of await journals(ann)) {
        const path = join(ann.storeFolder, "journal", file);
        if (file.includes(".open.")) await rename(path, path.replace(".open.", ".sealed."));
      }
    }
    assert.deepEqual(await read(store), saved.sort());
  });

  it("when the journal is deleted behind a process's back: the next save is safe", async () => {
    const { ann } = await world();
    const store = ann.store();
    await store.append(aNote().lines);
    for (const file of await journals(ann)) await unlink(join(ann.storeFolder, "journal", file));
    const { lines } = aNote();
    assert.equal((await store.append(lines)).kind, "saved");
    assert.deepEqual(await read(ann.store()), idsOfLines(lines));
  });

  it("when another process tidies up while this one saves", async () => {
    const { ann } = await world();
    const saving = ann.store();
    const saved: EventId[] = [];
    let isOver = false;
    const tidying = (async () => {
      while (!isOver) await ann.store().sync(request);
    })();
    for (let at = 0; at < 60; at++) {
      const { line, lines } = aNote();
      assert.equal((await saving.append(lines)).kind, "saved");
      saved.push(line.id);
      if (at % 6 === 0) {
        const found = new Set(await read(saving));
        for (const id of saved)
          assert.ok(found.has(id), "read while it moves from the journal to the branch");
      }
    }
    isOver = true;
    await tidying;
    assert.deepEqual(await read(saving), saved.sort());
  });

  it(`after random saves, syncs, races and lost answers in three clones (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(steps(12), async (happenings) => {
        const made = await world();
        const bare = new BareRemote(made);
        const clones = [made.ann, made.ben, await made.clone("carl")];
        assert.equal(clones.length, CLONES);
        const testing = { between: bare.between };
        const stores = clones.map((clone) => [clone.store({ testing }), clone.store({ testing })]);
        await convergesAfter(
          {
            store: (clone, process) => stores[clone]![process]!,
            another: (clone) => clones[clone]!.store({ testing }),
            beforeNextPush: (race) => {
              bare.beforeNextPush(race);
            },
            loseNextAnswer: () => {
              bare.loseNextAnswer();
            },
            failNextPush: () => {
              bare.failNextPush();
            },
            calm: () => {
              bare.calm();
            },
            lines: async () => (await bare.lines()) ?? [],
          },
          happenings,
        );
        await made.close();
      }),
      { seed, numRuns: 4, endOnFailure: true },
    );
  }).timeout(180_000);
});

describe("a machine that can't write", () => {
  it("says so, acknowledges nothing, and goes on when it can: something stands where the folder belongs", async () => {
    // Root may write everywhere, so a mode would stop nobody: a file in the way stops root too.
    const { ann } = await world();
    await writeFile(ann.storeFolder, "in the way");
    const store = ann.store();
    const { lines } = aNote();
    assert.equal((await store.append(lines)).kind, "notWritable");
    const outcome = await store.sync(request);
    assert.equal(outcome.kind === "failed" ? outcome.failure.reason : outcome.kind, "notWritable");
    assert.deepEqual(await read(store), []);
    await rm(ann.storeFolder);
    assert.equal((await store.append(lines)).kind, "saved");
    assert.deepEqual(await read(store), idsOfLines(lines));
  });

  it("says so where the folder may not be written", async function () {
    const { ann } = await world();
    if (!setImmutable(ann.repository.commonFolder, true))
      cannotRunHere(this, "chattr can't make a folder read-only");
    try {
      const store = ann.store();
      assert.equal((await store.append(aNote().lines)).kind, "notWritable");
      assert.deepEqual(await read(store), []);
      const outcome = await store.sync(request);
      assert.equal(outcome.kind === "failed" ? outcome.failure.reason : outcome.kind, "notWritable");
    } finally {
      setImmutable(ann.repository.commonFolder, false);
    }
  });

  it("says so where the disk is full, and saves again when there is room", async function () {
    const { ann, folder } = await world();
    const disk = join(folder, "disk");
    await mkdir(disk);
    if (!mountSmallDisk(disk)) cannotRunHere(this, "no small disk can be mounted");
    try {
      await symlink(disk, ann.storeFolder);
      const store = ann.store();
      const saved: EventId[] = [];
      let refusal: string | undefined;
      for (let at = 0; at < 100 && refusal === undefined; at++) {
        const note = aNote({ title: "x".repeat(20_000) });
        const outcome = await store.append(note.lines);
        if (outcome.kind === "saved") saved.push(note.line.id);
        else refusal = outcome.kind;
      }
      assert.equal(refusal, "notWritable");
      assert.deepEqual(await read(ann.store()), saved.sort());
      const outcome = await store.sync(request);
      assert.equal(outcome.kind === "failed" ? outcome.failure.reason : outcome.kind, "notWritable");
      assert.deepEqual(await read(store), saved);
      execFileSync("mount", ["-o", "remount,size=64m", disk]);
      const { line, lines } = aNote();
      assert.equal((await store.append(lines)).kind, "saved");
      assert.equal((await store.sync(request)).kind, "synced");
      assert.deepEqual(await read(store), [...saved, line.id].sort());
      await store.dispose();
    } finally {
      execFileSync("umount", ["--lazy", disk]);
    }
  });

  it("reads a journal that lost its end to a crash, and one that is no journal", async () => {
    const { ann } = await world();
    const store = ann.store();
    const [first, second] = [aNote(), aNote()];
    await store.append(first.lines);
    await store.append(second.lines);
    const [file = ""] = await journals(ann);
    const path = join(ann.storeFolder, "journal", file);
    await truncate(path, (await readFile(path)).length - 1);
    await appendFile(join(ann.storeFolder, "journal", "notes.txt"), "not ours");
    assert.deepEqual(await read(ann.store()), idsOfLines(first.lines));
  });
});

function setImmutable(folder: string, isImmutable: boolean): boolean {
  try {
    execFileSync("chattr", [isImmutable ? "+i" : "-i", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
