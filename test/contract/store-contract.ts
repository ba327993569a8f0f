import assert from "node:assert/strict";
import { MAX_LINE_BYTES, MAX_RECORD_BYTES } from "../../src/domain/event-line.ts";
import type { EventId } from "../../src/domain/ids.ts";
import type { Line } from "../../src/domain/event-line.ts";
import type { NewLine, Page, Store, SyncOutcome, SyncRequest } from "../../src/store/store.ts";
import {
  aComment,
  aNote,
  anEvent,
  aRedaction,
  idsOf,
  idsOfLines,
  rawLine,
} from "../support/event-builders.ts";
import { until } from "../support/until.ts";

/** Clones and their remote, with the ways in which things go wrong. A new one for each test. */
export interface ContractWorld {
  /** Opens the store of a clone; the same name again is another process on the same clone. */
  readonly open: (clone: string) => Store;
  readonly openWithoutRemote: (clone: string) => Store;
  readonly remote: ContractRemote;
}

export interface ContractRemote {
  /** Ids of all lines on the branch, sorted; undefined where there is no branch. */
  lines(): Promise<readonly EventId[] | undefined>;
  /** Messages from the first commit to the last; fails on a commit with two parents. */
  history(): Promise<readonly string[]>;
  file(path: string): Promise<string | undefined>;
  /** Somebody writes a file that is none of ours into the branch, which is made where there is none. */
  writeFile(path: string, text: string): Promise<void>;
  /** The branch becomes one new commit with these lines only. */
  rewrite(keep: (line: NewLine) => boolean): Promise<void>;
  /** A commit on top takes lines out. */
  removeByCommit(remove: (line: NewLine) => boolean): Promise<void>;
  delete(): Promise<void>;
  /** Answers how somebody forces the branch back to where it is now. */
  remember(): Promise<() => Promise<void>>;
  setOffline(isOffline: boolean): Promise<void>;
  /** From now on a rule refuses every push. */
  setRefusing(isRefusing: boolean): Promise<void>;
  /** Runs before the next push of any store arrives, once. */
  beforeNextPush(race: () => Promise<unknown>): void;
  /** Runs when the next fetch of any store has brought the branch, before its answer is looked at, once. */
  afterNextFetch(race: () => Promise<unknown>): void;
  /** The next push goes through, and its answer does not come back. */
  loseNextAnswer(): void;
}

const request = (parts: Partial<SyncRequest> = {}): SyncRequest => ({
  render: () => [],
  message: "Sightline: test",
  ...parts,
});

const sync = (store: Store, parts: Partial<SyncRequest> = {}): Promise<SyncOutcome> =>
  store.sync(request(parts));

async function synced(store: Store, parts: Partial<SyncRequest> = {}) {
  const outcome = await sync(store, parts);
  assert.ok(outcome.kind === "synced", JSON.stringify(outcome));
  return outcome;
}

const read = async (store: Store): Promise<readonly EventId[]> => idsOf(await store.read());

async function save(store: Store, lines: readonly NewLine[]): Promise<void> {
  assert.deepEqual(await store.append(lines), { kind: "saved" });
}

