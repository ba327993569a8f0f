// Another process: opens the one record of a shelf and fetches it.
// node --import tsx fetch-record.ts SHELF
import { findGit } from "../../../src/git/find-git.ts";
import { openRecordShelf } from "../../../src/git/record-shelf.ts";
import { agree, openKnown } from "../../support/opened-record.ts";

async function main(): Promise<void> {
  const [shelf = ""] = process.argv.slice(2);
  const git = await findGit();
  if (git.kind !== "found") throw new Error(git.kind);
  const [record] = await openRecordShelf(shelf).list();
  if (record === undefined) throw new Error("no record");
  const { session } = await openKnown({ git: git.git, shelf }, record);
  await agree(session, "Petra");
  await session.sync({ byHand: true });
  process.stdout.write("fetched\n");
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
