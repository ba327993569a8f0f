import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { EXIT } from "../../src/cli/exit-codes.ts";
import { ErrorDocument } from "../../src/cli/documents/error-document.ts";
import { ListDocument } from "../../src/cli/documents/list-document.ts";
import { ShowDocument } from "../../src/cli/documents/note-document.ts";
import { SavedDocument } from "../../src/cli/documents/saved-document.ts";
import { BareRemote } from "../git/bare-remote.ts";
import { until } from "../support/until.ts";
import { world } from "../support/world.ts";
import { bundled } from "./bundled.ts";
import type { Bundled } from "./bundled.ts";

describe("sightline as a program of its own", function () {
  this.timeout(60_000);
  let program: Bundled;
  before(async () => {
    program = await bundled();
  });
  after(() => program.remove());

  it("carries a note: add and sync in one clone, show --json in another", async () => {
    const { ann, ben, environment } = await world();
    const run = (folder: string, ...args: readonly string[]) => program.run(folder, environment, args, "");
    const added = await run(
      ann.folder,
      "add",
      "One query",
      "--impact",
      "Slow",
      "--at",
      "shop/cart.ts:1",
      "--json",
    );
    const { note } = SavedDocument.parse(JSON.parse(added.out));
    assert.equal((await run(ann.folder, "sync", "--yes")).exit, EXIT.done);
    assert.equal((await run(ben.folder, "sync", "--yes")).exit, EXIT.done);
    const shown = await run(ben.folder, "show", note.slice(0, 8), "--json");
    const document = ShowDocument.parse(JSON.parse(shown.out));
    assert.deepEqual(
      [document.note.id, document.note.title, document.note.impact, document.note.places[0]?.quote],
      [note, "One query", "Slow", ["export const total = 1;"]],
    );
    assert.equal(document.note.opened.by.name, "ann");
  });

  it("is one file that needs nothing beside it and can be started by its name", () => {
    assert.match(readFileSync(program.file, "utf8"), /^#!\/usr\/bin\/env node\n/);
    const ran = spawnSync(program.file, ["--version"], { encoding: "utf8" });
    const { version } = JSON.parse(readFileSync(path.resolve(__dirname, "../../package.json"), "utf8")) as {
      version: string;
    };
    assert.deepEqual([ran.status, ran.stdout], [EXIT.done, `${version}\n`]);
    assert.ok(statSync(program.file).size < 1_200_000);
  });

  it("asks nothing and waits for nothing where no terminal is", async () => {
    const { ann, environment } = await world();
    // Standard input stays open: whoever reads from it hangs.
    const ran = await program.run(ann.folder, environment, ["sync", "--json"]);
    assert.equal(ran.exit, EXIT.needsAnswer);
    assert.match(ran.err, /Nobody has agreed yet/);
    await ann.write("new.ts", "1\n");
    const added = await program.run(ann.folder, environment, ["add", "x", "--at", "new.ts:1", "--json"]);
    assert.equal(added.exit, EXIT.needsAnswer);
    assert.equal(ErrorDocument.parse(JSON.parse(added.out)).error.kind, "quote");
  });

  it("reads a text from a pipe", async () => {
    const { ann, environment } = await world();
    const added = await program.run(
      ann.folder,
      environment,
      ["add", "x", "--context", "-", "--json"],
      "café\n",
    );
    const { note } = SavedDocument.parse(JSON.parse(added.out));
    const shown = await program.run(ann.folder, environment, ["show", note, "--json"]);
    assert.equal(ShowDocument.parse(JSON.parse(shown.out)).note.context, "café");
  });

  it("goes on to its end where nobody reads what it prints", async () => {
    const { ann, environment } = await world();
    const child = program.start(ann.folder, environment, ["add", "One query", "--impact", "Slow"]);
    child.stdout?.destroy();
    child.stderr?.destroy();
    const [exit] = (await once(child, "exit")) as [number | null];
    assert.equal(exit, EXIT.done);
    const listed = await program.run(ann.folder, environment, ["list"]);
    assert.match(listed.out, /One query/);
  });

  it("loses nothing where several save at once", async () => {
    const { ann, environment } = await world();
    const titles = Array.from({ length: 6 }, (_, at) => `Note ${at + 1}`);
    const ends = await Promise.all(
      titles.map((title) => program.run(ann.folder, environment, ["add", title], "")),
    );
    assert.deepEqual(
      ends.map(({ exit }) => exit),
      titles.map(() => EXIT.done),
    );
    const listed = await program.run(ann.folder, environment, ["list", "--json"]);
    const { notes } = ListDocument.parse(JSON.parse(listed.out));
    assert.deepEqual(notes.map(({ title }) => title).sort(), titles);
  });

  it("ends at Ctrl-C, with the git it started, and has lost nothing", async function () {
    if (process.platform === "win32") this.skip();
    const made = await world();
    const { ann, environment, remote } = made;
    const bare = new BareRemote(made);
    await bare.hook("pre-receive", `echo $$ > '${made.folder}/hook'; exec sleep 60\n`);
    await program.run(ann.folder, environment, ["add", "One query", "--impact", "Slow"]);
    const child = program.start(ann.folder, environment, ["sync", "--yes"]);
    const hook = await until("the push to reach the remote", () => {
      try {
        return Number(readFileSync(`${made.folder}/hook`, "utf8")) || undefined;
      } catch {
        return undefined;
      }
    });
    child.kill("SIGINT");
    const [exit] = (await once(child, "exit")) as [number | null];
    assert.equal(exit, EXIT.interrupted);
    await until("the hook to end", () => !isAlive(hook));
    await bare.hook("pre-receive", "exit 0\n");
    const again = await program.run(ann.folder, environment, ["sync"]);
    assert.equal(again.exit, EXIT.done, again.err);
    assert.match(await remote.git("for-each-ref"), /refs\/heads\/sightline/);
  });

  it("starts as fast as node does, nearly", () => {
    const time = (args: readonly string[]) => {
      const start = performance.now();
      assert.equal(spawnSync(process.execPath, args).status, 0);
      return performance.now() - start;
    };
    const bare: number[] = [];
    const own: number[] = [];
    // In turn, so that what else the machine does meets both alike.
    for (let round = 0; round < 12; round++) {
      bare.push(time(["-e", "0"]));
      own.push(time([program.file, "--help"]));
    }
    const ratio = Math.min(...own) / Math.min(...bare);
    assert.ok(ratio < 2.5, `${ratio.toFixed(2)} times node -e 0`);
  });
});

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
