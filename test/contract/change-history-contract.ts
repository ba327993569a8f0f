import assert from "node:assert/strict";
import type { ChangeHistory, CodeCommit, Reading } from "../../src/app/change-history.ts";
import type { Files } from "../support/memory-code-history.ts";

export interface ToCommit {
  readonly files: Files;
  /** Seconds since 1970; each commit is a day after the one before, where it is left out. */
  readonly at?: number;
  readonly by?: { readonly name: string; readonly email: string };
  readonly subject?: string;
}

/** A repository whose history is made here. A new one for each test, without a commit. */
export interface ChangesWorld {
  readonly changes: ChangeHistory;
  readonly commit: (commit: ToCommit, ...parents: readonly string[]) => Promise<string>;
  /** From now on this clone has nothing before these commits. */
  readonly cutAt: (...commits: readonly string[]) => Promise<void>;
}

const ann = { name: "Ann", email: "ann@example.org" };
const ben = { name: "Ben", email: "ben@example.org" };
const nobody = "1234567890".repeat(4);

const lines = (name: string, count = 12): string =>
  Array.from({ length: count }, (_, at) => `const ${name}${at} = ${at * 7};\n`).join("");

type Read = (each: (commit: CodeCommit) => void) => Promise<Reading>;

async function collected(read: Read): Promise<{ commits: CodeCommit[]; reading: Reading }> {
  const commits: CodeCommit[] = [];
  const reading = await read((commit) => void commits.push(commit));
  return { commits, reading };
}

const ids = ({ commits }: { commits: readonly CodeCommit[] }): readonly string[] =>
  commits.map(({ id }) => id);
const all = { most: 1000 };
const whole: Reading = { kind: "read", cut: false };

