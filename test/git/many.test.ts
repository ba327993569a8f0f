import assert from "node:assert/strict";
import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { EventId } from "../../src/domain/ids.ts";
import type { Store, SyncRequest } from "../../src/store/store.ts";
import { aComment, aNote, anEvent, idsOf } from "../support/event-builders.ts";
import { serveOverHttp } from "../support/http-remote.ts";
import { random } from "../support/random.ts";
import { seed } from "../support/seed.ts";
import { until } from "../support/until.ts";
import { world } from "../support/world.ts";
import type { Clone } from "../support/world.ts";
import { BareRemote } from "./bare-remote.ts";
import { bundledProgram } from "./bundled-program.ts";
import type { BundledProgram } from "./bundled-program.ts";

const request: SyncRequest = { render: () => [], message: "test" };

/** Two chains of kills at a time, each in a repository of its own. */
const CHAINS = 2;
const KILLS = 300;
/** After so many kills the store is synced by a process that goes on living, and looked at by git. */
const EVERY = 25;
const WAYS = ["save", "save", "save", "sync", "sync", "sync", "sync", "putAway"] as const;
/** Longest life after the first save, in milliseconds: a sync is over before. */
const LONGEST_MS = 160;

const PROCESSES = 8;
const SAVES = 50;

const CLONES = 8;
const EDITS = 25;
/** Edits between two syncs of a clone. */
const AT_ONCE = 9;

const read = async (store: Store): Promise<readonly EventId[]> => idsOf(await store.read());

describe("many at once, and killed at any instant", function () {
  this.timeout(600_000);
  let program: BundledProgram;
  before(async () => {
    program = await bundledProgram("keep-at-it.ts");
  });
  after(() => program.remove());

  it(`${KILLS} SIGKILLs during saves, syncs, rendering and putting away: 0 lost (seed ${seed})`, async function () {
    const counts = await Promise.all(
      Array.from({ length: CHAINS }, (_, chain) => killAgainAndAgain(program, chain, KILLS / CHAINS)),
    );
    const acknowledged = counts.reduce((sum, count) => sum + count, 0);
    assert.ok(acknowledged >= KILLS, "each has saved something before it was killed");
    this.runnable().title += `: ${acknowledged} saves acknowledged`;
  });

  it(`${PROCESSES} processes save ${SAVES} notes each into one repository: 0 of ${PROCESSES * SAVES} lost`, async () => {
    const made = await world();
    const saving = await bundledProgram("save-notes.ts");
    const processes = Array.from({ length: PROCESSES }, (_, salt) =>
      saving.start(made.environment, made.ann.folder, String(salt + 1), String(SAVES)),
    );
    for (const { ended } of processes) assert.equal(await ended, 0);
    await saving.remove();
    const said = processes.flatMap((process) => process.said).sort();
    assert.equal(new Set(said).size, PROCESSES * SAVES);
    const store = made.ann.store();
    assert.deepEqual(await read(store), said);
    assert.equal((await store.sync(request)).kind, "synced");
    assert.deepEqual(await new BareRemote(made).lines(), said);
  });

  for (const transport of ["file", "http"] as const)
    it(`${CLONES} clones with ${EDITS} edits each of the same notes, over ${transport}: 0 of ${CLONES * EDITS} lost, 0 diverged`, async function () {
      const made = await world();
      const served = transport === "http" ? await serveOverHttp(made) : undefined;
      try {
        const names = Array.from({ length: CLONES - 2 }, (_, at) => `clone${at}`);
        const clones = [made.ann, made.ben];
        for (const name of names) clones.push(await made.clone(name));
        if (served !== undefined)
          for (const clone of clones) await clone.git("remote", "set-url", "origin", served.url);
        const gaveUp = await editTogether(clones, new BareRemote(made));
        this.runnable().title += `: ${gaveUp} syncs gave up and were run again`;
      } finally {
        await served?.close();
      }
    });
});

