import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cannotRunHere } from "../support/cannot-run-here.ts";
import { DiskModel } from "../support/disk-model.ts";
import type { DiskCall } from "../support/disk-model.ts";
import { aNote } from "../support/event-builders.ts";
import { canTrace, readTrace, straceArgs } from "../support/system-calls.ts";
import { world } from "../support/world.ts";
import type { World } from "../support/world.ts";

/** Runs `save-notes.ts` under strace and tells which calls it and its gits made, in order. */
async function traced(made: World, ...args: readonly string[]): Promise<readonly DiskCall[]> {
  const output = join(made.folder, "trace");
  const program = join(import.meta.dirname, "programs", "save-notes.ts");
  const ran = spawnSync(
    "strace",
    [...straceArgs(output), process.execPath, "--import", "tsx", program, made.ann.folder, "1", ...args],
    { env: { ...made.environment }, encoding: "utf8" },
  );
  assert.equal(ran.status, 0, ran.stderr);
  return readTrace(await readFile(output, "utf8"));
}

/** What of `folder` would be lost by a power cut at each call that `isMoment` picks. */
function lostAt(
  calls: readonly DiskCall[],
  folder: string,
  isMoment: (call: DiskCall) => boolean,
): readonly (readonly string[])[] {
  const disk = new DiskModel();
  return calls.flatMap((call) => {
    // What goes just now is not lost.
    const going = call.kind === "removed" ? `the name ${call.path}` : "";
    const lost = isMoment(call) ? [disk.atRisk(folder).filter((what) => what !== going)] : [];
    disk.take(call);
    return lost;
  });
}

/** The program says the id of a note once it was told that it is saved. */
const isAcknowledged = (call: DiskCall): boolean =>
  call.kind === "said" && /^[0-9a-f]{64}\\n$/.test(call.text);

const isJournalGone = (call: DiskCall): boolean =>
  call.kind === "removed" && /\/journal\/[^/]+\.journal$/.test(call.path);

describe("a power cut", function () {
  this.timeout(120_000);

  before(function () {
    if (!canTrace())
      cannotRunHere(this, "strace, which shows what is synced to the disk, is not here or may not trace");
  });

  it("takes nothing that was said to be saved: the line, its journal and the folders that lead there are synced before", async () => {
    const made = await world();
    const calls = await traced(made, "5");
    assert.deepEqual(lostAt(calls, made.ann.storeFolder, isAcknowledged), [[], [], [], [], []]);
  });

  it("takes nothing that was only in a journal: objects, the ref and their folders are synced before it goes", async () => {
    const made = await world();
    const ben = made.ben.store();
    await ben.append(aNote().lines);
    await ben.sync({ render: () => [], message: "test" });
    const { storeFolder } = made.ann;
    const calls = await traced(made, "5", "sync");
    const lost = lostAt(calls, storeFolder, isJournalGone);
    assert.ok(lost.length > 0, "no journal went");
    // Where the remote's branch was found is asked again; nothing is lost with it.
    const needed = lost.map((paths) => paths.filter((path) => !path.includes("/refs/sightline/fetched")));
    assert.deepEqual(
      needed,
      lost.map(() => []),
    );
  });

  it("takes nothing that was put away while there was no remote", async () => {
    const made = await world();
    await made.ann.git("remote", "remove", "origin");
    const calls = await traced(made, "30", "putAway");
    const lost = lostAt(calls, made.ann.storeFolder, isJournalGone);
    assert.ok(lost.length > 0, "no journal went");
    assert.deepEqual(
      lost,
      lost.map(() => []),
    );
  });
});

describe("the model of a disk", () => {
  const atRiskAfter = (...calls: readonly DiskCall[]): readonly string[] => {
    const disk = new DiskModel();
    for (const call of calls) disk.take(call);
    return disk.atRisk("/s");
  };

  it("sees what is not synced: content, names, and what was renamed or linked", () => {
    const made: DiskCall[] = [
      { kind: "made", path: "/s/tmp" },
      { kind: "written", path: "/s/tmp" },
    ];
    assert.deepEqual(atRiskAfter(...made), ["the content of /s/tmp", "the name /s/tmp"]);
    const synced: DiskCall[] = [...made, { kind: "synced", path: "/s/tmp" }];
    assert.deepEqual(atRiskAfter(...synced), ["the name /s/tmp"]);
    assert.deepEqual(atRiskAfter(...synced, { kind: "synced", path: "/s" }), []);
    const renamed: DiskCall[] = [
      ...made,
      { kind: "synced", path: "/s" },
      { kind: "renamed", from: "/s/tmp", to: "/s/a" },
    ];
    assert.deepEqual(atRiskAfter(...renamed), ["the content of /s/a", "the name /s/a"]);
    const linked: DiskCall[] = [
      ...synced,
      { kind: "linked", from: "/s/tmp", to: "/s/b" },
      { kind: "removed", path: "/s/tmp" },
    ];
    assert.deepEqual(atRiskAfter(...linked), ["the name /s/b"]);
  });

  it("reads a trace: calls that another thread interrupts, calls that failed", () => {
    const trace = [
      '7 openat(AT_FDCWD</x>, "/s/a", O_WRONLY|O_CREAT, 0666) = 3</s/a>',
      '7 openat(AT_FDCWD</x>, "/s/b", O_WRONLY|O_CREAT, 0666) = -1 EACCES (Permission denied)',
      '7 write(3</s/a>, "x = -1", 6) = 6',
      "7 fsync(3</s/a> <unfinished ...>",
      '8 write(1<pipe:[1]>, "saved\\n", 6) = 6',
      "7 <... fsync resumed>)             = 0",
      '7 rename("/s/./a", "/s/c") = 0',
    ].join("\n");
    assert.deepEqual(readTrace(trace), [
      { kind: "made", path: "/s/a" },
      { kind: "written", path: "/s/a" },
      { kind: "said", text: "saved\\n" },
      { kind: "synced", path: "/s/a" },
      { kind: "renamed", from: "/s/a", to: "/s/c" },
    ]);
  });
});
