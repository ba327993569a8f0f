import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { AREAS_KEY, draftOf, TEXT_KEY } from "../../../../src/protocol/brief-state.ts";
import type { NewBriefState } from "../../../../src/protocol/brief-state.ts";
import { appWorld, saved } from "../../../support/app-world.ts";
import type { AppWorld } from "../../../support/app-world.ts";
import { until } from "../../../support/until.ts";

const DAY = 86_400;
const today = Date.parse("2026-11-22T00:00:00Z") / 1000;

interface Told {
  readonly subject: string;
  readonly daysAgo: number;
  readonly files: readonly string[];
}

/** Ann's history, told oldest first; every commit changes a line of its files. */
function history({ annsMachine }: AppWorld, commits: readonly Told[]): void {
  const texts = new Map<string, string>();
  let head: string | undefined;
  for (const [at, { subject, daysAgo, files }] of commits.entries()) {
    const id = createHash("sha1").update(`${at}`).digest("hex");
    for (const path of files) texts.set(path, `${texts.get(path) ?? ""}    line(${at});\n`);
    annsMachine.changes.add({
      id,
      parents: head === undefined ? [] : [head],
      files: Object.fromEntries(texts),
      at: today - daysAgo * DAY,
      author: { name: "Ann", email: "ann@example.org" },
      subject,
    });
    head = id;
  }
  for (const [path, text] of texts) annsMachine.code.files.set(path, text);
  annsMachine.user.commit = head;
}

async function page({ ann }: AppWorld): Promise<NewBriefState> {
  const view = await ann.view({ view: "newBrief" });
  return view?.view === "newBrief" ? view : assert.fail("no such page");
}

const namesOf = ({ suggestions }: NewBriefState) => suggestions.map(({ name }) => name);

/** Types a why, and waits until the history has been read. */
async function typed(world: AppWorld, text: string): Promise<NewBriefState> {
  const { ann, time } = world;
  await ann.keepTyped(draftOf(ann.repository.id), TEXT_KEY, text);
  let told = 0;
  const listening = ann.onDidChange(() => (told += 1));
  const before = await page(world);
  assert.deepEqual(namesOf(before), [], "the page does not wait for the history");
  await time.pass(400);
  await until("the history to be read", () => told > 0);
  listening.dispose();
  return await page(world);
}

const parcels: readonly Told[] = [
  { subject: "Print the label of a parcel", daysAgo: 200, files: ["src/labels/print.ts"] },
  { subject: "Parcels have two labels", daysAgo: 100, files: ["src/labels/print.ts", "src/mail/send.ts"] },
  { subject: "Round prices once", daysAgo: 50, files: ["src/prices/round.ts"] },
];

describe("a why learns from the history", () => {
  it("which files changed with words like its own", async () => {
    const world = await appWorld();
    history(world, parcels);
    assert.deepEqual(namesOf(await typed(world, "Whoever returns a parcel waits")), ["Labels", "Mail"]);
  });

  it("which files changed in the days of an earlier why that says something alike", async () => {
    const world = await appWorld();
    history(world, [
      { subject: "Customs form", daysAgo: 20, files: ["src/customs/form.ts"] },
      { subject: "Customs form again", daysAgo: 400, files: ["src/before/form.ts"] },
    ]);
    await saved(world.ann, {
      type: "openBrief",
      fields: {
        text: "A parcel waits at customs",
        scope: { kind: "sprint", name: "Sprint 9", from: "2026-10-26", to: "2026-11-08" },
        areas: [],
      },
    });
    assert.deepEqual(namesOf(await typed(world, "Whoever returns a parcel pays")), ["Customs"]);
  });

  it("not in a window that is not trusted, nor where nothing is written", async () => {
    const world = await appWorld();
    history(world, parcels);
    await page(world);
    world.annsMachine.isReadOnly = true;
    await world.ann.keepTyped(draftOf(world.ann.repository.id), TEXT_KEY, "Whoever returns a parcel waits");
    await page(world);
    await world.time.pass(400);
    assert.deepEqual(world.annsMachine.changes.calls, []);
  });

  it("reads it once for the same words, and for the last ones alone", async () => {
    const world = await appWorld();
    history(world, parcels);
    const draft = draftOf(world.ann.repository.id);
    for (const text of ["Whoever", "Whoever returns", "Whoever returns a parcel"]) {
      await world.ann.keepTyped(draft, TEXT_KEY, text);
      await page(world);
    }
    await world.time.pass(400);
    await page(world);
    await world.time.pass(400);
    assert.deepEqual(world.annsMachine.changes.calls, ["commits"]);
  });

  it("which places in its areas change often", async () => {
    const world = await appWorld();
    history(
      world,
      Array.from({ length: 6 }, (_, at) => ({
        subject: "Change",
        daysAgo: 60 - at,
        files: ["src/labels/print.ts", "src/prices/round.ts"],
      })),
    );
    const { ann, time } = world;
    const areas = [{ name: "Labels", paths: ["src/labels/**"] }];
    await ann.keepTyped(draftOf(ann.repository.id), AREAS_KEY, JSON.stringify(areas));
    assert.deepEqual((await page(world)).facts.often, []);
    let told = 0;
    ann.onDidChange(() => (told += 1));
    await time.pass(400);
    await until("the history to be read", () => told > 0);
    assert.deepEqual((await page(world)).facts.often, [
      { path: "src/labels/print.ts", reason: "Changed 6 times in six months." },
    ]);
  });
});
