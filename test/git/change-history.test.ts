import assert from "node:assert/strict";
import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CodeCommit } from "../../src/app/change-history.ts";
import { changeHistoryContract } from "../contract/change-history-contract.ts";
import type { ChangesWorld, ToCommit } from "../contract/change-history-contract.ts";
import { snapshotRepository } from "../support/snapshot-repository.ts";
import { world } from "../support/world.ts";
import type { Clone, World, WorldOptions } from "../support/world.ts";

/** Makes a commit without the index and the work tree, held by a ref of its own. */
async function commitOf(
  made: World,
  clone: Clone,
  count: number,
  { files, at, by, subject }: ToCommit,
  parents: readonly string[],
): Promise<string> {
  const parts: Uint8Array[] = [];
  const say = (line: string) => parts.push(Buffer.from(line, "utf8"));
  const { name, email } = by ?? { name: "Ann", email: "ann@example.org" };
  const message = Buffer.from(subject ?? "Change");
  say(`commit refs/made/${count}\nmark :1\n`);
  say(`committer ${name} <${email}> ${at ?? 1_700_000_000 + count * 86_400} +0000\n`);
  say(`data ${message.length}\n${message.toString()}\n`);
  for (const [index, parent] of parents.entries()) say(`${index === 0 ? "from" : "merge"} ${parent}\n`);
  say("deleteall\n");
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    say(`M 100644 inline ${quoted(path)}\ndata ${bytes.length}\n`);
    parts.push(bytes);
    say("\n");
  }
  say("\nget-mark :1\ndone\n");
  const args = ["fast-import", "--quiet", "--done", "--date-format=raw"];
  return (await made.run(clone.folder, args, Buffer.concat(parts))).trim();
}

/** As fast-import reads a path: in quotes, what would end it by its octal number. */
const quoted = (path: string): string =>
  `"${path.replace(/["\\]/g, "\\$&").replace(/[\0-\x1f]/g, (one) => `\\${one.charCodeAt(0).toString(8).padStart(3, "0")}`)}"`;

async function gitWorld(options: WorldOptions = {}): Promise<ChangesWorld & { clone: Clone; made: World }> {
  const made = await world(options);
  const clone = await made.empty("code");
  let count = 0;
  return {
    made,
    clone,
    changes: clone.repository.changes,
    commit: (commit, ...parents) => commitOf(made, clone, (count += 1), commit, parents),
    cutAt: async (...commits) => {
      for (const commit of commits) await appendFile(join(clone.folder, ".git", "shallow"), `${commit}\n`);
    },
  };
}

changeHistoryContract("git", () => gitWorld());