/** What every history of changes answers, whatever stands behind it. */
export function changeHistoryContract(name: string, open: () => Promise<ChangesWorld>): void {
  describe(`${name} keeps the contract of the history of changes`, () => {
    it("E1 hands over commits newest first, with time, subject and files", async () => {
      const { changes, commit } = await open();
      const a = await commit({ files: { "a.ts": lines("a") }, subject: "Add a" });
      const b = await commit({ files: { "a.ts": lines("a"), "b.ts": lines("b") }, subject: "fix: b" }, a);
      const c = await commit({ files: { "a.ts": `${lines("a")}1\n` }, subject: "Drop b" }, b);
      const { commits, reading } = await collected((each) => changes.commits(c, all, each));
      assert.deepEqual(reading, whole);
      assert.deepEqual(
        commits.map(({ id, subject, files }) => [id, subject, files.map(({ path }) => path)]),
        [
          [c, "Drop b", ["a.ts", "b.ts"]],
          [b, "fix: b", ["b.ts"]],
          [a, "Add a", ["a.ts"]],
        ],
      );
      assert.ok(commits.every(({ at }, index) => at === commits[0]!.at - index * 86_400));
    });

    it("E2 stops at a time, and at a number of commits", async () => {
      const { changes, commit } = await open();
      let head = await commit({ files: { "a.ts": "0\n" }, at: 1_700_000_000 });
      for (let at = 1; at < 6; at++)
        head = await commit({ files: { "a.ts": `${at}\n` }, at: 1_700_000_000 + at * 1000 }, head);
      const read = (range: Parameters<ChangeHistory["commits"]>[1]) =>
        collected((each) => changes.commits(head, range, each));
      assert.equal((await read({ since: 1_700_003_000, most: 100 })).commits.length, 3);
      assert.equal((await read({ most: 2 })).commits.length, 2);
    });

    it("E3 leaves merges out, and counts what they bring in once", async () => {
      const { changes, commit } = await open();
      const a = await commit({ files: { "a.ts": "1\n" } });
      const b = await commit({ files: { "a.ts": "1\n", "b.ts": "1\n" } }, a);
      const c = await commit({ files: { "a.ts": "2\n" } }, a);
      const d = await commit({ files: { "a.ts": "2\n", "b.ts": "1\n" } }, b, c);
      assert.deepEqual(ids(await collected((each) => changes.commits(d, all, each))), [c, b, a]);
      assert.deepEqual(ids(await collected((each) => changes.commitsOf(d, "b.ts", each))), [b]);
      assert.deepEqual(ids(await collected((each) => changes.commitsOf(d, "a.ts", each))), [c, a]);
    });

    it("E4 follows a file under the names it had", async () => {
      const { changes, commit } = await open();
      const a = await commit({ files: { "old.ts": lines("a"), "b.ts": "1\n" } });
      const b = await commit({ files: { "old.ts": `${lines("a")}more\n`, "b.ts": "1\n" } }, a);
      const c = await commit({ files: { "lib/new.ts": `${lines("a")}most\n`, "b.ts": "1\n" } }, b);
      const d = await commit({ files: { "lib/new.ts": `${lines("a")}most\n`, "b.ts": "2\n" } }, c);
      const { commits, reading } = await collected((each) => changes.commitsOf(d, "lib/new.ts", each));
      assert.deepEqual(reading, whole);
      assert.deepEqual(
        commits.map(({ id, files }) => [id, files]),
        [
          [c, [{ path: "lib/new.ts", from: "old.ts" }]],
          [b, [{ path: "old.ts", from: undefined }]],
          [a, [{ path: "old.ts", from: undefined }]],
        ],
      );
      const everything = await collected((each) => changes.commits(d, all, each));
      assert.deepEqual(everything.commits[1]?.files, [{ path: "lib/new.ts", from: "old.ts" }]);
    });

    it("E5 follows lines, above which others come and go", async () => {
      const { changes, commit } = await open();
      const text = ["one", "two", "three", "four"];
      const put = (some: readonly string[]) => ({ files: { "a.ts": `${some.join("\n")}\n` } });
      const a = await commit(put(text));
      const b = await commit(put(["one", "two", "THREE", "four"]), a);
      const c = await commit(put(["zero", "one", "two", "THREE", "four"]), b);
      const read = (startLine: number, endLine: number, path = "a.ts") =>
        collected((each) => changes.commitsOfLines(c, path, { startLine, endLine }, each));
      const { commits, reading } = await read(4, 4);
      assert.deepEqual(reading, whole);
      assert.deepEqual(ids({ commits }), [b, a]);
      assert.deepEqual(commits[0]?.files, []);
      for (const [start, end, path] of [
        [6, 9, "a.ts"],
        [0, 2, "a.ts"],
        [3, 2, "a.ts"],
        [1, 1, "b.ts"],
      ] as const)
        assert.deepEqual((await read(start, end, path)).reading, { kind: "notHere" }, `${start} ${path}`);
    });

    it("E6 names the files of commits", async () => {
      const { changes, commit } = await open();
      const a = await commit({ files: { "a.ts": "1\n", "lib/b.ts": "1\n" } });
      const b = await commit({ files: { "a.ts": "2\n", "lib/c.ts": "1\n" } }, a);
      const found: [string, readonly string[]][] = [];
      assert.deepEqual(await changes.filesOf([b, a], (id, paths) => found.push([id, [...paths]])), whole);
      assert.deepEqual(found, [
        [b, ["a.ts", "lib/b.ts", "lib/c.ts"]],
        [a, ["a.ts", "lib/b.ts"]],
      ]);
      assert.deepEqual(await changes.filesOf([], () => assert.fail()), whole);
      assert.deepEqual(await changes.filesOf([nobody], () => assert.fail()), whole);
      assert.deepEqual(await changes.filesOf(["--all"], () => assert.fail()), { kind: "notHere" });
    });

    it("E7 tells people apart by number, and programs from people", async () => {
      const { changes, commit } = await open();
      const by = [
        ann,
        ben,
        { name: "Ann Other", email: "ANN@example.org" },
        { name: "renovate[bot]", email: "1+renovate[bot]@users.noreply.example.org" },
        { name: "", email: "" },
      ];
      let head = await commit({ files: { "a.ts": "0\n" }, by: ann });
      for (const [at, one] of by.entries())
        head = await commit({ files: { "a.ts": `${at + 1}\n` }, by: one }, head);
      const { commits } = await collected((each) => changes.commitsOf(head, "a.ts", each));
      const [none, bot, other, second, first, root] = commits.map(({ author }) => author);
      assert.equal(bot, undefined);
      assert.equal(first, root);
      assert.equal(first, other);
      assert.notEqual(first, second);
      assert.notEqual(none, first);
      const again = await collected((each) => changes.commits(head, all, each));
      assert.deepEqual(
        again.commits.map(({ author }) => author),
        commits.map(({ author }) => author),
      );
      assert.doesNotMatch(JSON.stringify(commits), /ann|ben|example/i);
    });

    it("E8 takes hostile paths as they are", async () => {
      const { changes, commit } = await open();
      const names = [
        "a b.ts",
        "-x.ts",
        ":(top)b.ts",
        "*.ts",
        "A\n\u0001b.ts",
        "M",
        "R100",
        "é/日本.ts",
        "a:b.ts",
        '"q".ts',
      ];
      const files = (text: string) => Object.fromEntries(names.map((one, at) => [one, `${at} ${text}\n`]));
      const a = await commit({ files: files("1") });
      const b = await commit({ files: files("2") }, a);
      const { commits } = await collected((each) => changes.commits(b, all, each));
      assert.deepEqual(commits[0]?.files.map(({ path }) => path).sort(), [...names].sort());
      for (const path of names) {
        assert.deepEqual(ids(await collected((each) => changes.commitsOf(b, path, each))), [b, a], path);
        const range = { startLine: 1, endLine: 1 };
        const read = await collected((each) => changes.commitsOfLines(b, path, range, each));
        assert.deepEqual(ids(read), [b, a], path);
      }
      for (const path of ["", "/a", "a//b", "../a", "a/../a b.ts", "a\0"]) {
        const read = await collected((each) => changes.commitsOf(b, path, each));
        assert.deepEqual(read, { commits: [], reading: { kind: "notHere" } }, path);
      }
    });

    it("E9 says that a commit is not here", async () => {
      const { changes, commit } = await open();
      await commit({ files: { "a.ts": "1\n" } });
      for (const head of [nobody, "HEAD", "", "--all", `${nobody}^`]) {
        const read = await collected((each) => changes.commits(head, all, each));
        assert.deepEqual(read, { commits: [], reading: { kind: "notHere" } }, head);
      }
    });

    it("E10 says where the history is cut off, and counts nothing of the commit there", async () => {
      const { changes, commit, cutAt } = await open();
      const a = await commit({ files: { "a.ts": "1\n" } });
      const b = await commit({ files: { "a.ts": "2\n", "b.ts": "1\n" } }, a);
      const c = await commit({ files: { "a.ts": "3\n", "b.ts": "1\n" } }, b);
      await cutAt(b);
      const cut: Reading = { kind: "read", cut: true };
      assert.deepEqual(await collected((each) => changes.commitsOf(c, "b.ts", each)), {
        commits: [],
        reading: cut,
      });
      const { commits, reading } = await collected((each) => changes.commits(c, all, each));
      assert.deepEqual([ids({ commits }), reading], [[c], cut]);
      const found: string[] = [];
      assert.deepEqual(await changes.filesOf([c, b], (id) => found.push(id)), cut);
      assert.deepEqual(found, [c]);
    });

    it("E11 ends when it is stopped", async () => {
      const { changes, commit } = await open();
      const a = await commit({ files: { "a.ts": "1\n" } });
      const signal = AbortSignal.abort(new Error("enough"));
      const none = () => assert.fail("handed over");
      await assert.rejects(changes.commits(a, all, none, { signal }), /enough/);
      await assert.rejects(changes.commitsOf(a, "a.ts", none, { signal }), /enough/);
      await assert.rejects(changes.filesOf([a], none, { signal }), /enough/);
    });

    it("E12 an empty subject and a commit without changes are commits like others", async () => {
      const { changes, commit } = await open();
      const a = await commit({ files: { "a.ts": "1\n" }, subject: "" });
      const b = await commit({ files: { "a.ts": "1\n" }, subject: "Nothing" }, a);
      const { commits } = await collected((each) => changes.commits(b, all, each));
      assert.deepEqual(
        commits.map(({ subject, files }) => [subject, files.length]),
        [
          ["Nothing", 0],
          ["", 1],
        ],
      );
    });
  });
}
