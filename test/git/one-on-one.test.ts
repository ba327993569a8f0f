import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { openSession } from "../../src/app/open-session.ts";
import { OneOnOnes } from "../../src/app/together/one-on-ones.ts";
import { openPrivateFiles } from "../../src/git/private-files.ts";
import { OneOnOneBox } from "../../src/domain/one-on-one.ts";
import { cannotRunHere } from "../support/cannot-run-here.ts";
import { inEnglish } from "../support/app-world.ts";
import { FakeTime } from "../support/fake-time.ts";
import { until } from "../support/until.ts";
import { world } from "../support/world.ts";
import type { Clone, World } from "../support/world.ts";
import { startProcess } from "./another-process.ts";

const SECRET = "SECRET-between-us";
const chance = { hex: (bytes: number) => randomBytes(bytes).toString("hex") };

/** Every file below a folder, by its path in it. */
async function files(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      found.set(path.slice(folder.length + 1), await readFile(path));
    }
  return found;
}

/** Every object of a repository, unpacked: what is in it, reachable or not. */
const objects = (made: World, folder: string): Promise<string> =>
  made.run(folder, ["cat-file", "--batch-all-objects", "--batch", "--unordered"], undefined, "latin1");

const sessionOf = (clone: Clone) =>
  openSession({
    openStore: () => clone.store(),
    user: clone.repository,
    files: openPrivateFiles(clone.storeFolder),
    code: {
      read: () => Promise.resolve({ kind: "missing" }),
      kindOf: () => Promise.resolve("missing"),
    },
    history: clone.repository.history,
    changes: clone.repository.changes,
    clock: new FakeTime(),
    chance,
    scheduler: { after: () => ({ dispose: () => undefined }) },
    wording: inEnglish,
    log: { info: () => undefined, warn: () => undefined },
  });

describe("a 1:1 on a disk", () => {
  it("leaves no byte in anything that is sent, in the store or in the journal", async () => {
    const made = await world();
    const session = await sessionOf(made.ann);
    const { choices } = await session.consent();
    await session.setConsent("agreed", choices[0] ?? assert.fail("no remote"));
    const view = await session.view({ view: "oneOnOne" });
    assert.ok(view?.view === "oneOnOne");
    for (const box of OneOnOneBox.options) await session.oneOnOnes.keep(view.id, box, `${SECRET} ${box}`);
    await session.oneOnOnes.put(`${SECRET} put`);
    const shared = await session.perform({
      type: "openNote",
      fields: { title: "The one line that was shared", impact: "Users wait" },
      anchors: [],
    });
    assert.ok(shared.kind === "saved");
    await session.perform({ type: "ask", note: shared.record, text: "A line that became a question" });
    assert.equal((await session.sync({ byHand: true })).kind, "synced");
    await session.oneOnOnes.finish(view.id);
    await session.view({ view: "oneOnOne" });
    await session.perform({ type: "comment", note: shared.record, text: "afterwards" });
    assert.equal((await session.sync({ byHand: true })).kind, "synced");

    const sent = await objects(made, made.remote.folder);
    assert.ok(sent.includes("The one line that was shared"), "the search would find what is there");
    assert.equal(sent.includes(SECRET), false);
    assert.equal((await objects(made, join(made.ann.storeFolder, "store.git"))).includes(SECRET), false);
    assert.equal((await objects(made, made.ann.folder)).includes(SECRET), false);
    const holding = [...(await files(join(made.ann.folder, ".git")))]
      .filter(([, bytes]) => bytes.includes(SECRET))
      .map(([path]) => path.replaceAll("\\", "/"));
    assert.deepEqual(holding, [`sightline/private/one-on-one/${view.id}.json`]);
    if (process.platform !== "win32") {
      const mode = await stat(join(made.ann.folder, ".git", holding[0] ?? ""));
      assert.equal((mode.mode & 0o777).toString(8), "600");
    }

    await session.oneOnOnes.remove(view.id);
    const left = [...(await files(join(made.ann.folder, ".git")))].filter(([, bytes]) =>
      bytes.includes(SECRET),
    );
    assert.deepEqual(left, [], "deleted is gone");
    session.dispose();
  });

  it("keeps every letter that it said is kept, though the process is killed", async function () {
    if (process.platform === "win32") cannotRunHere(this, "Windows has no kill -9");
    const made = await world();
    const writer = startProcess(made, "write-one-on-one.ts", made.ann.storeFolder);
    try {
      await until("forty letters", () => writer.said.length >= 40);
    } finally {
      writer.kill();
    }
    await writer.ended;
    const said = Number(writer.said.at(-1));
    const ones = new OneOnOnes(openPrivateFiles(made.ann.storeFolder), new FakeTime(), chance);
    const { current, earlier } = await ones.all();
    assert.deepEqual(earlier, []);
    assert.ok((current.texts["mind"] ?? "").length >= said, `${current.texts["mind"]?.length} of ${said}`);
  });
});
