import assert from "node:assert/strict";
import { writeLine } from "../../src/domain/event-line.ts";
import { recordPath } from "../../src/git/record-path.ts";
import { CheckDocument } from "../../src/cli/documents/check-document.ts";
import { ErrorDocument } from "../../src/cli/documents/error-document.ts";
import { ListDocument } from "../../src/cli/documents/list-document.ts";
import { LogDocument } from "../../src/cli/documents/log-document.ts";
import { ShowDocument } from "../../src/cli/documents/note-document.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { BareRemote } from "../git/bare-remote.ts";
import { exchange, readDocument, team } from "./team.ts";
import type { Person, Team } from "./team.ts";

/** A note that is on the remote, and what its file holds. */
async function shared({ world, ann }: Team) {
  const id = await ann.save("add", "One query", "--impact", "Slow");
  await ann.save("comment", id, "Seen");
  await exchange(ann);
  const remote = new BareRemote(world);
  const path = recordPath(id);
  return { id, remote, path, text: (await remote.file(path)) ?? "" };
}

const check = async (one: Person): Promise<CheckDocument> =>
  readDocument(CheckDocument, await one.run("check", "--json"));

/** What was found, without the sentences. */
const found = async (one: Person) =>
  (await check(one)).findings.map(({ kind, path, line }) => [
    kind,
    ...(path === undefined ? [] : [path]),
    ...(line === undefined ? [] : [line]),
  ]);

const event = (record: string | null, seen: string[], type: string, data: Record<string, unknown>, v = 1) =>
  writeLine({
    v,
    record,
    type,
    at: "2026-11-22T12:00:00+01:00",
    by: { name: "x", email: "x@example.org" },
    seen,
    data,
  });
const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => Buffer.from(bytes).toString("utf8");

describe("check on the command line", function () {
  this.timeout(60_000);

  it("says that a record is sound, here and after a sync", async () => {
    const { ann, ben } = await team();
    assert.deepEqual(await check(ann), {
      format: 1,
      sound: true,
      records: 0,
      lines: 0,
      waiting: 0,
      bytes: 0,
      findings: [],
    });
    const id = await ann.save("add", "One query");
    await ann.save("comment", id, "Seen");
    assert.deepEqual(await check(ann), {
      format: 1,
      sound: true,
      records: 1,
      lines: 2,
      waiting: 2,
      bytes: 0,
      findings: [],
    });
    await exchange(ann, ben);
    const ran = await ben.run("check");
    assert.deepEqual(
      [ran.exit, ran.out, ran.err],
      [EXIT.done, "The record is sound: one record, 2 lines.\n", ""],
    );
  });

  it("names every line that can't be read, is newer, or belongs elsewhere, by file and line", async () => {
    const made = await team();
    const { ben } = made;
    const { id, remote, path, text } = await shared(made);
    const elsewhere = event("a".repeat(64), [], "commented", { text: "lost" });
    await remote.writeFile(
      path,
      [
        text.trimEnd(),
        "not json at all \u001b[2J",
        "",
        textOf(event(id, [id], "commented", { text: 7 })),
        textOf(event(id, [id], "fromTheFuture", {})),
        textOf(event(id, [id], "commented", {}, 2)),
        textOf(elsewhere),
        "",
      ].join("\n"),
    );
    await exchange(ben);
    const ran = await ben.run("check");
    assert.equal(ran.exit, EXIT.found);
    assert.doesNotMatch(ran.out, /\u001b/);
    assert.match(ran.out, /5 things to look at in one record, 7 lines\. Nothing was changed\.\n$/);
    const findings = await found(ben);
    assert.deepEqual(
      findings.sort((one, other) => Number(one[2]) - Number(other[2])),
      [
        ["unreadableLine", path, 3],
        ["unreadableLine", path, 5],
        ["newerLine", path, 6],
        ["newerLine", path, 7],
        ["misplacedLine", path, 8],
      ],
    );
    for (const { why, mend } of (await check(ben)).findings) assert.ok(why.length > 20 && mend.length > 20);
    assert.match(
      ran.out,
      new RegExp(`Add it to ${recordPath("a".repeat(64)).replaceAll(".", "\\.")} as well`),
    );

    // The readable neighbours are all there.
    const { note } = await ben.json(ShowDocument, "show", id);
    assert.deepEqual(
      [note.title, note.comments.map((comment) => comment.text), note.unread.length],
      ["One query", ["Seen"], 5],
    );
    const states = (await ben.json(LogDocument, "log", id)).events.map(({ state }) => state).sort();
    assert.deepEqual(states, [
      "applied",
      "applied",
      "newer",
      "notUnderstood",
      "notUnderstood",
      "notUnderstood",
      "unreadable",
    ]);
  });

  it("names files that are in the wrong place, and records whose first event is missing or newer", async () => {
    const made = await team();
    const { ben } = made;
    const { remote, text } = await shared(made);
    const headless = "b".repeat(64);
    const future = event(null, [], "planOpened", {});
    await remote.writeFile(`records/${headless}.jsonl`, text);
    await remote.writeFile("records/NOTES.txt", "hello\n");
    await remote.writeFile(
      recordPath(headless),
      `${textOf(event(headless, [headless], "commented", { text: "x" }))}\n`,
    );
    await remote.writeFile(recordPath(future.id), `${textOf(future)}\n`);
    await exchange(ben);
    const kinds = (await found(ben)).map(([kind, where]) => [kind, where]);
    for (const expected of [
      ["misplacedFile", `records/${headless}.jsonl`],
      ["strayFile", "records/NOTES.txt"],
      ["unreadableRecord", recordPath(headless)],
      ["missingEvent", recordPath(headless)],
      ["newerRecord", recordPath(future.id)],
      ["newerLine", recordPath(future.id)],
    ])
      assert.ok(
        kinds.some((one) => JSON.stringify(one) === JSON.stringify(expected)),
        `${expected.join(" ")}\n${JSON.stringify(kinds)}`,
      );
    assert.equal(kinds.length, 6);

    const listed = await ben.json(ListDocument, "list");
    assert.deepEqual(listed.unread.map(({ kind }) => kind).sort(), ["newer", "unreadable"]);
    assert.match(
      (await ben.run("list")).err,
      /2 records can't be shown\. They are kept; sightline check says why\./,
    );
    const newer = await ben.run("show", future.id, "--json");
    assert.equal(newer.exit, EXIT.refused);
    assert.equal(readDocument(ErrorDocument, newer).error.kind, "unreadNote");
    assert.match(newer.err, /written by a newer Sightline.*update/);
    assert.equal((await ben.json(LogDocument, "log", future.id)).events.length, 1);
  });

  it("names a line that was altered: another stands there, and the first is missed by those who saw it", async () => {
    const made = await team();
    const { ben } = made;
    const { id, remote, path, text } = await shared(made);
    await made.ann.save("comment", id, "Third");
    await exchange(made.ann);
    const full = (await remote.file(path)) ?? "";
    assert.ok(full.startsWith(text));
    await remote.writeFile(path, full.replace('"Seen"', '"Not seen"'));
    await exchange(ben);
    assert.deepEqual(await found(ben), [["missingEvent", path]]);
    const [finding] = (await check(ben)).findings;
    assert.match(finding?.why ?? "", /is named by a later one and is not here: it was taken out, altered/);
    assert.match(finding?.mend ?? "", /git log -p FETCH_HEAD -- records\//);
  });
});