describe("the history of changes in git", () => {
  const commitsIn = async ({ changes }: ChangesWorld, head: string): Promise<readonly CodeCommit[]> => {
    const commits: CodeCommit[] = [];
    await changes.commits(head, { most: 100 }, (commit) => void commits.push(commit));
    return commits;
  };

  it("reads names and subjects that are not UTF-8, and shows none of the names", async () => {
    const there = await gitWorld();
    const { clone, made } = there;
    const script = Buffer.concat([
      Buffer.from(
        "commit refs/made/latin\nmark :1\ncommitter Ren\xe9 <ren\xe9@example.org> 1700000000 +0000\n",
        "latin1",
      ),
      Buffer.from("encoding ISO-8859-1\ndata 10\nr\xe9paration\n", "latin1"),
      Buffer.from("M 100644 inline a.ts\ndata 2\n1\n\n\nget-mark :1\ndone\n"),
    ]);
    const args = ["fast-import", "--quiet", "--done", "--date-format=raw"];
    const head = (await made.run(clone.folder, args, script)).trim();
    const commits = await commitsIn(there, head);
    assert.deepEqual(
      commits.map(({ subject, author, files }) => [subject, author, files.length]),
      [["réparation", 0, 1]],
    );
    assert.doesNotMatch(JSON.stringify(commits), /Ren/);
  });

  it("leaves out a path that is not UTF-8, and nothing else", async () => {
    const there = await gitWorld();
    const { clone, made } = there;
    const script = Buffer.concat([
      Buffer.from(
        "commit refs/made/bytes\nmark :1\ncommitter A <a@example.org> 1700000000 +0000\ndata 1\nx\n",
      ),
      Buffer.from('M 100644 inline "\\377.ts"\ndata 2\n1\n\nM 100644 inline b.ts\ndata 2\n1\n\n'),
      Buffer.from("\nget-mark :1\ndone\n"),
    ]);
    const args = ["fast-import", "--quiet", "--done", "--date-format=raw"];
    const head = (await made.run(clone.folder, args, script)).trim();
    assert.deepEqual((await commitsIn(there, head))[0]?.files, [{ path: "b.ts", from: undefined }]);
  });

  it("counts a person with two addresses once, where the mailmap of the commit says so", async () => {
    const there = await gitWorld();
    const { commit } = there;
    const mailmap = { ".mailmap": "Ann <ann@example.org> <old@example.org>\n" };
    const a = await commit({ files: { "a.ts": "1\n" }, by: { name: "A", email: "old@example.org" } });
    const b = await commit({ files: { ...mailmap, "a.ts": "2\n" } }, a);
    const authors = (await commitsIn(there, b)).map(({ author }) => author);
    assert.equal(new Set(authors).size, 1);
  });

  it("runs nothing that the repository configures, and leaves it as it was", async () => {
    const there = await gitWorld();
    const { clone, commit } = there;
    const a = await commit({ files: { "a.ts": "1\n", ".gitattributes": "*.ts diff=evil\n" } });
    const b = await commit({ files: { "a.ts": "2\n", ".gitattributes": "*.ts diff=evil\n" } }, a);
    await clone.git("update-ref", "HEAD", b);
    const trap = join(clone.folder, "..", "trap");
    for (const [name, value] of [
      ["diff.evil.textconv", `touch ${trap};cat`],
      ["diff.evil.command", `touch ${trap}`],
      ["diff.external", `touch ${trap}`],
      ["log.showSignature", "true"],
      ["gpg.program", `touch ${trap}`],
      ["core.pager", `touch ${trap}`],
    ] as const)
      await clone.git("config", name, value);
    await writeFile(join(clone.folder, ".gitattributes"), "*.ts diff=evil\n");
    const before = await snapshotRepository(clone);
    const lines = { startLine: 1, endLine: 1 };
    const found: string[] = [];
    const each = ({ id }: CodeCommit) => void found.push(id);
    await there.changes.commits(b, { most: 10 }, each);
    await there.changes.commitsOf(b, "a.ts", each);
    await there.changes.commitsOfLines(b, "a.ts", lines, each);
    assert.deepEqual(found, [b, a, b, a, b, a]);
    assert.deepEqual(await snapshotRepository(clone), before);
    await assert.rejects(clone.git("hash-object", trap));
  });

  it("counts in a clone without contents, by what the objects are called, and fetches nothing", async () => {
    const there = await gitWorld();
    const { clone, commit, made } = there;
    const text = Array.from({ length: 20 }, (_, at) => `line ${at}\n`).join("");
    const a = await commit({ files: { "a.ts": text } });
    const b = await commit({ files: { "b.ts": `${text}more\n` } }, a);
    const c = await commit({ files: { "b.ts": `${text}most\n` } }, b);
    await clone.git("update-ref", "refs/heads/main", c);
    await clone.git("config", "uploadpack.allowFilter", "true");
    const partial = await made.empty("partial");
    await partial.git("fetch", "--quiet", "--filter=blob:none", `file://${clone.folder}`, "main");
    const commits: CodeCommit[] = [];
    const { changes } = partial.repository;
    const reading = await changes.commits(c, { most: 10 }, (one) => void commits.push(one));
    assert.deepEqual(reading, { kind: "read", cut: false });
    assert.deepEqual(
      commits.map(({ id, files }) => [id, files.map(({ path }) => path).sort()]),
      [
        [c, ["b.ts"]],
        [b, ["a.ts", "b.ts"]],
        [a, ["a.ts"]],
      ],
    );
    const missing = await partial.git("rev-list", "--objects", "--missing=print", c);
    assert.match(missing, /^\?/m);
  });

  it("can be stopped on the way", async () => {
    const there = await gitWorld();
    let head = await there.commit({ files: { "a.ts": "0\n" } });
    for (let at = 1; at < 4; at++) head = await there.commit({ files: { "a.ts": `${at}\n` } }, head);
    const stop = new AbortController();
    const reading = there.changes.commits(head, { most: 10 }, () => stop.abort(new Error("enough")), {
      signal: stop.signal,
    });
    await assert.rejects(reading, /enough/);
  });
});
