import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { CodeEvidence } from "../../../../src/app/evidence/code-evidence.ts";
import { evidenceInWords, noEvidenceWords } from "../../../../src/app/evidence/evidence-words.ts";
import { filesChangedWithWords } from "../../../../src/app/evidence/changed-with-words.ts";
import { HistoryEvidence } from "../../../../src/protocol/history-evidence.ts";
import { inEnglish, MemoryCode } from "../../../support/app-world.ts";
import { MemoryChangeHistory } from "../../../support/memory-change-history.ts";
import type { Files } from "../../../support/memory-code-history.ts";
import { seed } from "../../../support/seed.ts";

const today = "2026-11-23";
const DAY = 86_400;
const now = Date.parse(today) / 1000;

interface Told {
  readonly files: Files;
  readonly daysAgo: number;
  readonly by?: string;
  readonly subject?: string;
}

/** A history of commits on top of each other, told oldest first, and the counting on it. */
function told(commits: readonly Told[]) {
  const changes = new MemoryChangeHistory();
  const code = new MemoryCode();
  let head: string | undefined;
  let files: Files = {};
  for (const [at, { daysAgo, by = "ann", subject = "Change", ...more }] of commits.entries()) {
    const id = createHash("sha1").update(`${at}`).digest("hex");
    files = { ...files, ...more.files };
    const author = { name: by, email: `${by}@example.org` };
    changes.add({
      id,
      parents: head === undefined ? [] : [head],
      files,
      at: now - daysAgo * DAY,
      author,
      subject,
    });
    head = id;
  }
  for (const [path, text] of Object.entries(files)) code.files.set(path, Buffer.from(text).toString());
  const at = { commit: head };
  const evidence = new CodeEvidence({
    changes,
    history: {
      texts: (asked) =>
        Promise.resolve(
          asked.map((one) => {
            const text = "path" in one ? files[one.path] : undefined;
            return text === undefined
              ? { kind: "missing" as const }
              : { kind: "text" as const, text: Buffer.from(text).toString() };
          }),
        ),
    },
    user: { head: () => Promise.resolve({ commit: at.commit, branch: "main" }) },
    code,
    clock: { today: () => today },
  });
  return { evidence, changes, code, head: at };
}

const line = (text: string) => ({ "cart.ts": `a\n${text}\nc\n` });
const place = { path: "cart.ts", startLine: 2, endLine: 2 };

async function sentences(world: ReturnType<typeof told>, places = [place]): Promise<readonly string[]> {
  const found = await world.evidence.ofPlaces(places);
  if (found.kind !== "found") return [noEvidenceWords(found, inEnglish)];
  const survey = await world.evidence.survey();
  const words = evidenceInWords(
    found,
    survey.kind === "surveyed" ? survey.survey : undefined,
    today,
    inEnglish,
  );
  return HistoryEvidence.parse(words).kind === "found" && words.kind === "found"
    ? words.facts.map(({ text, figure }) => (figure === undefined ? text : `${text} (${figure})`))
    : [];
}

