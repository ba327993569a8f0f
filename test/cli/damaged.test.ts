import assert from "node:assert/strict";
import { CheckDocument } from "../../src/cli/documents/check-document.ts";
import { ListDocument } from "../../src/cli/documents/list-document.ts";
import { LogDocument } from "../../src/cli/documents/log-document.ts";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { toUtf8 } from "../../src/base/utf8.ts";
import { foldRecord, isReadable } from "../../src/domain/fold.ts";
import { readRecordFile } from "../../src/git/record-file.ts";
import { recordPath } from "../../src/git/record-path.ts";
import { BareRemote } from "../git/bare-remote.ts";
import { damagedRecord } from "../support/damaged-record.ts";
import { seed } from "../support/seed.ts";
import { exchange, readDocument, team } from "./team.ts";

const RECORDS = 500;

describe("a damaged record on the command line", function () {
  this.timeout(120_000);

  it(`${RECORDS} damaged records through git: check names each line that can't be read, list shows the rest, nothing is lost (seed ${seed})`, async () => {
    const { world, ben } = await team();
    const remote = new BareRemote(world);
    const records = Array.from({ length: RECORDS }, (_, at) => damagedRecord(seed, at));
    await remote.writeFiles(new Map(records.map(({ record, content }) => [recordPath(record), content])));
    await exchange(ben);

    const checked = readDocument(CheckDocument, await ben.run("check", "--json"));
    const named = new Set(checked.findings.flatMap(({ event }) => (event === undefined ? [] : [event])));
    const listed = await ben.json(ListDocument, "list", "--all");
    const shown = new Set(listed.notes.map(({ id }) => id));
    const notShown = new Set(listed.unread.map(({ id }) => id));
    let lines = 0;
    for (const { record, content, how } of records) {
      const held = readRecordFile(content);
      lines += new Set(held.map(({ id }) => id)).size;
      const folded = foldRecord(record, held);
      const isShown = isReadable(folded);
      assert.equal(shown.has(record), isShown, how);
      assert.equal(notShown.has(record), !isShown, how);
      for (const { id } of isShown ? folded.record.unread : folded.unread) assert.ok(named.has(id), how);
      if (!isShown)
        assert.ok(
          checked.findings.some((one) => one.record === record && /Record$/.test(one.kind)),
          how,
        );
    }
    assert.equal(checked.lines, lines);
    assert.equal(checked.records, RECORDS);

    // What is added beside them goes around as ever, and every damaged byte with it.
    const blobs = async () => (await world.remote.git("ls-tree", "-r", "sightline", "records/")).split("\n");
    const before = await blobs();
    await ben.save("add", "Beside them");
    await exchange(ben);
    const after = new Set(await blobs());
    assert.equal(after.size, before.length + 1);
    for (const blob of before) assert.ok(after.has(blob), blob);
  });

  it("logs an event that is nested deeper than JSON can be written", async () => {
    const { world, ben } = await team();
    const { record, content } = damagedRecord(1, 0);
    const [first = ""] = Buffer.from(content).toString("utf8").split("\n");
    const levels = 50_000;
    const deep = `"deep":${"[".repeat(levels)}${"]".repeat(levels)},"__proto__":{"text":"x"}`;
    const line = first
      .replace('"record":null', `"record":"${record}"`)
      .replace("noteOpened", "commented")
      .replace(/"data":.*$/, `"data":{"text":"Deep",${deep}}}`);
    await new BareRemote(world).writeFiles(new Map([[recordPath(record), toUtf8(`${first}\n${line}\n`)]]));
    await exchange(ben);
    const { events } = await ben.json(LogDocument, "log", record);
    assert.deepEqual(
      events.map(({ state }) => state),
      ["applied", "applied"],
    );
    for (const command of ["log", "show"]) assert.equal((await ben.run(command, record)).exit, EXIT.done);
  });
});
