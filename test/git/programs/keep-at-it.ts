// Another process that does one thing again and again until it is killed, and says the ids of what it was told is saved.
// keep-at-it.ts FOLDER SALT save|sync|putAway
import { writeSync } from "node:fs";
import { foldRecord } from "../../../src/domain/fold.ts";
import { findGit } from "../../../src/git/find-git.ts";
import { openGitStore } from "../../../src/git/git-store.ts";
import { openRepository } from "../../../src/git/open-repository.ts";
import { renderPages } from "../../../src/store/pages/render-pages.ts";
import { byRecord } from "../../../src/store/record-lines.ts";
import type { RenderPages } from "../../../src/store/store.ts";
import { aNote } from "../../support/event-builders.ts";

const STDOUT = 1;

/** The pages of what goes out. */
const render: RenderPages = (_incoming, outgoing) => {
  const notes = [...byRecord(outgoing)].flatMap(([record, lines]) => {
    const folded = foldRecord(record, lines);
    return folded.kind === "note" ? [folded.record] : [];
  });
  return renderPages(
    { notes, milestones: new Map(), briefs: [], retros: [] },
    new Set(notes.map(({ id }) => id)),
  );
};

async function main(): Promise<void> {
  const [folder = "", salt = "0", what] = process.argv.slice(2);
  const git = await findGit();
  if (git.kind !== "found") throw new Error(git.kind);
  const opened = await openRepository(git.git, folder);
  if (opened.kind !== "opened") throw new Error(opened.kind);
  const open = () =>
    openGitStore(opened.repository, {
      author: () => Promise.resolve({ name: `Process ${salt}`, email: "" }),
      remote: "origin",
    });
  for (;;) {
    const store = open();
    // More than is left in journals: closing the store puts it away.
    const [notes, title] = what === "putAway" ? [15, "x".repeat(20_000)] : [3, "A note"];
    for (let at = 0; at < notes; at++) {
      const { line, lines } = aNote({ salt: Number(salt), title });
      const outcome = await store.append(lines);
      if (outcome.kind !== "saved") throw new Error(outcome.kind);
      writeSync(STDOUT, `${line.id}\n`);
    }
    if (what === "sync") await store.sync({ render, message: "test" });
    await store.dispose();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