describe("evidence for the places of a note", () => {
  it("says how often the lines and their file changed, by how many, and how many were fixes", async () => {
    const world = told([
      { files: line("0"), daysAgo: 1000 },
      { files: line("1"), daysAgo: 300, by: "ben" },
      { files: line("2"), daysAgo: 100, by: "cem", subject: "Fix the sum" },
      { files: line("3"), daysAgo: 20, by: "dee" },
      { files: { "cart.ts": "A\n3\nc\n" }, daysAgo: 10, by: "eve", subject: "bug: a" },
    ]);
    assert.deepEqual(await sentences(world), [
      "This code changed 3 times in the last year, by 3 people; 1 of the changes was a fix. (2 in the last six months, 1 in the six before)",
      "The file with this code changed 4 times in the last year, by 4 people; 2 of the changes were fixes. (3 in the last six months, 1 in the six before)",
      "This code was first written on 27 February 2024 and last changed on 3 November. (4 changes in all)",
    ]);
  });

  it("says one or two people where a figure would be one about a person", async () => {
    for (const by of [
      ["ann", "ann"],
      ["ann", "ben"],
    ] as const) {
      const world = told([
        { files: line("0"), daysAgo: 1000 },
        ...by.map((one, at) => ({ files: line(`${at + 1}`), daysAgo: 20 - at, by: one })),
      ]);
      assert.match((await sentences(world))[0] ?? "", /2 times in the last year, by one or two people;/);
    }
  });

  it("says when nothing happened", async () => {
    const world = told([{ files: line("0"), daysAgo: 1000 }]);
    assert.deepEqual(await sentences(world), [
      "This code has not changed in the last year.",
      "This code is as it was written on 27 February 2024.",
    ]);
  });

  it("names what changes with it, and where it stands among the files, in figures only", async () => {
    const long = (at: number) => ({ "cart.ts": `a\n${at}\nc\n`, "tax.ts": `${at}\n`, "gone.ts": `${at}\n` });
    const others = Array.from({ length: 12 }, (_, at) => [`other${at}.ts`, "x\n"] as const);
    const world = told([
      { files: Object.fromEntries(others), daysAgo: 30 },
      ...Array.from({ length: 8 }, (_, at) => ({ files: long(at), daysAgo: 20 - at })),
    ]);
    world.code.files.delete("gone.ts");
    const said = await sentences(world);
    assert.ok(
      said.includes(
        "It rarely changes alone: 1 other file changes with it in at least half of the cases. (up to 8 of 8 changes)",
      ),
      said.join("\n"),
    );
    assert.ok(
      said.includes(
        "Of 15 files that changed in the last six months, none changes so often and is so long and nested. (8 changes in six months, 3 lines)",
      ),
      said.join("\n"),
    );
    assert.doesNotMatch(said.join(), /\.ts/);
  });

  it("says why there is nothing to say", async () => {
    const world = told([{ files: line("0"), daysAgo: 10 }]);
    assert.deepEqual(await world.evidence.ofPlaces([]), { kind: "noPlace" });
    const elsewhere = [{ ...place, path: "new.ts" }];
    assert.deepEqual(await world.evidence.ofPlaces(elsewhere), { kind: "notCommitted" });
    world.head.commit = undefined;
    assert.deepEqual(await world.evidence.ofPlaces([place]), { kind: "noCommit" });
    assert.deepEqual(await world.evidence.survey(), { kind: "noCommit" });
  });

  it("says of a clone that is cut off that it counts the last part alone, or nothing", async () => {
    const world = told([
      { files: line("0"), daysAgo: 900 },
      { files: line("1"), daysAgo: 40 },
      { files: line("2"), daysAgo: 30 },
    ]);
    const [, second, third] = await ids(world);
    world.changes.boundary.add(second ?? "");
    const found = await world.evidence.ofPlaces([place]);
    assert.ok(found.kind === "found" && found.cut);
    assert.doesNotMatch((await sentences(world)).join(), /written|oldest/);
    const bare = told([
      { files: line("0"), daysAgo: 900 },
      { files: line("1"), daysAgo: 40 },
      { files: line("2"), daysAgo: 30 },
    ]);
    bare.changes.boundary.add(third ?? "");
    assert.deepEqual(await bare.evidence.ofPlaces([place]), { kind: "cut" });
  });

  it("is counted once for a commit, and again for the next", async () => {
    const world = told([{ files: line("0"), daysAgo: 10 }]);
    await world.evidence.ofPlaces([place]);
    await world.evidence.survey();
    const asked = world.changes.calls.length;
    await world.evidence.survey();
    assert.equal(world.changes.calls.length, asked);
    await world.evidence.ofPlaces([place]);
    assert.deepEqual(world.changes.calls.slice(asked), ["filesOf"]);
  });

  it("ends when it is stopped, and remembers nothing half counted", async () => {
    const world = told([{ files: line("0"), daysAgo: 10 }]);
    const signal = AbortSignal.abort(new Error("enough"));
    await assert.rejects(world.evidence.ofPlaces([place], { signal }), /enough/);
    assert.equal((await world.evidence.ofPlaces([place])).kind, "found");
  });

  it(`names nobody, whoever they are (seed ${seed})`, async () => {
    const person = fc.stringMatching(/^Zz[a-z]{6,10}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 8 }), async (people) => {
        const world = told(people.map((by, at) => ({ files: line(`${at}`), daysAgo: 50 - at, by })));
        const found = await world.evidence.ofPlaces([place]);
        assert.ok(found.kind === "found");
        const outcome = await world.evidence.survey();
        const survey = outcome.kind === "surveyed" ? outcome.survey : undefined;
        const all = JSON.stringify([found, survey, evidenceInWords(found, survey, today, inEnglish)]);
        for (const name of people) assert.ok(!all.toLowerCase().includes(name.toLowerCase()), name);
      }),
      { seed, numRuns: 30 },
    );
  });
});

describe("files that change often", () => {
  const often = (path: string, count: number, text: string) =>
    Array.from({ length: count }, (_, at) => ({ files: { [path]: `${text}${at}\n` }, daysAgo: 90 - at }));

  it("are ranked by changes times length and nesting, over renames; what is left out by name or text is not there", async () => {
    const world = told([
      ...often("short.ts", 9, "a\n"),
      ...often("long.ts", 6, "    a\n".repeat(40)),
      ...often("rare.ts", 4, "    a\n".repeat(400)),
      ...often("yarn.lock", 20, "a\n"),
      ...often("made.ts", 20, "// @generated\n"),
      { files: { "old.ts": "x\n" }, daysAgo: 400 },
    ]);
    const outcome = await world.evidence.survey();
    assert.ok(outcome.kind === "surveyed");
    assert.deepEqual(
      outcome.survey.ranked.map(({ path, changes }) => [path, changes]),
      [
        ["long.ts", 6],
        ["short.ts", 9],
      ],
    );
    assert.equal(outcome.survey.changed, 4);
  });
});

describe("files that were changed with words like these", () => {
  it("are counted by their names of now, the words in their other forms too", async () => {
    const world = told([
      { files: { "returns.ts": "1\n" }, daysAgo: 9, subject: "Add returns" },
      { files: { "returns.ts": "2\n", "mail.ts": "1\n" }, daysAgo: 8, subject: "Mail for a return" },
      { files: { "cart.ts": "1\n" }, daysAgo: 7, subject: "Returning is not the same as retuning" },
      { files: { "tax.ts": "1\n" }, daysAgo: 6, subject: "Add tax" },
    ]);
    const head = world.head.commit ?? "";
    const found = (words: readonly string[], limit = 10) =>
      filesChangedWithWords(world.changes, head, [{ words }], { limit });
    assert.deepEqual(await found(["Returns!"]), [
      { path: "returns.ts", commits: 2 },
      { path: "mail.ts", commits: 1 },
    ]);
    assert.deepEqual(await found(["return", "tax"], 1), [{ path: "returns.ts", commits: 2 }]);
    assert.deepEqual(await found(["a", "of", ""]), []);
    assert.deepEqual(await found([]), []);
  });
});

async function ids({ changes, head }: ReturnType<typeof told>): Promise<readonly string[]> {
  const found: string[] = [];
  await changes.commits(head.commit ?? "", { most: 100 }, ({ id }) => void found.unshift(id));
  return found;
}
