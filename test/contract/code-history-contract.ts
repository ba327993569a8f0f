import assert from "node:assert/strict";
import type { CodeHistory, FileChange, HistoryStep } from "../../src/app/code-history.ts";
import type { CodeText } from "../../src/app/ports.ts";
import type { Files } from "../support/memory-code-history.ts";

/** A repository whose history is made here. A new one for each test, without a commit. */
export interface HistoryWorld {
  readonly history: CodeHistory;
  /** Makes a commit of these files and no others on top of `parents`; a root where there is none. Answers its id. */
  readonly commit: (files: Files, ...parents: readonly string[]) => Promise<string>;
  /** Lets HEAD be at a commit; what is on disk stays as it is. */
  readonly putHead: (commit: string) => Promise<void>;
  /** Lets a branch be at a commit. */
  readonly putBranch: (name: string, commit: string) => Promise<void>;
  /** What is on disk from now on. */
  readonly putOnDisk: (files: {
    readonly tracked?: Files;
    readonly untracked?: Files;
    readonly ignored?: Files;
  }) => Promise<void>;
  /** The id of a file's content. */
  readonly objectOf: (content: string | Uint8Array) => string;
}

/** Text of `count` lines that no other name's text has. */
export const linesOf = (name: string, count = 30): string =>
  Array.from({ length: count }, (_, at) => `const ${name}${at} = ${name}(${at * 7});\n`).join("");

const text = (content: string): CodeText => ({ kind: "text", text: content });
const missing: CodeText = { kind: "missing" };
const nobody = "1234567890".repeat(4);

const filesWith = async (
  history: CodeHistory,
  parts: readonly string[],
  limit: number,
): Promise<readonly string[] | undefined> => (await history.filesWith([parts], limit))[0];

/** A step's changes in order of their paths. */
const sorted = (steps: readonly HistoryStep[] | undefined): readonly HistoryStep[] | undefined =>
  steps?.map(({ commit, changes }) => ({
    commit,
    changes: [...changes].sort((one, other) => (one.path < other.path ? -1 : 1)),
  }));

const ids = (steps: readonly HistoryStep[] | undefined): readonly string[] | undefined =>
  steps?.map(({ commit }) => commit);