/** Starts, kills and looks, in one repository. Answers how many saves were acknowledged; each of them is there after every kill. */
async function killAgainAndAgain(program: BundledProgram, chain: number, kills: number): Promise<number> {
  const made = await world();
  const { ann } = made;
  const { below } = random(seed + chain);
  const acknowledged: EventId[] = [];
  const store = ann.store();
  for (let at = 1; at <= kills; at++) {
    const what = WAYS[below(WAYS.length)] ?? "sync";
    const running = program.start(made.environment, ann.folder, String(chain * kills + at), what);
    await until("something to be saved", () => running.said.length > 0, 120_000);
    await sleep(below(what === "save" ? 20 : LONGEST_MS));
    running.kill(below(2) === 0);
    assert.equal(await running.ended, null);
    acknowledged.push(...running.said);

    const found = new Set(await read(store));
    const lost = acknowledged.filter((id) => !found.has(id));
    assert.deepEqual(lost, [], `after kill ${at} of chain ${chain} (${what})`);
    if (at % EVERY !== 0) continue;
    await ageLocks(ann);
    await until("a sync to go through", async () => (await store.sync(request)).kind === "synced");
    const gitDirectory = join(ann.storeFolder, "store.git");
    // A killed one's repack may still be taking packs away under fsck's hands; what is damaged stays so.
    await until("fsck to find nothing", () =>
      made.run(ann.folder, ["--git-dir", gitDirectory, "fsck", "--no-dangling"]).then(
        () => true,
        () => false,
      ),
    );
    assert.equal(await store.waiting(), 0);
  }
  assert.deepEqual(await read(ann.store()), await read(store), "another process reads the same");
  const sent = new Set(await new BareRemote(made).lines());
  assert.deepEqual(
    acknowledged.filter((id) => !sent.has(id)),
    [],
  );
  // What was killed between saving and saying so may be there too; here and there hold the same.
  assert.deepEqual(await read(store), [...sent].sort());
  return acknowledged.length;
}

/** A killed git leaves its locks, which count as abandoned after two minutes: those are over now. */
async function ageLocks(clone: Clone): Promise<void> {
  const store = join(clone.storeFolder, "store.git");
  const longAgo = Date.now() / 1000 - 300;
  for (const name of await readdir(store, { recursive: true }).catch(() => []))
    if (name.endsWith(".lock")) await utimes(join(store, name), longAgo, longAgo).catch(() => undefined);
}

/** Everybody edits and syncs at once. Answers how many syncs gave up. */
async function editTogether(clones: readonly Clone[], remote: BareRemote): Promise<number> {
  const stores = clones.map((clone) => clone.store());
  const notes = [aNote(), aNote()];
  await stores[0]?.append(notes.flatMap(({ lines }) => lines));
  for (const store of stores) assert.equal((await store.sync(request)).kind, "synced");

  const acknowledged = notes.map(({ line }) => line.id);
  let gaveUp = 0;
  const syncFully = async (store: Store) => {
    for (;;) {
      const outcome = await store.sync(request);
      if (outcome.kind === "synced") return;
      assert.equal(outcome.kind, "gaveUp");
      gaveUp += 1;
    }
  };
  await Promise.all(
    stores.map(async (store, at) => {
      for (let edit = 0; edit < EDITS; edit++) {
        const { record } = notes[edit % notes.length] ?? assert.fail();
        const text = `Edit ${edit} of clone ${at}`;
        const by = { name: `clone ${at}`, email: "" };
        const added =
          edit % 3 === 0
            ? aComment(record, [record], text, by)
            : {
                record,
                line: anEvent({
                  record,
                  type: "noteEdited",
                  by,
                  seen: [record],
                  data: { fields: { title: text } },
                }),
              };
        assert.equal((await store.append([added])).kind, "saved");
        acknowledged.push(added.line.id);
        if (edit % AT_ONCE === AT_ONCE - 1) await syncFully(store);
      }
      await syncFully(store);
    }),
  );
  for (const store of stores) await syncFully(store);
  acknowledged.sort();
  assert.equal(acknowledged.length, clones.length * EDITS + notes.length);
  assert.deepEqual(await remote.lines(), acknowledged);
  for (const store of stores) {
    assert.deepEqual(await read(store), acknowledged);
    assert.equal(await store.waiting(), 0);
  }
  return gaveUp;
}
