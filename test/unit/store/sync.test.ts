import assert from "node:assert/strict";
import { done } from "../../../src/store/replica.ts";
import type { RemoteBranch, Replica } from "../../../src/store/replica.ts";
import type { Store, SyncOutcome, SyncRequest } from "../../../src/store/store.ts";
import { exchange } from "../../../src/store/sync.ts";
import type { Pace } from "../../../src/store/sync.ts";
import { aComment, aNote, idsOf, idsOfLines } from "../../support/event-builders.ts";
import { atOnce, MemoryClone, memoryRemote, MemoryStore } from "../../support/memory-store.ts";
import type { MemoryRemote } from "../../support/memory-store.ts";

const request = (parts: Partial<SyncRequest> = {}): SyncRequest => ({
  render: () => [],
  message: "Sightline: test",
  ...parts,
});

/** Two clones and their remote, nothing saved yet. */
function aWorld() {
  const remote = memoryRemote();
  const clones = { ann: new MemoryClone(remote), ben: new MemoryClone(remote) };
  return { remote, clones, ann: new MemoryStore(clones.ann), ben: new MemoryStore(clones.ben) };
}

/** Both clones in step on two notes. */
async function inStep() {
  const world = aWorld();
  const [kept, gone] = [aNote(), aNote()];
  await world.ann.append([...kept.lines, ...gone.lines]);
  await world.ann.sync(request());
  await world.ben.sync(request());
  return { ...world, kept, gone };
}

const onBranch = (remote: MemoryRemote) => idsOf(remote.at(remote.tip)?.records ?? new Map());
const read = async (store: Store) => idsOf(await store.read());
const reasonOf = (outcome: SyncOutcome) =>
  outcome.kind === "failed" ? outcome.failure.reason : outcome.kind;

