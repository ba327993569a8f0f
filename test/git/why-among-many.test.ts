import assert from "node:assert/strict";
import { makeAnchor } from "../../src/anchoring/make-anchor.ts";
import type { NewLine } from "../../src/store/store.ts";
import { bareGit, oneCommit } from "../bench/floor-git.ts";
import { madeRecord } from "../bench/record/made-record.ts";
import { withSession } from "../support/journey/with-session.ts";
import { world } from "../support/world.ts";

const FILES = 5_000;
const NOTES = 1_000;
const AREAS = 100;

const pathOf = (file: number) => `src/area${file % AREAS}/part${Math.trunc(file / AREAS)}.ts`;
const textOf = (file: number) =>
  Array.from({ length: 30 }, (_, line) => `export const value${line}of${file} = ${file * line};\n`).join("");

describe("a why among 5,000 files and 1,000 notes", function () {
  this.timeout(120_000);

  it("shows the three constraints it touches before the sprint starts, where their code is now, and no others", async () => {
    const made = await world();
    try {
      const shop = await made.empty("shop");
      const { folder } = shop;
      const git = (...args: readonly string[]) => bareGit(folder, args);
      const files = new Map(Array.from({ length: FILES }, (_, file) => [pathOf(file), textOf(file)]));
      await bareGit(folder, ["fast-import", "--quiet"], oneCommit("refs/heads/main", undefined, files));
      await git("symbolic-ref", "HEAD", "refs/heads/main");
      await git("reset", "--quiet", "--hard");
      await git("config", "user.name", "Petra");
      await git("config", "user.email", "petra@example.org");
      const commit = await git("rev-parse", "HEAD");

      const ids = new Map<number, string>();
      const noteAt = (file: number): NewLine[] => {
        const place = { path: pathOf(file), text: textOf(file), startLine: 20, endLine: 24, commit };
        const { record, lines } = madeRecord(file, makeAnchor(place));
        ids.set(file, record);
        return lines.map((line) => ({ record, line }));
      };
      const [stays, edited, comes, leaves] = [742, 1_842, 4_301, 4_342];
      const elsewhere = Array.from({ length: FILES }, (_, file) => file)
        .filter((file) => file % AREAS !== 42 && file !== comes)
        .slice(0, NOTES - 4);
      const open = shop.store({ remote: undefined });
      const saved = await open.append([stays, edited, comes, leaves, ...elsewhere].flatMap(noteAt));
      assert.equal(saved.kind, "saved");
      await open.dispose();

      // What happens to the code afterwards: one is edited, one comes into the area, one leaves it.
      const lines = textOf(edited).split("\n");
      const now = [...lines.slice(0, 10), "// more", ...lines.slice(10)].join("\n");
      const moves = new Map([
        [pathOf(edited), now],
        ["src/area42/came.ts", textOf(comes)],
        ["src/area7/left.ts", textOf(leaves)],
      ]);
      const stream = oneCommit("refs/heads/main", commit, moves).trimEnd();
      const gone = [comes, leaves].map((file) => `D ${pathOf(file)}\n`).join("");
      await bareGit(folder, ["fast-import", "--quiet"], `${stream}\n${gone}\n`);
      await git("reset", "--quiet", "--hard");

      await withSession(folder, async (session) => {
        // An editor that is open has looked for the code of all notes.
        for (const note of session.notes().values()) await session.places(note);
        const outcome = await session.perform({
          type: "openBrief",
          fields: {
            text: "People who return a parcel wait eleven days.",
            scope: { kind: "sprint", name: "Sprint 14", from: "2099-11-16", to: "2099-11-29" },
            areas: [{ name: "Area 42", paths: ["src/area42/**"] }],
          },
        });
        assert.ok(outcome.kind === "saved", JSON.stringify(outcome));
        const page = await session.view({ view: "brief", id: outcome.record });
        assert.ok(page?.view === "brief" && page.phase === "ahead", JSON.stringify(page));
        assert.deepEqual(
          new Set(page.facts.notes.map(({ note }) => note)),
          new Set([stays, edited, comes].map((file) => ids.get(file))),
        );
      });
    } finally {
      await made.close();
    }
  });
});
