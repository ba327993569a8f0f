import assert from "node:assert/strict";
import {
  appWorld,
  ann as annPerson,
  exchanged,
  Machine,
  opened,
  origin,
  saved,
} from "../../support/app-world.ts";
import { FakeTime } from "../../support/fake-time.ts";
import { MemoryRemote } from "../../support/memory-store.ts";
import type { RemoteInfo } from "../../../src/app/ports.ts";
import type { SyncState } from "../../../src/protocol/panel-state.ts";

const upstream: RemoteInfo = { name: "upstream", url: "https://github.com/team/shop.git" };

async function machineWith(remotes: readonly RemoteInfo[]) {
  const time = new FakeTime();
  const remote = new MemoryRemote();
  const machine = new Machine(annPerson, remote, time, [...remotes]);
  return { time, remote, machine, session: await machine.open() };
}

describe("agreeing to push", () => {
  it("is asked for once for a clone, an address and a branch", async () => {
    const { machine, session } = await machineWith([origin]);
    assert.deepEqual(await session.consent(), {
      answer: "notAsked",
      remote: origin,
      branch: "sightline",
      choices: [origin],
    });
    await session.setConsent("agreed", origin);
    assert.equal((await (await machine.open()).consent()).answer, "agreed");
  });

  it("is asked again when the address is another one", async () => {
    const { machine, session } = await machineWith([origin]);
    await session.setConsent("agreed", origin);
    await session.sync({ byHand: true });
    machine.user.remoteList = [{ ...origin, url: "git@example.org:elsewhere.git" }];
    await opened(session);
    assert.equal((await session.consent()).answer, "notAsked");
    assert.deepEqual(await session.sync({ byHand: true }), { kind: "notAgreed" });
  });

  it("can be declined, and changed later", async () => {
    const { session } = await machineWith([origin]);
    await session.setConsent("declined", origin);
    assert.equal((await session.consent()).answer, "declined");
    assert.deepEqual(await session.sync({ byHand: false }), { kind: "notAgreed" });
    assert.equal(session.syncState().kind, "notAgreed");
    await session.setConsent("agreed", origin);
    assert.equal((await session.sync({ byHand: true })).kind, "synced");
  });

  it("guesses none of several remotes", async () => {
    const { machine, session } = await machineWith([origin, upstream]);
    const before = await session.consent();
    assert.deepEqual(
      [before.answer, before.remote, before.choices],
      ["notAsked", undefined, [origin, upstream]],
    );
    await session.setConsent("agreed", upstream);
    const after = await session.consent();
    assert.deepEqual([after.answer, after.remote], ["agreed", upstream]);
    await session.sync({ byHand: true });
    assert.deepEqual(machine.opened, [undefined, "upstream"]);
  });

  it("goes to the remote that was chosen last", async () => {
    const { machine, session } = await machineWith([origin, upstream]);
    await session.setConsent("agreed", upstream);
    await session.setConsent("agreed", origin);
    assert.deepEqual((await session.consent()).remote, origin);
    await session.setConsent("agreed", upstream);
    assert.deepEqual((await session.consent()).remote, upstream);
    assert.equal((await (await machine.open()).consent()).remote?.name, "upstream");
  });

  it("has nothing to ask where there is no remote", async () => {
    const { session } = await machineWith([]);
    assert.deepEqual(await session.sync({ byHand: true }), { kind: "noRemote" });
    const state = session.syncState();
    assert.equal(state.kind, "noRemote");
    assert.match(state.explanation ?? "", /no remote, so notes stay on this machine/);
  });

  it("is seen by the window beside, which goes on with the remote", async () => {
    const { machine, session, remote } = await machineWith([origin]);
    const beside = await machine.open();
    await session.setConsent("agreed", origin);
    await opened(beside);
    assert.equal((await beside.sync({ byHand: false })).kind, "synced");
    assert.equal(remote.pushes, 1);
  });
});

