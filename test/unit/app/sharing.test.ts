import assert from "node:assert/strict";
import { appWorld, Machine, ann as annPerson, opened, origin } from "../../support/app-world.ts";
import { FakeTime } from "../../support/fake-time.ts";
import { MemoryRemote } from "../../support/memory-store.ts";
import { NotWritable } from "../../../src/app/private-json.ts";
import type { EndedShare, Session } from "../../../src/app/session.ts";
import { parseLine } from "../../../src/domain/event-line.ts";

const draft = { fields: { title: "One query loads every product", impact: "Search takes over 5 s" } };

async function shared(session: Session, fields = draft): Promise<string> {
  const { id } = await session.keepDraft(fields);
  const outcome = await session.share(id);
  assert.equal(outcome.kind, "sharing");
  return id;
}

const ends = (session: Session): EndedShare[] => {
  const list: EndedShare[] = [];
  session.onDidEndShare((end) => void list.push(end));
  return list;
};

describe("a draft", () => {
  it("is kept on this machine and is no part of the record", async () => {
    const { ann, annsMachine } = await appWorld();
    const { id } = await ann.keepDraft(draft);
    assert.equal(annsMachine.clone.saved.length, 0);
    const again = await annsMachine.open();
    assert.deepEqual(
      again.drafts().map((kept) => [kept.id, kept.fields]),
      [[id, draft.fields]],
    );
  });

  it("is gone when it is discarded", async () => {
    const { ann, annsMachine } = await appWorld();
    const { id } = await ann.keepDraft(draft);
    await ann.discardDraft(id);
    assert.deepEqual(ann.drafts(), []);
    assert.deepEqual(await annsMachine.files.list("drafts/"), []);
  });

  it("says so when this machine can't keep it", async () => {
    const { ann, annsMachine } = await appWorld();
    annsMachine.files.isFull = true;
    await assert.rejects(ann.keepDraft(draft), NotWritable);
  });

  it("does not stop the others from being read when its file is damaged", async () => {
    const { ann, annsMachine } = await appWorld();
    await ann.keepDraft(draft);
    annsMachine.files.texts.set(`drafts/${"f".repeat(32)}.json`, "{");
    const again = await annsMachine.open();
    assert.equal(again.drafts().length, 1);
    assert.equal(annsMachine.files.texts.get(`drafts/${"f".repeat(32)}.json`), "{", "its file stays");
  });
});