/** What every history of code answers, whatever stands behind it. */
export function codeHistoryContract(name: string, open: () => Promise<HistoryWorld>): void {
  describe(`${name} keeps the contract of the code's history`, () => {
    it("H1 texts come in the order asked for, by path or object, as often as asked for", async () => {
      const { history, commit, objectOf } = await open();
      const first = await commit({ "a.ts": "one\n", "lib/b.ts": "two\n" });
      const second = await commit({ "a.ts": "three\n", "lib/b.ts": "two\n" }, first);
      assert.deepEqual(
        await history.texts([
          { commit: second, path: "a.ts" },
          { commit: first, path: "lib/b.ts" },
          { object: objectOf("one\n") },
          { commit: first, path: "a.ts" },
          { commit: second, path: "lib/b.ts" },
          { object: objectOf("one\n") },
        ]),
        [text("three\n"), text("two\n"), text("one\n"), text("one\n"), text("two\n"), text("one\n")],
      );
      assert.deepEqual(await history.texts([]), []);
    });

    it("H2 what nobody has, and what can't be a file, is missing", async () => {
      const { history, commit, objectOf } = await open();
      const made = await commit({ "a.ts": "one\n", "lib/b.ts": "two\n" });
      const paths = ["b.ts", "lib", "", "./a.ts", "../a.ts", "/a.ts", "lib/", "lib//b.ts", "lib/../a.ts"];
      const hostile = ["a.ts\n", "a.ts\0", "a.ts\r", `x\n${made}:a.ts`, "a.ts^{}", "*"];
      const commits = [nobody, "", "HEAD", made.slice(0, 12), made.toUpperCase(), `${made}\n`, `${made}^0`];
      const asked = [
        ...[...paths, ...hostile].map((path) => ({ commit: made, path })),
        ...commits.map((id) => ({ commit: id, path: "a.ts" })),
        ...[nobody, made, "", "HEAD:a.ts", `${made}:a.ts`, objectOf("one\n").slice(0, 10)].map((object) => ({
          object,
        })),
      ];
      const found = await history.texts([...asked, { commit: made, path: "a.ts" }]);
      assert.deepEqual(found, [...asked.map(() => missing), text("one\n")]);
    });

    it("H3 what is text is read as from the disk", async () => {
      const { history, commit } = await open();
      const nulAt = (at: number) => `${"x".repeat(at)}\0\n`;
      const files: Files = {
        binary16: Buffer.from("\uFEFFa\0b", "utf16le"),
        bom: "\uFEFFa\r\nb\r",
        empty: "",
        image: nulAt(7999),
        late: nulAt(8000),
        latin1: Buffer.from("caf\xE9\n", "latin1"),
        mixed: Buffer.concat([Buffer.from("é\n"), Buffer.from("\xE9\n", "latin1")]),
        newlines: "\n\n",
        odd16: Buffer.from([0xff, 0xfe, 0x41, 0, 0x42]),
        other: "é€😀\n",
        utf16be: Buffer.from("\uFEFFé😀\n", "utf16le").swap16(),
        utf16bePlain: Buffer.from("one\n", "utf16le").swap16(),
        utf16le: Buffer.from("\uFEFFé😀\n", "utf16le"),
        utf16lePlain: Buffer.from("one\n", "utf16le"),
        utf16Lone: Buffer.from("\uFEFFa\uD800b", "utf16le"),
      };
      const made = await commit(files);
      assert.deepEqual(await history.texts(Object.keys(files).map((path) => ({ commit: made, path }))), [
        { kind: "notText" },
        text("a\r\nb\r"),
        text(""),
        { kind: "notText" },
        text(nulAt(8000)),
        text("caf\uFFFD\n"),
        text("é\n\uFFFD\n"),
        text("\n\n"),
        { kind: "notText" },
        text("é€😀\n"),
        text("é😀\n"),
        text("one\n"),
        text("é😀\n"),
        text("one\n"),
        text("a\uFFFDb"),
      ]);
    });

    it("H4 a text over 20 MB is too large, and does not keep others from being read", async () => {
      const { history, commit } = await open();
      const limit = 20 * 1024 * 1024;
      const made = await commit({ large: "x".repeat(limit + 1), most: "x".repeat(limit), small: "x" });
      const [large, most, small] = await history.texts(
        ["large", "most", "small"].map((path) => ({ commit: made, path })),
      );
      assert.deepEqual([large, most?.kind, small], [{ kind: "tooLarge" }, "text", text("x")]);
    });

    it("H5 files that hold a part come with most such lines first, as many as asked for", async () => {
      const { history, putOnDisk } = await open();
      await putOnDisk({
        tracked: { "src/two.ts": "vat(1)\nvat(2)\nother\n", "src/none.ts": "nothing\n" },
        untracked: {
          "one.ts": "  vat(1)",
          "deep/down/four.ts": "vat\n\nvat\r\nvat vat\ntax\n",
          "b.ts": "tax\n",
        },
      });
      const all = ["deep/down/four.ts", "src/two.ts", "b.ts", "one.ts"];
      assert.deepEqual(await filesWith(history, ["vat", "tax"], 10), all);
      assert.deepEqual(await filesWith(history, ["vat", "tax"], 2), all.slice(0, 2));
      assert.deepEqual(await filesWith(history, ["vat(2)"], 10), ["src/two.ts"]);
      assert.deepEqual(await filesWith(history, ["nowhere"], 10), []);
      assert.deepEqual(await filesWith(history, ["vat"], 0), []);
    });

    it("H5a many lists of parts are answered each as if it were alone, in order", async () => {
      const { history, putOnDisk } = await open();
      await putOnDisk({
        tracked: { "both.ts": "vat tax\nvat\n", "vat.ts": "vat 1\nvat 2\nvat 3\n" },
        untracked: { "tax.ts": "tax on vat\n" },
      });
      const lists = [["vat"], ["nowhere"], [], ["tax", "vat 2"], ["vat"], ["on vat", "\n"], ["ta"]];
      const alone = await Promise.all(lists.map((parts) => filesWith(history, parts, 2)));
      assert.deepEqual(await history.filesWith(lists, 2), alone);
      assert.deepEqual(alone[3], ["both.ts", "tax.ts"]);
      assert.deepEqual(await history.filesWith([], 2), []);
    });

    it("H6 no part is a pattern, case counts, and parts that are no piece of a line are left out", async () => {
      const { history, putOnDisk } = await open();
      const long = "y".repeat(500);
      await putOnDisk({
        untracked: {
          "a.ts": "if (a[0].*b \\w+ $x^ \"q\" 'r') {\n",
          "b.ts": "IF (ab)\n",
          "c.ts": `${long}y\n`,
          "d.ts": "-f --count -- HEAD é😀\n",
        },
      });
      for (const part of ["a[0].*b", "\\w+", "$x^", "\"q\" 'r')"]) {
        assert.deepEqual(await filesWith(history, [part], 10), ["a.ts"], part);
      }
      assert.deepEqual(await filesWith(history, ["a.b", "w+$", "(ab)|x", "if (ab)"], 10), []);
      for (const part of ["-f", "--count", "-- HEAD", "é😀"]) {
        assert.deepEqual(await filesWith(history, [part], 10), ["d.ts"], part);
      }
      assert.deepEqual(await filesWith(history, [long], 10), ["c.ts"]);
      const unusable = ["", "if\nIF", "a\0b", `${long}y`];
      assert.deepEqual(await filesWith(history, unusable, 10), []);
      assert.deepEqual(await filesWith(history, [...unusable, "(ab)"], 10), ["b.ts"]);
      assert.deepEqual(await filesWith(history, [], 10), []);
    });

    it("H7 files that are ignored or not text are not searched", async () => {
      const { history, putOnDisk } = await open();
      await putOnDisk({
        tracked: { "a b.ts": "needle\n", "image.png": "needle\n\0" },
        untracked: { "new.ts": "needle\n", image: "\0needle\n" },
        ignored: { "out/a.js": "needle\nneedle\n" },
      });
      assert.deepEqual(await filesWith(history, ["needle"], 10), ["a b.ts", "new.ts"]);
    });

    it("H8 the way to HEAD is told oldest first, with what each commit did", async () => {
      const { history, commit, putHead, objectOf } = await open();
      const [a, b, c] = [linesOf("a"), linesOf("b"), linesOf("c")];
      const start = await commit({ "a.ts": a, "b.ts": b });
      const change = await commit({ "a.ts": `${a}end\n`, "b.ts": b }, start);
      const nothing = await commit({ "a.ts": `${a}end\n`, "b.ts": b }, change);
      const add = await commit({ "a.ts": `${a}end\n`, "b.ts": b, "lib/c.ts": c }, nothing);
      const remove = await commit({ "a.ts": a, "lib/c.ts": c }, add);
      await putHead(remove);
      const expected: HistoryStep[] = [
        {
          commit: change,
          changes: [{ kind: "changed", path: "a.ts", from: undefined, object: objectOf(`${a}end\n`) }],
        },
        { commit: nothing, changes: [] },
        {
          commit: add,
          changes: [{ kind: "added", path: "lib/c.ts", from: undefined, object: objectOf(c) }],
        },
        {
          commit: remove,
          changes: [
            { kind: "changed", path: "a.ts", from: undefined, object: objectOf(a) },
            { kind: "deleted", path: "b.ts", from: undefined, object: undefined },
          ],
        },
      ];
      assert.deepEqual(sorted(await history.stepsSince(start)), expected);
      assert.deepEqual(sorted(await history.stepsSince(nothing)), expected.slice(2));
      assert.deepEqual(await history.stepsSince(remove), []);
    });

    it("H9 no way leads from what is no ancestor of HEAD, or not here", async () => {
      const { history, commit, putHead, objectOf } = await open();
      const start = await commit({ "a.ts": "one\n" });
      assert.equal(await history.stepsSince(nobody), undefined);
      const here = await commit({ "a.ts": "two\n" }, start);
      const ahead = await commit({ "a.ts": "three\n" }, here);
      const beside = await commit({ "a.ts": "four\n" }, start);
      const unrelated = await commit({ "a.ts": "five\n" });
      await putHead(here);
      const none = [ahead, beside, unrelated, nobody, objectOf("one\n")];
      for (const from of [...none, "", "HEAD", `${start}\n`, start.slice(0, 10), "--all"]) {
        assert.equal(await history.stepsSince(from), undefined, from);
      }
      assert.deepEqual(ids(await history.stepsSince(start)), [here]);
    });

    it("H10 renames are found: as they are, beside edits, in a row, of a folder", async () => {
      const { history, commit, putHead, objectOf } = await open();
      const [a, b, c] = [linesOf("a"), linesOf("b"), linesOf("c")];
      const edited = a.replace("a(21)", "a(22)");
      const start = await commit({ "a.ts": a, "old/b.ts": b, "old/c.ts": c });
      const first = await commit({ "lib/a.ts": a, "old/b.ts": b, "old/c.ts": c }, start);
      const second = await commit({ "lib/tax.ts": edited, "old/b.ts": b, "old/c.ts": c }, first);
      const third = await commit({ "lib/tax.ts": edited, "new/b.ts": b, "new/c.ts": c }, second);
      const fourth = await commit(
        { "lib/tax.ts": linesOf("z"), "new/b.ts": b, "new/d.ts": linesOf("d") },
        third,
      );
      await putHead(fourth);
      const renamed = (from: string, path: string, content: string): FileChange => ({
        kind: "renamed",
        path,
        from,
        object: objectOf(content),
      });
      assert.deepEqual(sorted(await history.stepsSince(start)), [
        { commit: first, changes: [renamed("a.ts", "lib/a.ts", a)] },
        { commit: second, changes: [renamed("lib/a.ts", "lib/tax.ts", edited)] },
        {
          commit: third,
          changes: [renamed("old/b.ts", "new/b.ts", b), renamed("old/c.ts", "new/c.ts", c)],
        },
        {
          commit: fourth,
          changes: [
            { kind: "changed", path: "lib/tax.ts", from: undefined, object: objectOf(linesOf("z")) },
            { kind: "deleted", path: "new/c.ts", from: undefined, object: undefined },
            { kind: "added", path: "new/d.ts", from: undefined, object: objectOf(linesOf("d")) },
          ],
        },
      ]);
    });

    it("H11 a merge on the way is one step, compared with its first parent", async () => {
      const { history, commit, putHead, objectOf } = await open();
      const start = await commit({ "a.ts": "1\n", "b.ts": "1\n" });
      const ours = await commit({ "a.ts": "2\n", "b.ts": "1\n" }, start);
      const theirs = await commit({ "a.ts": "1\n", "b.ts": "2\n" }, start);
      const merge = await commit({ "a.ts": "2\n", "b.ts": "2\n" }, ours, theirs);
      const end = await commit({ "a.ts": "3\n", "b.ts": "2\n" }, merge);
      await putHead(end);
      const change = (path: string, content: string): FileChange => ({
        kind: "changed",
        path,
        from: undefined,
        object: objectOf(content),
      });
      assert.deepEqual(sorted(await history.stepsSince(start)), [
        { commit: ours, changes: [change("a.ts", "2\n")] },
        { commit: merge, changes: [change("b.ts", "2\n")] },
        { commit: end, changes: [change("a.ts", "3\n")] },
      ]);
    });

    it("H12 from a commit that came in by a merge the way starts with that merge", async () => {
      const { history, commit, putHead, objectOf } = await open();
      const start = await commit({ "a.ts": "1\n", "b.ts": "1\n" });
      const before = await commit({ "a.ts": "2\n", "b.ts": "1\n" }, start);
      const theirs = await commit({ "a.ts": "1\n", "b.ts": "2\n" }, start);
      const theirLast = await commit({ "a.ts": "1\n", "b.ts": "3\n" }, theirs);
      const beforeToo = await commit({ "a.ts": "3\n", "b.ts": "1\n" }, before);
      const merge = await commit({ "a.ts": "3\n", "b.ts": "3\n" }, beforeToo, theirLast);
      const end = await commit({ "a.ts": "4\n", "b.ts": "3\n" }, merge);
      await putHead(end);
      for (const from of [theirs, theirLast]) {
        const steps = await history.stepsSince(from);
        assert.deepEqual(ids(steps), [merge, end]);
        // Compared with its first parent: from the branch's own state nothing of it is a change.
        assert.deepEqual(steps?.[0]?.changes, [
          { kind: "changed", path: "b.ts", from: undefined, object: objectOf("3\n") },
        ]);
      }
      await putHead(merge);
      assert.deepEqual(ids(await history.stepsSince(theirs)), [merge]);
    });

    it("H13 merges within merges, an octopus, and a second way in change nothing of that", async () => {
      const { history, commit, putHead } = await open();
      let count = 0;
      const on = (...parents: readonly string[]) => commit({ "a.ts": `${(count += 1)}\n` }, ...parents);
      const start = await on();
      const main = await on(start);
      const inner = await on(start);
      const outer = await on(start);
      const outerMerge = await on(outer, inner);
      const other = await on(start);
      const octopus = await on(main, other, outerMerge);
      const again = await on(octopus, inner);
      const end = await on(again);
      await putHead(end);
      for (const from of [inner, outer, outerMerge, other]) {
        assert.deepEqual(ids(await history.stepsSince(from)), [octopus, again, end], from);
      }
      assert.deepEqual(ids(await history.stepsSince(main)), [octopus, again, end]);
      assert.deepEqual(ids(await history.stepsSince(start)), [main, octopus, again, end]);
    });

    it("H14 branches that merged each other", async () => {
      const { history, commit, putHead } = await open();
      let count = 0;
      const on = (...parents: readonly string[]) => commit({ "a.ts": `${(count += 1)}\n` }, ...parents);
      const start = await on();
      const [left, right] = [await on(start), await on(start)];
      const leftMerge = await on(left, right);
      const rightMerge = await on(right, left);
      const leftNext = await on(leftMerge);
      const rightNext = await on(rightMerge);
      const leftEnd = await on(leftNext, rightNext);
      await putHead(leftEnd);
      assert.deepEqual(ids(await history.stepsSince(start)), [left, leftMerge, leftNext, leftEnd]);
      assert.deepEqual(ids(await history.stepsSince(left)), [leftMerge, leftNext, leftEnd]);
      assert.deepEqual(ids(await history.stepsSince(right)), [leftMerge, leftNext, leftEnd]);
      assert.deepEqual(ids(await history.stepsSince(rightMerge)), [leftEnd]);
      assert.deepEqual(ids(await history.stepsSince(rightNext)), [leftEnd]);
      await putHead(rightNext);
      assert.deepEqual(ids(await history.stepsSince(left)), [rightMerge, rightNext]);
      assert.equal(await history.stepsSince(leftMerge), undefined);
    });

    it("H15 a history that was merged in from another root", async () => {
      const { history, commit, putHead } = await open();
      const start = await commit({ "a.ts": "1\n" });
      const next = await commit({ "a.ts": "2\n" }, start);
      const library = await commit({ "lib.ts": "1\n" });
      const libraryNext = await commit({ "lib.ts": "2\n" }, library);
      const merge = await commit({ "a.ts": "2\n", "lib.ts": "2\n" }, next, libraryNext);
      await putHead(merge);
      assert.deepEqual(ids(await history.stepsSince(library)), [merge]);
      assert.deepEqual(ids(await history.stepsSince(libraryNext)), [merge]);
      assert.deepEqual(ids(await history.stepsSince(start)), [next, merge]);
    });

    it("H16 which branches lead to a commit", async () => {
      const { history, commit, putBranch } = await open();
      const start = await commit({ "a.ts": "1\n" });
      const side = await commit({ "a.ts": "2\n" }, start);
      await putBranch("main", start);
      await putBranch("feature/tax", side);
      assert.deepEqual(await history.branchesWith(side, 3), ["feature/tax"]);
      assert.deepEqual([...(await history.branchesWith(start, 3))].sort(), ["feature/tax", "main"]);
      assert.equal((await history.branchesWith(start, 1)).length, 1);
      for (const nowhere of [nobody, "main", "--all", ""])
        assert.deepEqual(await history.branchesWith(nowhere, 3), [], nowhere);
    });
  });
}
