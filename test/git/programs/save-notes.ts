// Another process: saves notes, one after the other, and says the id of each on a line once it was told that it is saved.
// node --import tsx save-notes.ts FOLDER SALT COUNT [sync|putAway]
import { findGit } from "../../../src/git/find-git.ts";
import { openGitStore } from "../../../src/git/git-store.ts";
import { openRepository } from "../../../src/git/open-repository.ts";
import { aNote } from "../../support/event-builders.ts";

async function main(): Promise<void> {
  const [folder = "", salt = "0", count = "1", then] = process.argv.slice(2);
  const git = await findGit();
  if (git.kind !== "found") throw new Error(git.kind);
  const opened = await openRepository(git.git, folder);
  if (opened.kind !== "opened") throw new Error(opened.kind);
  const store = openGitStore(opened.repository, {
    author: () => Promise.resolve({ name: `Process ${salt}`, email: "" }),
    remote: "origin",
  });
  for (let at = 0; at < Number(count); at++) {
    // More than is left in journals: closing the store puts it away.
    const large = then === "putAway" ? { title: "x".repeat(20_000) } : {};
    const { line, lines } = aNote({ salt: Number(salt), ...large });
    const outcome = await store.append(lines);
    if (outcome.kind !== "saved") throw new Error(outcome.kind);
    process.stdout.write(`${line.id}\n`);
  }
  if (then === "sync") {
    const outcome = await store.sync({ render: () => [], message: "test" });
    process.stderr.write(`${outcome.kind}\n`);
  }
  await store.dispose();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