/** What every store keeps, whatever stands behind it. */
export function storeContract(name: string, open: () => Promise<ContractWorld>): void {
  describe(`${name} keeps the store contract`, () => {
    it("C1 a new store is empty, and reading it says that this is everything", async () => {
      const store = (await open()).open("ann");
      const { records, whole } = await store.read();
      assert.deepEqual([records.size, whole, await store.waiting()], [0, true, 0]);
    });

    it("C2 what was saved is read back, byte for byte", async () => {
      const store = (await open()).open("ann");
      const { record, line, lines } = aNote({ title: "Élan vital: 1\u00a0000 €" });
      const comment = aComment(record, [line.id], "yes");
      await save(store, lines);
      await save(store, [comment]);
      const found = (await store.read()).records.get(record) ?? [];
      assert.deepEqual(
        found.map(({ id, bytes }) => [id, Buffer.from(bytes).toString()]),
        [line, comment.line].map(({ id, bytes }) => [id, Buffer.from(bytes).toString()]),
      );
    });

    it("C3 another process on the same clone reads what was saved at once", async () => {
      const { open: openStore } = await open();
      const [one, other] = [openStore("ann"), openStore("ann")];
      const { lines } = aNote();
      await save(one, lines);
      assert.deepEqual(await read(other), idsOfLines(lines));
    });

    it("C4 a save is whole or not at all", async () => {
      const store = (await open()).open("ann");
      const { record, lines } = aNote();
      const outcome = await store.append([...lines, rawLine(record, "x".repeat(MAX_LINE_BYTES + 1))]);
      assert.deepEqual(outcome, {
        kind: "tooLarge",
        what: "line",
        bytes: MAX_LINE_BYTES + 1,
        limit: MAX_LINE_BYTES,
      });
      assert.deepEqual(await read(store), []);
      await save(store, [...lines, aComment(record, [], "one"), aComment(record, [], "two")]);
      assert.equal((await read(store)).length, 3);
    });

    it("C5 a line as long as allowed is saved, and a record is refused that would be larger than allowed", async () => {
      const store = (await open()).open("ann");
      const { record, line, lines } = aNote();
      await save(store, lines);
      const long = (fill: string, length = MAX_LINE_BYTES) => rawLine(record, fill.repeat(length));
      await save(store, [long("a"), long("b"), long("c")]);
      const full = MAX_RECORD_BYTES - 3 * (MAX_LINE_BYTES + 1) - (line.bytes.length + 1);
      const outcome = await store.append([long("d", full)]);
      assert.deepEqual(outcome, {
        kind: "tooLarge",
        what: "record",
        bytes: MAX_RECORD_BYTES + 1,
        limit: MAX_RECORD_BYTES,
      });
      await save(store, [long("d", full - 1)]);
    });

    it("C6 what can't be a line throws", async () => {
      const store = (await open()).open("ann");
      const { record } = aNote();
      await assert.rejects(store.append([rawLine(record, "two\nlines")]));
      await assert.rejects(store.append([rawLine(record, "")]));
      await assert.rejects(store.append([{ record, line: { id: record, bytes: Buffer.from("{}") } }]));
      assert.deepEqual(await read(store), []);
    });

    it("C7 reading on from a mark gives the changed records, whole, and no others", async () => {
      const { open: openStore } = await open();
      const [one, other] = [openStore("ann"), openStore("ann")];
      const first = aNote({ title: "first" });
      const second = aNote({ title: "second" });
      await save(one, [...first.lines, ...second.lines]);
      const { mark } = await other.read();
      assert.equal((await other.readSince(mark)).records.size, 0);
      const comment = aComment(second.record, [second.line.id], "more");
      await save(one, [comment]);
      const on = await other.readSince(mark);
      assert.equal(on.whole, false);
      assert.deepEqual([...on.records.keys()], [second.record]);
      assert.deepEqual(idsOf(on), idsOfLines([...second.lines, comment]));
      const still = await other.readSince(on.mark);
      assert.deepEqual([still.records.size, still.whole], [0, false]);
    });

    it("C8 a mark that isn't known reads everything", async () => {
      const store = (await open()).open("ann");
      const { lines } = aNote();
      await save(store, lines);
      for (const mark of ["", "{}", "c9 none", '{"adopted":"--help"}']) {
        const reading = await store.readSince(mark);
        assert.deepEqual([reading.whole, idsOf(reading)], [true, idsOfLines(lines)]);
      }
    });

    it("C9 what was saved waits until it is sent", async () => {
      const { open: openStore, remote } = await open();
      const store = openStore("ann");
      const { record, line, lines } = aNote();
      await save(store, lines);
      await save(store, [aComment(record, [line.id], "yes")]);
      assert.equal(await store.waiting(), 2);
      const outcome = await synced(store);
      assert.equal(outcome.sent, 2);
      assert.equal(await store.waiting(), 0);
      assert.deepEqual(await remote.lines(), await read(store));
    });

    it("C10 two clones that both save end with the same lines", async () => {
      const { open: openStore, remote } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const { record, line, lines } = aNote({ title: "Ann's" });
      await save(ann, lines);
      await save(ben, aNote({ title: "Ben's" }).lines);
      await synced(ann);
      const arrived = await synced(ben);
      assert.deepEqual(arrived.received, [record]);
      await save(ben, [aComment(record, [line.id], "from Ben")]);
      await save(ann, [aComment(record, [line.id], "from Ann")]);
      await synced(ben);
      await synced(ann);
      await synced(ben);
      assert.equal((await read(ann)).length, 4);
      assert.deepEqual(await read(ann), await read(ben));
      assert.deepEqual(await remote.lines(), await read(ann));
    });

    it("C11 reading on after a sync gives what was received, with the lines saved here", async () => {
      const { open: openStore } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const { record, line, lines } = aNote();
      await save(ann, lines);
      await synced(ann);
      await synced(ben);
      const fromBen = aComment(record, [line.id], "from Ben");
      const fromAnn = aComment(record, [line.id], "from Ann");
      await save(ben, [fromBen]);
      await synced(ben);
      await save(ann, [fromAnn]);
      const { mark } = await ann.read();
      await synced(ann);
      const on = await ann.readSince(mark);
      assert.equal(on.whole, false);
      assert.deepEqual(idsOf(on), idsOfLines([...lines, fromBen, fromAnn]));
    });

    it("C12 a sync with nothing to send makes no branch", async () => {
      const { open: openStore, remote } = await open();
      assert.deepEqual(await sync(openStore("ann")), { kind: "synced", received: [], sent: 0 });
      assert.equal(await remote.lines(), undefined);
    });

    it("C13 a sync with nothing new makes no commit", async () => {
      const { open: openStore, remote } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      await save(ann, aNote().lines);
      await synced(ann);
      await synced(ben);
      assert.deepEqual(await sync(ann), { kind: "synced", received: [], sent: 0 });
      assert.deepEqual(await sync(ben), { kind: "synced", received: [], sent: 0 });
      assert.equal((await remote.history()).length, 1);
    });

    it("C14 a sync is one commit on top of theirs, never a merge", async () => {
      const { open: openStore, remote } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const notes = ["one", "two", "three"].map((title) => aNote({ title }));
      await save(ann, [...notes.flatMap(({ lines }) => lines)]);
      await save(ben, aNote({ title: "four" }).lines);
      await synced(ann, { message: "Ann:\nthree notes" });
      await synced(ben, { message: "Ben: one note" });
      assert.deepEqual(await remote.history(), ["Ann: three notes [skip ci]", "Ben: one note [skip ci]"]);
    });

    it("C15 a lost race is run again, and nothing is lost", async () => {
      const { open: openStore, remote } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const { record, line, lines } = aNote();
      await save(ann, lines);
      await synced(ann);
      await synced(ben);
      await save(ann, [aComment(record, [line.id], "from Ann")]);
      await save(ben, [aComment(record, [line.id], "from Ben")]);
      remote.beforeNextPush(() => synced(ben));
      assert.equal((await synced(ann)).sent, 1);
      await synced(ben);
      assert.equal((await read(ann)).length, 3);
      assert.deepEqual(await read(ann), await read(ben));
      assert.deepEqual(await remote.lines(), await read(ann));
    });

    it("C16 who loses every race gives up, and everything waits", async () => {
      const { open: openStore, remote } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      await save(ann, aNote().lines);
      const faster = async (): Promise<void> => {
        await save(ben, aNote({ title: "faster" }).lines);
        await synced(ben);
      };
      // Each of Ann's pushes meets one of Ben's, which itself meets nobody.
      const again = () => {
        remote.beforeNextPush(async () => {
          await faster();
          again();
        });
      };
      again();
      const outcome = await sync(ann);
      assert.deepEqual(outcome, { kind: "gaveUp", attempts: 6, waiting: 1 });
      assert.equal(await ann.waiting(), 1);
    });

    it("C17 offline, everything waits, and goes when the network is back", async () => {
      const { open: openStore, remote } = await open();
      const ann = openStore("ann");
      await remote.setOffline(true);
      const { lines } = aNote();
      await save(ann, lines);
      const outcome = await sync(ann);
      assert.ok(outcome.kind === "failed" && ["unreachable", "notFound"].includes(outcome.failure.reason));
      assert.equal(outcome.waiting, 1);
      assert.deepEqual(await read(ann), idsOfLines(lines));
      await remote.setOffline(false);
      assert.equal((await synced(ann)).sent, 1);
    });

    it("C18 a push that a rule refuses keeps everything waiting", async () => {
      const { open: openStore, remote } = await open();
      const ann = openStore("ann");
      await save(ann, aNote().lines);
      await remote.setRefusing(true);
      const outcome = await sync(ann);
      assert.equal(outcome.kind === "failed" ? outcome.failure.reason : outcome.kind, "refusedByRule");
      assert.equal(await ann.waiting(), 1);
      await remote.setRefusing(false);
      assert.equal((await synced(ann)).sent, 1);
    });

    it("C19 a rewritten branch stops the sync, which says what is gone and changes nothing", async () => {
      const { ann, kept, gone, remote } = await shared(await open());
      const unsent = aNote({ title: "never sent" });
      await save(ann, unsent.lines);
      const before = await read(ann);
      await remote.rewrite(({ record }) => record === kept.record);
      const outcome = await sync(ann);
      assert.deepEqual(outcome, {
        kind: "rewritten",
        deleted: false,
        gone: new Map([[gone.record, 2]]),
        waiting: 1,
      });
      assert.deepEqual(await read(ann), before);
      assert.deepEqual(await remote.lines(), idsOfLines(kept.lines));
    });

    it("C20 put back: what is gone is on the branch again, with what waits", async () => {
      const { ann, ben, kept, remote } = await shared(await open());
      await save(ann, aNote({ title: "never sent" }).lines);
      const before = await read(ann);
      await remote.rewrite(({ record }) => record === kept.record);
      await synced(ann, { whenRewritten: "putBack" });
      assert.deepEqual(await read(ann), before);
      assert.deepEqual(await remote.lines(), before);
      // For everybody else nothing is gone any more.
      await synced(ben);
      assert.deepEqual(await read(ben), before);
    });

    it("C21 accept the removal: what is gone is gone here too, what was never sent is sent", async () => {
      const { ann, kept, gone, remote } = await shared(await open());
      const unsent = aNote({ title: "never sent" });
      const more = aComment(gone.record, [], "never sent either");
      await save(ann, [...unsent.lines, more]);
      const { mark } = await ann.read();
      await remote.rewrite(({ record }) => record === kept.record);
      await synced(ann, { whenRewritten: "acceptRemoval" });
      const left = idsOfLines([...kept.lines, ...unsent.lines, more]);
      assert.deepEqual(await read(ann), left);
      assert.deepEqual(await remote.lines(), left);
      const on = await ann.readSince(mark);
      assert.deepEqual([on.whole, idsOf(on)], [true, left]);
      assert.equal(await ann.waiting(), 0);
      assert.deepEqual(await sync(ann), { kind: "synced", received: [], sent: 0 });
    });

    it("C22 accept the removal: another process on the same clone forgets it as well", async () => {
      const world = await open();
      const { ann, kept, remote } = await shared(world);
      const window = world.open("ann");
      const { mark } = await window.read();
      await remote.rewrite(({ record }) => record === kept.record);
      await synced(ann, { whenRewritten: "acceptRemoval" });
      const on = await window.readSince(mark);
      assert.deepEqual([on.whole, idsOf(on)], [true, idsOfLines(kept.lines)]);
    });

    it("C23 a deleted branch stops the sync; put back brings its history back too", async () => {
      const { ann, kept, gone, remote } = await shared(await open());
      const before = await read(ann);
      const history = await remote.history();
      await remote.delete();
      const outcome = await sync(ann);
      assert.deepEqual(outcome, {
        kind: "rewritten",
        deleted: true,
        gone: new Map([
          [kept.record, 1],
          [gone.record, 2],
        ]),
        waiting: 0,
      });
      assert.equal(await remote.lines(), undefined);
      await synced(ann, { whenRewritten: "putBack" });
      assert.deepEqual(await remote.lines(), before);
      assert.deepEqual(await remote.history(), history);
    });

    it("C24 a deleted branch put back holds what waited as well", async () => {
      const { ann, remote } = await shared(await open());
      await save(ann, aNote({ title: "never sent" }).lines);
      await remote.delete();
      assert.equal((await synced(ann, { whenRewritten: "putBack" })).sent, 1);
      assert.deepEqual(await remote.lines(), await read(ann));
    });

    it("C25 a deleted branch, removal accepted: a new one starts with what was never sent", async () => {
      const { ann, remote } = await shared(await open());
      const unsent = aNote({ title: "never sent" });
      await save(ann, unsent.lines);
      await remote.delete();
      await synced(ann, { whenRewritten: "acceptRemoval" });
      assert.deepEqual(await remote.lines(), idsOfLines(unsent.lines));
      assert.deepEqual(await read(ann), idsOfLines(unsent.lines));
      assert.equal((await remote.history()).length, 1);
    });

    it("C26 lines that a commit takes out are gone in the same way", async () => {
      const { ann, gone, remote } = await shared(await open());
      const before = await read(ann);
      await remote.removeByCommit(({ record }) => record === gone.record);
      const outcome = await sync(ann);
      assert.deepEqual(outcome.kind === "rewritten" && [...outcome.gone], [[gone.record, 2]]);
      await synced(ann, { whenRewritten: "putBack" });
      assert.deepEqual(await remote.lines(), before);
    });

    it("C27 a rewritten branch that still holds every line is taken over, and asks nothing", async () => {
      const { ann, remote } = await shared(await open());
      await remote.rewrite(() => true);
      assert.deepEqual(await sync(ann), { kind: "synced", received: [], sent: 0 });
      await save(ann, aNote({ title: "after" }).lines);
      await synced(ann);
      assert.deepEqual(await remote.lines(), await read(ann));
      assert.equal((await remote.history()).length, 2);
    });

    it("C28 a branch of that name that is no record is left alone", async () => {
      const { open: openStore, remote } = await open();
      await remote.writeFile("src/main.c", "int main(void) { return 0; }\n");
      const ann = openStore("ann");
      await save(ann, aNote().lines);
      const outcome = await sync(ann);
      assert.equal(outcome.kind === "failed" ? outcome.failure.reason : outcome.kind, "notOurs");
      assert.equal((await remote.history()).length, 1);
      assert.equal(await ann.waiting(), 1);
    });

    it("C29 pages go with the commit; what else is on the branch stays", async () => {
      const { ann, ben, remote } = await shared(await open());
      await remote.writeFile("CODEOWNERS", "* @pm\n");
      await save(ann, aNote({ title: "new" }).lines);
      const pages: Page[] = [
        { path: "README.md", text: "# What is open\n" },
        { path: 'notes/a "quoted" name, é.md', text: "é\n" },
      ];
      await synced(ann, { render: () => pages });
      for (const { path, text } of pages) assert.equal(await remote.file(path), text);
      assert.equal(await remote.file("CODEOWNERS"), "* @pm\n");
      await synced(ben);
      assert.deepEqual(await read(ben), await read(ann));
    });

    it("C30 the pages are made from what comes in and what goes out, anew after a lost race", async () => {
      const { open: openStore, remote } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const one = aNote({ title: "one" });
      const two = aNote({ title: "two" });
      await save(ann, one.lines);
      await save(ben, two.lines);
      remote.beforeNextPush(() => synced(ben));
      const seen: unknown[] = [];
      await synced(ann, {
        render: (incoming, outgoing) => {
          seen.push([[...incoming.keys()], idsOfLines(outgoing)]);
          return [];
        },
      });
      assert.deepEqual(seen, [
        [[], idsOfLines(one.lines)],
        [[two.record], idsOfLines(one.lines)],
      ]);
    });

    it("C60 the pages are given every record that goes out whole, as the branch holds it without what goes out", async () => {
      const { open: openStore } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const { record, line, lines } = aNote({ title: "one" });
      await save(ann, lines);
      await synced(ann);
      await synced(ben);
      const theirs = aComment(record, [line.id], "Ben's");
      const ours = aComment(record, [line.id], "Ann's");
      await save(ben, [theirs]);
      await synced(ben);
      await save(ann, [ours]);
      const seen: unknown[] = [];
      const render: SyncRequest["render"] = (incoming, outgoing) => {
        seen.push([[...incoming].map(([, whole]) => whole.map(({ id }) => id).sort()), idsOfLines(outgoing)]);
        return [];
      };
      await synced(ann, { render });
      const more = aComment(record, [line.id], "Ann's again");
      await save(ann, [more]);
      await synced(ann, { render });
      assert.deepEqual(seen, [
        [[[line.id, theirs.line.id].sort()], [ours.line.id]],
        [[[line.id, theirs.line.id, ours.line.id].sort()], [more.line.id]],
      ]);
    });

    it("C61 some records are read whole, wherever their lines are", async () => {
      const { open: openStore } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const one = aNote({ title: "one" });
      const two = aNote({ title: "two" });
      await save(ann, [...one.lines, ...two.lines]);
      await synced(ann);
      await synced(ben);
      const sent = aComment(one.record, [one.line.id], "sent");
      await save(ben, [sent]);
      await synced(ben);
      await synced(ann);
      const waits = aComment(one.record, [sent.line.id], "waits");
      await save(ann, [waits]);
      const unknown = "0".repeat(64);
      const found = await ann.lines([one.record, unknown]);
      assert.deepEqual(
        new Set(found.get(one.record)?.map(({ id }) => id)),
        new Set([one.line.id, sent.line.id, waits.line.id]),
      );
      assert.deepEqual(
        [found.get(one.record)?.length, found.get(unknown) ?? [], found.has(two.record)],
        [3, [], false],
      );
    });

    it("C62 who reads everything is handed records while others come: each whole, and once, there or in the answer", async () => {
      const { open: openStore } = await open();
      const [ann, other] = [openStore("ann"), openStore("ann")];
      const one = aNote({ title: "one" });
      const two = aNote({ title: "two" });
      await save(ann, [...one.lines, ...two.lines]);
      await synced(ann);
      await save(ann, [aComment(one.record, [one.line.id], "waits"), ...aNote({ title: "three" }).lines]);
      const handed = new Map<string, readonly Line[]>();
      const { records, whole } = await other.read((record, lines) => {
        assert.ok(!handed.has(record));
        handed.set(record, lines);
      });
      assert.ok(whole && handed.has(two.record), "a record that nothing waits for");
      for (const record of handed.keys()) assert.ok(!records.has(record));
      const sorted = (all: Iterable<readonly [string, readonly Line[]]>) =>
        [...all].map(([record, lines]) => [record, lines.map(({ id }) => id).sort()]).sort();
      assert.deepEqual(sorted([...handed, ...records]), sorted((await other.read()).records));
    });

    it("C31 lines of any bytes go around unchanged", async () => {
      const { open: openStore } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const { record, line, lines } = aNote({ title: "__proto__" });
      const odd = [
        rawLine(record, '{"broken":'),
        rawLine(record, Uint8Array.from([0xff, 0xfe, 0x00, 0x80, 0x0d])),
        rawLine(record, '{"v":2,"record":"' + record + '","seen":[],"later":1}'),
        rawLine(record, '{"v":1,"n":123456789012345678901234567890,"__proto__":{"x":1},"n":2} '),
        rawLine(record, "--help"),
        rawLine(record, "\u2028<<<<<<< HEAD"),
      ];
      await save(ann, [...lines, ...odd]);
      await synced(ann);
      await synced(ben);
      await save(ben, [aComment(record, [line.id], "after the odd ones")]);
      await synced(ben);
      await synced(ann);
      const found = new Map((await ann.read()).records.get(record)?.map(({ id, bytes }) => [id, bytes]));
      for (const { line: expected } of odd) {
        assert.deepEqual(Buffer.from(found.get(expected.id) ?? []), Buffer.from(expected.bytes));
      }
      assert.equal(found.size, odd.length + 2);
      assert.deepEqual(await read(ben), await read(ann));
    });

    it("C32 the same line saved twice is one line", async () => {
      const { open: openStore, remote } = await open();
      const [ann, window, ben] = [openStore("ann"), openStore("ann"), openStore("ben")];
      const { lines } = aNote();
      await save(ann, lines);
      await save(window, lines);
      await save(ben, lines);
      assert.equal(await ann.waiting(), 1);
      await synced(ben);
      assert.equal((await synced(ann)).sent, 0);
      assert.deepEqual(await read(window), idsOfLines(lines));
      assert.deepEqual(await remote.lines(), idsOfLines(lines));
    });

    it("C33 without a remote everything is kept and waits", async () => {
      const store = (await open()).openWithoutRemote("ann");
      const { lines } = aNote();
      await save(store, lines);
      assert.deepEqual(await sync(store), { kind: "noRemote" });
      assert.deepEqual([await store.waiting(), await read(store)], [1, idsOfLines(lines)]);
    });

    it("C34 others are told when something was saved, and when something was received", async () => {
      const { open: openStore } = await open();
      const [ann, window, ben] = [openStore("ann"), openStore("ann"), openStore("ben")];
      let told = 0;
      const subscription = window.onDidChange(() => (told += 1));
      // A watcher that has just been set up may not have looked around yet: saved again until it is noticed.
      await until("a save to be noticed", async () => {
        await save(ann, aNote().lines);
        return told > 0;
      });
      await synced(ann);
      await save(ben, aNote({ title: "Ben's" }).lines);
      await synced(ben);
      const before = told;
      await synced(ann);
      await until("what was received to be noticed", () => told > before);
      subscription.dispose();
    });

    it("C35 a second sync while one is running joins it", async () => {
      const { open: openStore, remote } = await open();
      const ann = openStore("ann");
      await save(ann, aNote().lines);
      const outcomes = await Promise.all([sync(ann), sync(ann), sync(ann)]);
      assert.deepEqual(outcomes[1], outcomes[0]);
      assert.deepEqual(outcomes[2], outcomes[0]);
      assert.equal((await remote.history()).length, 1);
    });

    it("C36 two processes of one clone that sync at once send everything once", async () => {
      const { open: openStore, remote } = await open();
      const stores = [openStore("ann"), openStore("ann"), openStore("ann")];
      for (const store of stores) await save(store, aNote().lines);
      const outcomes = await Promise.all(stores.map((store) => sync(store)));
      assert.ok(outcomes.every(({ kind }) => kind === "synced" || kind === "gaveUp"));
      for (const store of stores) await synced(store);
      assert.equal((await remote.lines())?.length, 3);
      for (const store of stores) assert.deepEqual(await read(store), await remote.lines());
    });

    it("C37 a cancelled sync changes nothing", async () => {
      const { open: openStore, remote } = await open();
      const ann = openStore("ann");
      await save(ann, aNote().lines);
      const outcome = await sync(ann, { signal: AbortSignal.abort() });
      assert.equal(outcome.kind === "failed" ? outcome.failure.reason : outcome.kind, "cancelled");
      assert.deepEqual([await ann.waiting(), await remote.lines()], [1, undefined]);
    });

    it("C38 a push whose answer got lost is found to have gone through", async () => {
      const { open: openStore, remote } = await open();
      const ann = openStore("ann");
      await save(ann, aNote().lines);
      remote.loseNextAnswer();
      assert.equal((await sync(ann)).kind, "failed");
      assert.equal(await ann.waiting(), 1);
      assert.equal((await synced(ann)).sent, 0);
      assert.equal(await ann.waiting(), 0);
      assert.equal((await remote.history()).length, 1);
    });

    it("C39 what is saved while a sync runs waits for the next one", async () => {
      const { open: openStore, remote } = await open();
      const ann = openStore("ann");
      await save(ann, aNote({ title: "before" }).lines);
      const during = aNote({ title: "during" });
      remote.beforeNextPush(() => save(ann, during.lines));
      await synced(ann);
      assert.equal(await ann.waiting(), 1);
      assert.equal((await read(ann)).length, 2);
      assert.equal((await synced(ann)).sent, 1);
      assert.deepEqual(await remote.lines(), await read(ann));
    });

    it("C40 the ids of a record's lines say nothing of their order: a comment may arrive before its note", async () => {
      const { open: openStore } = await open();
      const [ann, ben] = [openStore("ann"), openStore("ben")];
      const { record, line, lines } = aNote();
      const comment = {
        record,
        line: anEvent({ record, type: "commented", seen: [line.id], data: { text: "?" } }),
      };
      await save(ben, [comment]);
      await synced(ben);
      await synced(ann);
      await save(ann, lines);
      await synced(ann);
      await synced(ben);
      assert.deepEqual(await read(ben), idsOfLines([...lines, comment]));
    });

    it("C41 an earlier tip is not taken over where another process took over a later one meanwhile", async () => {
      const { open: openStore, remote } = await open();
      const [ann, window, ben] = [openStore("ann"), openStore("ann"), openStore("ben")];
      await save(ben, aNote({ title: "Ben's" }).lines);
      await synced(ben);
      await save(window, aNote({ title: "from the other window" }).lines);
      let isOver = false;
      remote.afterNextFetch(async () => {
        await synced(window);
        isOver = true;
      });
      await synced(ann);
      assert.ok(isOver);
      assert.deepEqual(await read(ann), await remote.lines());
      assert.equal((await read(ann)).length, 2);
    });

    it("C42 a line that is taken out is out of the branch and its history, the rest stays, and nobody is asked", async () => {
      const world = await open();
      const { ann, ben, kept, gone, secret, remote } = await shared(world);
      const window = world.open("ann");
      const { mark } = await window.read();
      const before = await remote.lines();
      const redaction = aRedaction(gone.record, [secret.line.id]);
      const outcome = await synced(ann, { redactions: [redaction] });
      assert.deepEqual([outcome.sent, outcome.redacted], [1, 1]);
      const left = [...(before ?? []), redaction.line.id].filter((id) => id !== secret.line.id).sort();
      assert.deepEqual(await remote.lines(), left);
      assert.equal((await remote.history()).length, 1, "no past");
      assert.equal((await synced(ben)).redacted, 1);
      for (const store of [ann, ben, window]) {
        assert.deepEqual(await read(store), left);
        assert.equal(await store.waiting(), 0);
      }
      const on = await window.readSince(mark);
      assert.ok(!idsOf(on).includes(secret.line.id));
      assert.deepEqual(await sync(ben), { kind: "synced", received: [], sent: 0 });
      assert.ok(kept.lines.every(({ line }) => left.includes(line.id)));
    });

    it("C43 a clone that was away keeps what it has not sent, and brings nothing back", async () => {
      const { ann, ben, gone, secret, remote } = await shared(await open());
      // The same line waits there again, beside lines of its own on the same record and another.
      const more = aComment(gone.record, [secret.line.id], "said beside it");
      const own = aNote({ title: "never sent" });
      await save(ben, [more, ...own.lines, secret]);
      await synced(ann, { redactions: [aRedaction(gone.record, [secret.line.id])] });
      await synced(ben);
      await synced(ann);
      const lines = (await remote.lines()) ?? [];
      assert.ok(!lines.includes(secret.line.id));
      for (const { line } of [more, ...own.lines]) assert.ok(lines.includes(line.id));
      assert.deepEqual(await read(ann), lines);
      assert.deepEqual(await read(ben), lines);
      assert.equal(await ben.waiting(), 0);
    });

    it("C44 a line that was never sent is taken out without ever being sent", async () => {
      const { ann, ben, kept, remote } = await shared(await open());
      const secret = aComment(kept.record, [], "never sent");
      await save(ann, [secret]);
      const redaction = aRedaction(kept.record, [secret.line.id]);
      await synced(ann, { redactions: [redaction] });
      await synced(ben);
      for (const ids of [await remote.lines(), await read(ann), await read(ben)]) {
        assert.ok(ids?.includes(redaction.line.id));
        assert.equal(ids?.includes(secret.line.id), false);
      }
      assert.equal(await ann.waiting(), 0);
    });

    it("C45 taking out needs the remote: offline, or where a rule refuses, nothing has changed", async () => {
      const { ann, gone, secret, remote } = await shared(await open());
      const redactions = [aRedaction(gone.record, [secret.line.id])];
      const [before, there] = [await read(ann), await remote.lines()];
      await remote.setOffline(true);
      assert.equal((await sync(ann, { redactions })).kind, "failed");
      await remote.setOffline(false);
      await remote.setRefusing(true);
      const refused = await sync(ann, { redactions });
      assert.equal(refused.kind === "failed" ? refused.failure.reason : refused.kind, "refusedByRule");
      await remote.setRefusing(false);
      assert.deepEqual(await read(ann), before);
      assert.deepEqual(await remote.lines(), there);
      assert.equal(await ann.waiting(), 0);
      assert.deepEqual(await sync(ann), { kind: "synced", received: [], sent: 0 });
    });

    it("C46 who pushes while a line is taken out loses nothing", async () => {
      const { ann, ben, gone, secret, remote } = await shared(await open());
      const raced = aNote({ title: "raced" });
      await save(ben, raced.lines);
      remote.beforeNextPush(() => sync(ben));
      await synced(ann, { redactions: [aRedaction(gone.record, [secret.line.id])] });
      await synced(ben);
      const lines = (await remote.lines()) ?? [];
      assert.ok(!lines.includes(secret.line.id));
      assert.ok(lines.includes(raced.line.id));
      assert.equal((await remote.history()).length, 1);
      assert.deepEqual(await read(ann), lines);
      assert.deepEqual(await read(ben), lines);
    });

    it("C47 two clones take out different lines at the same time: both are out", async () => {
      const { ann, ben, kept, gone, secret, remote } = await shared(await open());
      const [other] = kept.lines;
      assert.ok(other !== undefined);
      remote.beforeNextPush(() => sync(ben, { redactions: [aRedaction(kept.record, [other.line.id])] }));
      await synced(ann, { redactions: [aRedaction(gone.record, [secret.line.id])] });
      await synced(ben);
      const lines = (await remote.lines()) ?? [];
      for (const { line } of [secret, other]) assert.ok(!lines.includes(line.id));
      assert.deepEqual(await read(ann), lines);
      assert.deepEqual(await read(ben), lines);
    });

    it("C48 what else is on the branch stays where a line is taken out; all pages are made anew", async () => {
      const { ann, gone, secret, remote } = await shared(await open());
      await remote.writeFile("LICENSE", "ours");
      await remote.writeFile("notes/0/0/old.md", "the secret on a page");
      await synced(ann, {
        redactions: [aRedaction(gone.record, [secret.line.id])],
        render: () => [{ path: "notes/0/1/new.md", text: "page" }],
      });
      assert.equal(await remote.file("LICENSE"), "ours");
      assert.equal(await remote.file("notes/0/0/old.md"), undefined);
      assert.equal(await remote.file("notes/0/1/new.md"), "page");
    });

    it("C49 a branch that is forced back to before a line was taken out stops the sync; put back takes it out again, with its past", async () => {
      const { ann, ben, gone, secret, remote } = await shared(await open());
      const forceBack = await remote.remember();
      const redaction = aRedaction(gone.record, [secret.line.id]);
      await synced(ann, { redactions: [redaction] });
      await synced(ben);
      const clean = await remote.lines();
      const waits = aNote({ title: "not sent yet" });
      await save(ann, waits.lines);
      await forceBack();
      const stopped = await sync(ann);
      assert.deepEqual(stopped, {
        kind: "rewritten",
        deleted: false,
        gone: new Map([[gone.record, 1]]),
        back: 1,
        waiting: 1,
      });
      assert.ok(!(await read(ann)).includes(secret.line.id), "nothing came back here");
      assert.equal((await synced(ann, { whenRewritten: "putBack" })).redacted, 1);
      const mended = [...(clean ?? []), waits.line.id].sort();
      assert.deepEqual(await remote.lines(), mended);
      assert.equal((await remote.history()).length, 1, "no past");
      // Who had not seen the branch go back, and who took the line for there again.
      await synced(ben);
      for (const store of [ann, ben]) {
        assert.deepEqual(await read(store), mended);
        assert.equal(await store.waiting(), 0);
      }
    });

    it("C51 what nobody else has is taken out of this machine alone, also for its other processes, and never sent", async () => {
      const world = await open();
      const [ann, window] = [world.open("ann"), world.open("ann")];
      const note = aNote({ title: "kept" });
      const secret = aComment(note.record, [note.line.id], "never sent");
      await save(ann, [...note.lines, secret]);
      const other = aNote({ title: "of the other window" });
      await save(window, other.lines);
      const { mark } = await window.read();
      const redaction = aRedaction(note.record, [secret.line.id]);
      assert.deepEqual(await ann.takeOut([redaction]), { kind: "takenOut" });
      const left = idsOfLines([...note.lines, ...other.lines, redaction]);
      for (const store of [ann, window, world.open("ann")]) assert.deepEqual(await read(store), left);
      assert.ok(!idsOf(await window.readSince(mark)).includes(secret.line.id));
      const more = aComment(note.record, [note.line.id], "said after it");
      await save(window, [more]);
      await synced(ann);
      const all = idsOfLines([...note.lines, ...other.lines, redaction, more]);
      assert.deepEqual(await world.remote.lines(), all);
      assert.deepEqual(await read(window), all);
    });

    it("C52 what others may have is not taken out of this machine alone: nothing changes", async () => {
      const { ann, gone, secret } = await shared(await open());
      const before = await read(ann);
      const redaction = aRedaction(gone.record, [secret.line.id]);
      assert.deepEqual(await ann.takeOut([redaction]), { kind: "exchanged" });
      assert.deepEqual(await read(ann), before);
      assert.equal(await ann.waiting(), 0);
    });

    it("C50 a branch that is forced back to before a line was taken out: accepted, the line is there again", async () => {
      const { ann, gone, secret, remote } = await shared(await open());
      const forceBack = await remote.remember();
      const before = await remote.lines();
      await synced(ann, { redactions: [aRedaction(gone.record, [secret.line.id])] });
      await forceBack();
      await synced(ann, { whenRewritten: "acceptRemoval" });
      assert.deepEqual(await remote.lines(), before);
      assert.deepEqual(await read(ann), before);
    });
  });
}

/** Two clones in step on two records: one to keep, and one of two lines to take away. */
async function shared({ open: openStore, remote }: ContractWorld) {
  const [ann, ben] = [openStore("ann"), openStore("ben")];
  const kept = aNote({ title: "kept" });
  const gone = aNote({ title: "gone" });
  const secret = aComment(gone.record, [gone.line.id], "gone too");
  await save(ann, [...kept.lines, ...gone.lines, secret]);
  await synced(ann);
  await synced(ben);
  return { ann, ben, kept, gone, secret, remote };
}