describe("sharing a draft", () => {
  it("joins the record after ten seconds, with the words of the draft", async () => {
    const { ann, time } = await appWorld();
    const ended = ends(ann);
    await shared(ann);
    await time.pass(9_999);
    assert.equal(ann.notes().size, 0);
    await time.pass(1);
    const [note] = ann.notes().values();
    assert.equal(note?.fields.title.value, draft.fields.title);
    assert.deepEqual(ann.drafts(), []);
    assert.deepEqual(
      ended.map(({ outcome }) => outcome),
      [{ kind: "saved", record: note?.id }],
    );
  });

  it("leaves no trace in the record when it is undone, and starts afresh when it is shared again", async () => {
    const { ann, time, annsMachine } = await appWorld();
    const id = await shared(ann);
    await time.pass(5_000);
    assert.equal(await ann.undoShare(id), true);
    await time.pass(60_000);
    assert.equal(annsMachine.clone.saved.length, 0);
    assert.equal(ann.drafts()[0]?.shareAfter, undefined);
    await ann.share(id);
    await time.pass(10_000);
    assert.equal(ann.notes().size, 1);
    const [saved] = annsMachine.clone.saved;
    const line = parseLine(saved?.line.line ?? assert.fail());
    assert.ok(line.kind === "event");
    assert.equal(line.envelope.at, "2026-11-22T10:01:05.000+01:00", "the time of the second share");
  });

  it("can't be undone once it has joined the record", async () => {
    const { ann, time } = await appWorld();
    const id = await shared(ann);
    await time.pass(10_000);
    assert.equal(await ann.undoShare(id), false);
    assert.equal(ann.notes().size, 1);
  });

  it("joins the record at the next start after a crash", async () => {
    const { ann, time, annsMachine } = await appWorld();
    await shared(ann);
    await time.pass(3_000);
    time.jump("2026-11-22T10:02:00.000+01:00");
    // The window that shared it is gone: its timers never fire.
    const again = await annsMachine.open();
    assert.equal(again.notes().size, 1);
    assert.deepEqual(again.drafts(), []);
  });

  it("gives one note when a crash comes between saving and forgetting the draft", async () => {
    const { ann, time, annsMachine } = await appWorld();
    await shared(ann);
    const [name = ""] = await annsMachine.files.list("drafts/");
    const text = annsMachine.files.texts.get(name) ?? assert.fail();
    await time.pass(10_000);
    annsMachine.files.texts.set(name, text);
    time.jump("2026-11-22T10:02:00.000+01:00");
    const again = await annsMachine.open();
    assert.equal(again.notes().size, 1);
    assert.deepEqual(again.drafts(), []);
  });

  it("gives one note when two windows finish the same share", async () => {
    const { ann, time, annsMachine } = await appWorld();
    await shared(ann);
    await time.pass(2_000);
    const beside = await annsMachine.open();
    await time.pass(60_000);
    assert.equal(ann.notes().size, 1);
    assert.equal(beside.notes().size, 1);
    await beside.refresh();
    assert.deepEqual(beside.drafts(), []);
  });

  it("goes on after its window was closed, in the window beside it", async () => {
    const { ann, time, annsMachine } = await appWorld();
    await shared(ann);
    await time.pass(2_000);
    const beside = await annsMachine.open();
    ann.dispose();
    await time.pass(20_000);
    assert.equal(beside.notes().size, 1);
  });

  it("can be undone in another window", async () => {
    const { ann, time, annsMachine } = await appWorld();
    const id = await shared(ann);
    const beside = await annsMachine.open();
    assert.equal(await beside.undoShare(id), true);
    await time.pass(60_000);
    assert.equal(annsMachine.clone.saved.length, 0);
  });

  it("is refused at once for what would be refused after the ten seconds, and stays a draft", async () => {
    const { ann, annsMachine } = await appWorld();
    const kind = async (fields: { title?: string; impact?: string }) => {
      const { id } = await ann.keepDraft({ fields });
      const outcome = await ann.share(id);
      assert.ok(outcome.kind === "refused" && outcome.outcome.kind === "refused");
      assert.ok(ann.drafts().some((kept) => kept.id === id && kept.shareAfter === undefined));
      return outcome.outcome.refusal.kind;
    };
    assert.equal(await kind({ impact: "Slow" }), "titleMissing");
    assert.equal(await kind({ title: "T", impact: "x".repeat(300_000) }), "tooLarge");
    annsMachine.isReadOnly = true;
    assert.equal(await kind({ title: "T" }), "readOnly");
    annsMachine.isReadOnly = false;
    annsMachine.user.person = undefined;
    assert.equal(await kind({ title: "T" }), "nameMissing");
  });

  it("is a draft again, and says why, when it can't be saved after the ten seconds", async () => {
    const { ann, time, annsMachine } = await appWorld();
    const ended = ends(ann);
    const id = await shared(ann);
    annsMachine.clone.isFull = true;
    await time.pass(10_000);
    assert.equal(ann.notes().size, 0);
    assert.deepEqual(
      ann.drafts().map((kept) => [kept.id, kept.shareAfter]),
      [[id, undefined]],
    );
    assert.deepEqual(
      ended.map(({ outcome }) => outcome.kind === "refused" && outcome.refusal.kind),
      ["notWritable"],
    );
  });

  it("keeps who and when it was shared, whoever finishes it", async () => {
    const time = new FakeTime();
    const machine = new Machine(annPerson, new MemoryRemote(), time);
    const session = await machine.open();
    await shared(session);
    machine.user.person = { name: "Somebody else", email: "else@example.org" };
    await time.pass(10_000);
    const [note] = session.notes().values();
    assert.deepEqual(note?.opened.by, annPerson);
  });

  it("sends all that was shared in that time in one push", async () => {
    const { ann, time, remote } = await appWorld();
    const background = ann.startBackgroundSync({ everyMilliseconds: 0 });
    await time.pass(0);
    await shared(ann);
    await time.pass(6_000);
    await shared(ann);
    await opened(ann, { title: "Said at once" });
    await time.pass(8_000);
    assert.equal(remote.pushes, 0, "the second share is still under way");
    await time.pass(60_000);
    assert.equal(remote.pushes, 1);
    assert.equal(ann.notes().size, 3);
    assert.equal(ann.syncState().kind, "synced");
    background.dispose();
  });
});

describe("text that is being typed", () => {
  it("is there after a restart, by note and box, until it is said", async () => {
    const { ann, annsMachine } = await appWorld();
    const id = await opened(ann);
    await Promise.all([
      ann.keepTyped(id, "ask", "Help me under"),
      ann.keepTyped(id, "option:0:title", "Ca"),
      ann.keepTyped(id, "option:0:title", "Cache"),
    ]);
    const again = await annsMachine.open();
    assert.deepEqual((await again.notePage(id))?.typed, { ask: "Help me under", "option:0:title": "Cache" });
    await again.keepTyped(id, "ask", "");
    await again.keepTyped(id, "option:0:title", "");
    assert.deepEqual((await again.notePage(id))?.typed, {});
    assert.deepEqual(await annsMachine.files.list("typed/"), []);
    assert.equal(annsMachine.clone.saved.length, 1, "nothing of it is in the record");
  });

  it("keeps keys that objects have by themselves", async () => {
    const { ann } = await appWorld();
    const id = await opened(ann);
    await ann.keepTyped(id, "constructor", "a");
    assert.deepEqual((await ann.notePage(id))?.typed, { constructor: "a" });
  });
});

describe("a session before anybody agreed to push", () => {
  it("saves, and sends nothing", async () => {
    const time = new FakeTime();
    const remote = new MemoryRemote();
    const machine = new Machine(annPerson, remote, time);
    const session = await machine.open();
    session.startBackgroundSync({ everyMilliseconds: 60_000 });
    await opened(session);
    await time.pass(600_000);
    assert.equal(remote.pushes, 0);
    assert.deepEqual(await session.sync({ byHand: true }), { kind: "notAgreed" });
    assert.deepEqual(machine.opened, [undefined]);
    await session.setConsent("agreed", origin);
    await session.sync({ byHand: true });
    assert.equal(remote.pushes, 1);
    assert.deepEqual(machine.opened, [undefined, "origin"]);
  });
});