describe("syncing", () => {
  it("brings what others said, and says which notes changed", async () => {
    const { ann, ben } = await appWorld();
    const id = await opened(ann);
    await ann.sync({ byHand: true });
    const changed: (readonly string[])[] = [];
    ben.onDidChange(({ records }) => void changed.push(records === "all" ? ["all"] : [...records]));
    const result = await ben.sync({ byHand: true });
    assert.deepEqual(result, { kind: "synced", received: [id], sent: 0 });
    assert.deepEqual(
      changed.filter((ids) => ids.length > 0),
      [[id]],
    );
    assert.equal(ben.note(id)?.fields.title.value, ann.note(id)?.fields.title.value);
  });

  it("says what waits, that it is under way, and when it was done", async () => {
    const { ann, time, annsMachine } = await appWorld();
    assert.deepEqual(ann.syncState(), { kind: "synced", waiting: 0 });
    const states: SyncState[] = [];
    await opened(ann);
    await time.pass(0);
    assert.deepEqual(ann.syncState(), { kind: "waiting", waiting: 1 });
    ann.onDidChangeSync((state) => void states.push(state));
    await ann.sync({ byHand: true });
    assert.deepEqual(
      states.map(({ kind }) => kind),
      ["syncing", "synced"],
    );
    const lastSynced = "2026-11-22T10:00:00.000+01:00";
    assert.deepEqual(ann.syncState(), { kind: "synced", waiting: 0, lastSynced });
    assert.equal((await annsMachine.open()).syncState().lastSynced, lastSynced, "a new window knows it too");
  });

  it("marks notes that nobody else has yet", async () => {
    const { ann, time } = await appWorld();
    const id = await opened(ann);
    await time.pass(0);
    assert.equal((await ann.notePage(id))?.waiting, true);
    await ann.sync({ byHand: true });
    assert.equal((await ann.notePage(id))?.waiting, false);
  });

  it("writes the pages of what it sends", async () => {
    const { ann, remote } = await appWorld();
    const id = await opened(ann, { title: "Slow search" });
    await ann.sync({ byHand: true });
    const files = remote.at(remote.tip)?.files;
    assert.match(files?.get("README.md") ?? "", /Slow search/);
    assert.ok([...(files?.keys() ?? [])].some((path) => path.endsWith(`${id.slice(0, 12)}.md`)));
  });

  it("writes the same pages whoever pushes last", async () => {
    const { ann, ben, remote } = await appWorld();
    const id = await opened(ann);
    await exchanged(ann, ben);
    await saved(ann, { type: "editNote", note: id, fields: { title: "Ann's words" } });
    await saved(ben, { type: "editNote", note: id, fields: { impact: "Ben's words" } });
    await ann.sync({ byHand: true });
    await ben.sync({ byHand: true });
    const bens = remote.at(remote.tip)?.files;
    await exchanged(ann, ben);
    await saved(ann, { type: "comment", note: id, text: "x" });
    await ann.sync({ byHand: true });
    const [path = ""] = [...(bens?.keys() ?? [])].filter((name) => name.startsWith("notes/"));
    const page = bens?.get(path) ?? "";
    assert.match(page, /Ann's words[^]*Ben's words/);
    assert.equal(
      remote
        .at(remote.tip)
        ?.files.get(path)
        ?.replace(/## Said since[^]*?(?=---)/, ""),
      page,
    );
  });

  it("does nothing in a window that is not trusted", async () => {
    const { ann, annsMachine, remote } = await appWorld();
    await opened(ann);
    annsMachine.isReadOnly = true;
    assert.deepEqual(await ann.sync({ byHand: true }), { kind: "readOnly" });
    assert.equal(ann.syncState().kind, "readOnly");
    assert.equal(remote.pushes, 0);
  });

  it("tells by hand what went wrong, without saying that something was tried in the background", async () => {
    const { ann, remote } = await appWorld();
    await opened(ann);
    remote.failNext("push", "needsSignIn");
    const result = await ann.sync({ byHand: true });
    assert.equal(result.kind, "failed");
    assert.deepEqual(ann.syncState(), {
      kind: "stopped",
      waiting: 1,
      explanation:
        "origin asked for a password. Nothing was sent; one change is saved here. Sign in with git once in a terminal, then Sync.",
    });
    assert.equal((await ann.sync({ byHand: true })).kind, "synced");
    assert.deepEqual(Object.keys(ann.syncState()), ["kind", "waiting", "lastSynced"]);
  });

  it("says of a refused push what to ask for", async () => {
    const { ann, remote } = await appWorld();
    await opened(ann);
    remote.refusal = "mayNotPush";
    await ann.sync({ byHand: true });
    assert.match(
      ann.syncState().explanation ?? "",
      /you may read but not write.*write access to the branch “sightline”/,
    );
  });

  it("stops where the branch was rewritten, says what is gone, and goes on as the person chooses", async () => {
    const { ann, ben, remote } = await appWorld();
    const kept = await opened(ann, { title: "Kept" });
    const gone = await opened(ben, { title: "Search is slow" });
    await exchanged(ann, ben);
    remote.rewrite(({ record }) => record === kept);
    assert.equal((await ann.sync({ byHand: false })).kind, "rewritten");
    assert.deepEqual(
      [ann.syncState().kind, ann.syncState().explanation],
      [
        "rewritten",
        "The branch “sightline” on origin was rewritten. It lacks what was said in one note: “Search is slow”. Nothing is lost here. Put it back, or accept the removal here too.",
      ],
    );
    assert.ok(ann.note(gone), "nothing was dropped");
    assert.equal((await ann.sync({ byHand: false })).kind, "stopped");
    await ann.sync({ byHand: true, whenRewritten: "acceptRemoval" });
    assert.equal(ann.note(gone), undefined);
    assert.equal(ann.syncState().kind, "synced");
    await ben.sync({ byHand: true, whenRewritten: "putBack" });
    assert.equal(ben.syncState().kind, "synced");
    await ann.sync({ byHand: true });
    assert.ok(ann.note(gone), "put back by Ben");
  });

  it("says that a branch was deleted", async () => {
    const { ann, remote } = await appWorld();
    await opened(ann);
    await ann.sync({ byHand: true });
    remote.delete();
    await ann.sync({ byHand: true });
    assert.match(ann.syncState().explanation ?? "", /^The branch “sightline” was deleted on origin\./);
  });
});

describe("syncing in the background", () => {
  it("syncs on start, after changes, and at its interval", async () => {
    const { ann, ben, time, annsMachine } = await appWorld();
    const id = await opened(ben);
    await ben.sync({ byHand: true });
    ann.startBackgroundSync({ everyMilliseconds: 300_000 });
    await time.pass(0);
    assert.ok(ann.note(id), "on start");
    await opened(ann);
    await time.pass(1_999);
    assert.equal(ann.syncState().kind, "waiting");
    await time.pass(1);
    assert.equal(ann.syncState().kind, "synced", "after a change");
    const later = await opened(ben);
    await ben.sync({ byHand: true });
    await time.pass(299_000);
    assert.equal(ann.note(later), undefined);
    await time.pass(1_000 + 2_000);
    assert.ok(ann.note(later), "at the interval");
    assert.deepEqual(annsMachine.warnings, []);
  });

  it("pushes at most once in 30 seconds, also with two windows", async () => {
    const { ann, annsMachine, time, remote } = await appWorld();
    const beside = await annsMachine.open();
    ann.startBackgroundSync({ everyMilliseconds: 0 });
    beside.startBackgroundSync({ everyMilliseconds: 0 });
    await time.pass(0);
    await opened(ann);
    await time.pass(2_000);
    assert.equal(remote.pushes, 1);
    await opened(ann);
    await opened(beside);
    await time.pass(29_999);
    assert.equal(remote.pushes, 1);
    await time.pass(5_000);
    assert.equal(remote.pushes, 2);
    assert.equal(ann.notes().size, 3);
    assert.equal(beside.syncState().kind === "waiting" || beside.syncState().kind === "synced", true);
  });

  it("waits for nobody when a person asks", async () => {
    const { ann, remote } = await appWorld();
    await opened(ann);
    await ann.sync({ byHand: true });
    await opened(ann);
    await ann.sync({ byHand: true });
    assert.equal(remote.pushes, 2);
  });

  it("stops at its first failure, says so, and begins again after a sync by hand", async () => {
    const { ann, time, remote } = await appWorld();
    ann.startBackgroundSync({ everyMilliseconds: 60_000 });
    await time.pass(0);
    await opened(ann);
    remote.failNext("any", "needsSignIn");
    await time.pass(2_000);
    assert.equal(ann.syncState().kind, "stopped");
    assert.match(ann.syncState().explanation ?? "", /Background sync stopped after one failure/);
    await time.pass(3_600_000);
    assert.equal(remote.pushes, 0, "nothing was tried again");
    assert.deepEqual(await ann.sync({ byHand: false }), { kind: "stopped" });
    await ann.sync({ byHand: true });
    assert.equal(remote.pushes, 1);
    await opened(ann);
    await time.pass(60_000);
    assert.equal(remote.pushes, 2, "it runs again");
  });

  it("says offline when the remote can't be reached", async () => {
    const { ann, time, remote } = await appWorld();
    await opened(ann);
    remote.isOffline = true;
    await ann.sync({ byHand: false });
    await time.pass(0);
    assert.equal(ann.syncState().kind, "offline");
    assert.match(
      ann.syncState().explanation ?? "",
      /^Offline: origin can't be reached\. One change is saved here\./,
    );
  });

  it("counts what waits anew in its explanation", async () => {
    const { ann, time, remote } = await appWorld();
    await opened(ann);
    remote.isOffline = true;
    await ann.sync({ byHand: true });
    await opened(ann);
    await time.pass(0);
    assert.match(ann.syncState().explanation ?? "", /2 changes are saved here/);
  });

  it("does not stop because others were faster", async () => {
    const { ann, ben, remote, time } = await appWorld();
    await opened(ann);
    for (let race = 0; race < 10; race++)
      remote.beforeNextPush(async () => {
        await opened(ben);
        remote.tip = remote.add(remote.tip, remote.at(remote.tip)?.records ?? new Map(), new Map(), "other");
      });
    const result = await ann.sync({ byHand: false });
    assert.equal(result.kind, "gaveUp");
    await time.pass(0);
    assert.equal(ann.syncState().kind, "waiting");
    assert.equal(ann.syncState().explanation, undefined);
  });

  it("says so to a person who asked, when others were faster", async () => {
    const { ann, ben, remote } = await appWorld();
    await opened(ann);
    for (let race = 0; race < 10; race++)
      remote.beforeNextPush(async () => {
        await opened(ben);
        remote.tip = remote.add(remote.tip, remote.at(remote.tip)?.records ?? new Map(), new Map(), "other");
      });
    assert.equal((await ann.sync({ byHand: true })).kind, "gaveUp");
    assert.match(ann.syncState().explanation ?? "", /nothing was sent yet\. One change is saved here\./);
    assert.equal((await ann.sync({ byHand: true })).kind, "synced");
    assert.equal(ann.syncState().explanation, undefined);
  });

  it("ends when it is disposed, and with its session", async () => {
    const { ann, time, remote } = await appWorld();
    const background = ann.startBackgroundSync({ everyMilliseconds: 1_000 });
    await time.pass(0);
    background.dispose();
    await opened(ann);
    await time.pass(100_000);
    assert.equal(remote.pushes, 0);
    ann.startBackgroundSync({ everyMilliseconds: 1_000 });
    ann.dispose();
    await time.pass(100_000);
    assert.equal(remote.pushes, 0);
  });

  it("keeps no timer that holds up what waits when the session ends", async () => {
    const { ann, time } = await appWorld();
    await opened(ann);
    await ann.sync({ byHand: true });
    await opened(ann);
    const waiting = ann.sync({ byHand: false });
    await time.pass(0);
    ann.dispose();
    assert.deepEqual(await waiting, { kind: "stopped" });
  });
});
