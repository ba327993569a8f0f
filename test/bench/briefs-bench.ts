import { makeAnchor } from "../../src/anchoring/make-anchor.ts";
import { areaMatcher } from "../../src/app/briefs/area-matcher.ts";
import { notesInAreas } from "../../src/app/briefs/notes-in-areas.ts";
import { Places } from "../../src/app/places.ts";
import { PlacesIndex } from "../../src/app/places-index.ts";
import { Records } from "../../src/app/records.ts";
import { diskCode } from "../../src/git/disk-code.ts";
import type { NewLine } from "../../src/store/store.ts";
import { inEnglish } from "../support/app-world.ts";
import { world } from "../support/world.ts";
import type { Clone } from "../support/world.ts";
import { figure, inTurn, timed } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { bareGit, oneCommit } from "./floor-git.ts";
import { saved } from "./record/filled-world.ts";
import { madeRecord } from "./record/made-record.ts";
import type { BenchOptions } from "./run.ts";

const RUNS = 7;
const FILES = 5_000;
const NOTES = 1_000;
const AREAS = 100;
const LINES = 60;

/** Notes in the one part of a hundred that the why names. */
const TOUCHED = NOTES / AREAS;

const pathOf = (file: number): string => `src/area${file % AREAS}/part${Math.trunc(file / AREAS)}.ts`;
const textOf = (file: number): string =>
  Array.from({ length: LINES }, (_, line) => `export const value${line}of${file} = ${file * line};\n`).join(
    "",
  );

/** `briefs.match`: the notes with code in the areas of a why, looked for as the first thing in a window, against reading all notes. */
export async function benchBriefs({ say }: BenchOptions): Promise<readonly Figure[]> {
  const made = await world();
  try {
    const clone = await made.empty("shop");
    const files = new Map(Array.from({ length: FILES }, (_, file) => [pathOf(file), textOf(file)]));
    await bareGit(clone.folder, ["fast-import", "--quiet"], oneCommit("refs/heads/main", undefined, files));
    await bareGit(clone.folder, ["symbolic-ref", "HEAD", "refs/heads/main"]);
    await bareGit(clone.folder, ["reset", "--quiet", "--hard"]);
    const commit = await bareGit(clone.folder, ["rev-parse", "HEAD"]);
    const store = clone.store({ remote: undefined });
    await saved(store, Array.from({ length: NOTES }, (_, number) => noteAt(number, commit)).flat());
    await store.dispose();

    const read = async () => {
      const open = clone.store({ remote: undefined });
      const records = new Records(open, { changed: () => undefined, saved: () => undefined }, log);
      let took = 0;
      try {
        took = await timed(() => records.refresh());
      } finally {
        records.dispose();
        await open.dispose();
      }
      return { took, notes: records.book.notes };
    };
    const { notes } = await read();
    const index = new PlacesIndex();
    index.apply(
      new Map([...notes].map(([id, record]) => [id, { before: undefined, now: { kind: "note", record } }])),
    );
    const match = async () => {
      const found = await notesInAreas(areaMatcher([{ name: "Area 42", paths: ["src/area42/**"] }]), {
        index,
        places: placesIn(clone),
        note: (id) => notes.get(id),
        today: "2026-12-01",
      });
      if (found.length !== TOUCHED) throw new Error(`${found.length} notes instead of ${TOUCHED}`);
    };
    const { ratio, ours, floor } = await inTurn(
      RUNS,
      () => timed(match),
      async () => (await read()).took,
    );
    say(`  ${TOUCHED} notes touched ${ours.toFixed(1)} ms, reading ${NOTES} notes ${floor.toFixed(0)} ms`);
    return [
      figure(
        "briefs.match",
        ratio,
        0.1,
        RUNS,
        `the notes a why touches, in a repository of ${FILES} files and ${NOTES} notes, against reading the notes`,
      ),
    ];
  } finally {
    await made.close();
  }
}

const log = { info: () => undefined, warn: console.error };

/** Nothing is known yet of where code is. */
const placesIn = ({ folder, repository }: Clone): Places =>
  new Places(diskCode(folder), repository.history, inEnglish, (error) => {
    throw error;
  });

/** A note with a place in a file of the repository. */
function noteAt(number: number, commit: string): NewLine[] {
  const anchor = makeAnchor({
    path: pathOf(number),
    text: textOf(number),
    startLine: 20,
    endLine: 24,
    commit,
  });
  const { record, lines } = madeRecord(number, anchor);
  return lines.map((line) => ({ record, line }));
}