describe("sync", () => {
  it("S1 no branch there, nothing waits: nothing happens", async () => {
    const { ann, remote } = aWorld();
    assert.deepEqual(await ann.sync(request()), { kind: "synced", received: [], sent: 0 });
    assert.deepEqual([remote.tip, remote.commits.size, remote.pushes], [null, 0, 0]);
  });

  it("S2 no branch there yet, lines wait: the first commit has no parent", async () => {
    const { ann, remote } = aWorld();
    const { lines } = aNote();
    await ann.append(lines);
    assert.deepEqual(await ann.sync(request()), { kind: "synced", received: [], sent: 1 });
    assert.equal(remote.at(remote.tip)?.parent, null);
    assert.deepEqual(onBranch(remote), idsOfLines(lines));
  });

  it("S2 a branch that somebody makes meanwhile is not replaced", async () => {
    const { ann, ben, remote } = aWorld();
    await ann.append(aNote().lines);
    await ben.append(aNote().lines);
    remote.beforeNextPush(() => ben.sync(request()).then(() => undefined));
    await ann.sync(request());
    assert.equal(onBranch(remote).length, 2);
    assert.notEqual(remote.at(remote.tip)?.parent, null);
  });

  it("S3 their tip is the one taken over, nothing waits: nothing happens", async () => {
    const { ann, remote } = await inStep();
    const { tip, pushes } = remote;
    assert.deepEqual(await ann.sync(request()), { kind: "synced", received: [], sent: 0 });
    assert.deepEqual([remote.tip, remote.pushes], [tip, pushes]);
  });

  it("S4 their tip holds all our lines: it is taken over without a commit", async () => {
    const { ann, ben, remote, kept, clones } = await inStep();
    const comment = aComment(kept.record, [], "hello");
    await ben.append([comment]);
    await ann.append([comment]);
    await ben.sync(request());
    const commits = remote.commits.size;
    assert.deepEqual(await ann.sync(request()), { kind: "synced", received: [kept.record], sent: 0 });
    assert.equal(remote.commits.size, commits);
    assert.equal(clones.ann.adopted, remote.tip);
    assert.equal(await ann.waiting(), 0);
  });

  it("S5 lines wait that their tip lacks: one commit on top of theirs", async () => {
    const { ann, ben, remote, kept } = await inStep();
    await ben.append([aComment(kept.record, [], "from Ben")]);
    await ben.sync(request());
    const theirs = remote.tip;
    await ann.append([aComment(kept.record, [], "one"), aComment(kept.record, [], "two")]);
    await ann.append(aNote().lines);
    const outcome = await ann.sync(
      request({ message: "Three\nlines ", render: () => [{ path: "a.md", text: "A" }] }),
    );
    assert.deepEqual(outcome, { kind: "synced", received: [kept.record], sent: 3 });
    const commit = remote.at(remote.tip);
    assert.deepEqual([commit?.parent, commit?.message], [theirs, "Three lines [skip ci]"]);
    assert.equal(commit?.files.get("a.md"), "A");
    assert.deepEqual(onBranch(remote), await read(ann));
  });

  it("S6 a lost race is run again after a pause that grows, with chance in it", async () => {
    const pauses: number[] = [];
    const pace: Pace = {
      attempts: 6,
      random: () => 0.5,
      pause: (milliseconds) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
    };
    const remote: RemoteBranch = {
      fetch: () => Promise.resolve(done(null)),
      push: () => Promise.resolve(done("moved")),
    };
    await exchange(replica(), remote, request(), pace);
    assert.deepEqual(pauses, [125, 250, 500, 1000, 2000]);
  });

  it("S6 another window took over a tip first: again from the start", async () => {
    let tries = 0;
    const slow = replica({ adopt: () => Promise.resolve(done((tries += 1) === 1 ? "moved" : "adopted")) });
    const outcome = await exchange(slow, alwaysPushes, request(), atOnce);
    assert.deepEqual([outcome.kind, tries], ["synced", 2]);
  });

  it("S7 who loses every race gives up after the attempts allowed", async () => {
    const remote: RemoteBranch = { ...alwaysPushes, push: () => Promise.resolve(done("moved")) };
    const outcome = await exchange(replica(), remote, request(), { ...atOnce, attempts: 3 });
    assert.deepEqual(outcome, { kind: "gaveUp", attempts: 3, waiting: 1 });
  });

  it("S8 their tip lacks lines that were taken over: stops, and nothing changes on either side", async () => {
    const { ann, remote, kept, gone, clones } = await inStep();
    remote.rewrite(({ record }) => record === kept.record);
    await ann.append(aNote().lines);
    const [tip, adopted, lines] = [remote.tip, clones.ann.adopted, await read(ann)];
    assert.deepEqual(await ann.sync(request()), {
      kind: "rewritten",
      deleted: false,
      gone: new Map([[gone.record, 1]]),
      waiting: 1,
    });
    assert.deepEqual([remote.tip, clones.ann.adopted, await read(ann)], [tip, adopted, lines]);
  });

  it("S9 put back: the missing lines go on top of their tip, with those that wait", async () => {
    const { ann, remote, kept } = await inStep();
    remote.rewrite(({ record }) => record === kept.record);
    const theirs = remote.tip;
    await ann.append(aNote().lines);
    const outcome = await ann.sync(request({ whenRewritten: "putBack" }));
    assert.equal(outcome.kind === "synced" && outcome.sent, 2);
    assert.equal(remote.at(remote.tip)?.parent, theirs);
    assert.deepEqual(onBranch(remote), await read(ann));
    assert.equal(onBranch(remote).length, 3);
  });

  it("S9 put back that fails half-way asks again, and has lost nothing", async () => {
    const { ann, remote, kept } = await inStep();
    const before = await read(ann);
    remote.rewrite(({ record }) => record === kept.record);
    remote.failNext("push", "unreachable");
    assert.equal(reasonOf(await ann.sync(request({ whenRewritten: "putBack" }))), "unreachable");
    assert.deepEqual(await read(ann), before);
    assert.equal((await ann.sync(request())).kind, "rewritten");
  });

  it("S10 put back a deleted branch: the same commits stand there again", async () => {
    const { ann, remote } = await inStep();
    const { tip } = remote;
    remote.delete();
    assert.deepEqual(await ann.sync(request({ whenRewritten: "putBack" })), {
      kind: "synced",
      received: [],
      sent: 0,
    });
    assert.equal(remote.tip, tip);
  });

  it("S10 put back a deleted branch: what waits comes on top", async () => {
    const { ann, remote } = await inStep();
    const { tip } = remote;
    await ann.append(aNote().lines);
    remote.delete();
    await ann.sync(request({ whenRewritten: "putBack" }));
    assert.equal(remote.at(remote.tip)?.parent, tip);
    assert.equal(onBranch(remote).length, 3);
  });

  it("S11 accept the removal: gone here too, and what was never sent is sent", async () => {
    const { ann, remote, kept } = await inStep();
    const unsent = aNote();
    await ann.append(unsent.lines);
    remote.rewrite(({ record }) => record === kept.record);
    const outcome = await ann.sync(request({ whenRewritten: "acceptRemoval" }));
    assert.equal(outcome.kind === "synced" && outcome.sent, 1);
    assert.deepEqual(onBranch(remote), idsOfLines([...kept.lines, ...unsent.lines]));
    assert.deepEqual(await read(ann), onBranch(remote));
  });

  it("S11 accept the removal of the whole branch", async () => {
    const { ann, remote } = await inStep();
    remote.delete();
    await ann.sync(request({ whenRewritten: "acceptRemoval" }));
    assert.deepEqual([remote.tip, await read(ann)], [null, []]);
  });

  it("S11 what one accepts does not bind the other: they are asked as well", async () => {
    const { ann, ben, remote, kept } = await inStep();
    remote.rewrite(({ record }) => record === kept.record);
    await ann.sync(request({ whenRewritten: "acceptRemoval" }));
    assert.equal((await ben.sync(request())).kind, "rewritten");
    assert.equal((await read(ben)).length, 2);
  });

  it("S12 the branch is new to us and no record: it is left alone", async () => {
    const { ann, remote } = aWorld();
    const theirs = remote.add(null, new Map(), new Map([["main.c", "int main;"]]), "Theirs");
    remote.tip = theirs;
    await ann.append(aNote().lines);
    assert.equal(reasonOf(await ann.sync(request())), "notOurs");
    assert.equal(remote.tip, theirs);
    assert.equal(await ann.waiting(), 1);
  });

  it("S12 an empty branch belongs to nobody and is used", async () => {
    const { ann, remote } = aWorld();
    remote.tip = remote.add(null, new Map(), new Map(), "Empty");
    await ann.append(aNote().lines);
    assert.equal((await ann.sync(request())).kind, "synced");
  });

  for (const reason of [
    "needsSignIn",
    "mayNotPush",
    "refusedByRule",
    "notFound",
    "unreachable",
    "timedOut",
  ] as const) {
    it(`S13 ${reason}: everything waits`, async () => {
      const { ann, remote, kept } = await inStep();
      const comment = aComment(kept.record, [], "waits");
      await ann.append([comment]);
      remote.failNext("push", reason);
      const outcome = await ann.sync(request());
      assert.deepEqual([reasonOf(outcome), outcome.kind === "failed" && outcome.waiting], [reason, 1]);
      assert.ok((await read(ann)).includes(comment.line.id));
      assert.equal((await ann.sync(request())).kind, "synced");
      assert.deepEqual(onBranch(remote), await read(ann));
    });
  }

  it("S13 cancelled between two attempts: stops", async () => {
    const stop = new AbortController();
    let pushes = 0;
    const remote: RemoteBranch = {
      ...alwaysPushes,
      push: () => {
        pushes += 1;
        stop.abort();
        return Promise.resolve(done("moved"));
      },
    };
    const outcome = await exchange(replica(), remote, request({ signal: stop.signal }), atOnce);
    assert.deepEqual([reasonOf(outcome), pushes], ["cancelled", 1]);
  });

  it("S13 this machine's disk is full: nothing is pushed", async () => {
    const { ann, remote, clones } = await inStep();
    await ann.append(aNote().lines);
    clones.ann.isFull = true;
    const { tip } = remote;
    assert.equal(reasonOf(await ann.sync(request())), "notWritable");
    assert.equal(remote.tip, tip);
    clones.ann.isFull = false;
    assert.equal((await ann.sync(request())).kind, "synced");
  });

  it("S14 a push whose answer was lost is found there by the next sync", async () => {
    const { ann, remote } = await inStep();
    await ann.append(aNote().lines);
    remote.loseNextAnswer();
    assert.equal(reasonOf(await ann.sync(request())), "unreachable");
    const { tip, commits } = remote;
    const before = commits.size;
    assert.deepEqual((await ann.sync(request())).kind, "synced");
    assert.deepEqual([remote.tip, remote.commits.size, await ann.waiting()], [tip, before, 0]);
  });
});

const alwaysPushes: RemoteBranch = {
  fetch: () => Promise.resolve(done(null)),
  push: () => Promise.resolve(done("pushed")),
};

/** A replica with one line waiting, of which parts can be replaced. */
const replica = (parts: Partial<Replica> = {}): Replica => ({
  adopted: () => Promise.resolve(null),
  unsent: () => Promise.resolve(aNote().lines),
  compare: () => Promise.resolve({ incoming: new Map(), gone: [] }),
  linesAt: () => Promise.resolve(new Map()),
  isEmpty: () => Promise.resolve(true),
  commit: () => Promise.resolve(done("c1")),
  commitAnew: () => Promise.resolve(done("c2")),
  adopt: () => Promise.resolve(done("adopted")),
  ...parts,
});
