// Another process: types into a 1:1, letter by letter, and says how many letters it was told are kept.
// node --import tsx write-one-on-one.ts FOLDER
import { randomBytes } from "node:crypto";
import { OneOnOnes } from "../../../src/app/together/one-on-ones.ts";
import { openPrivateFiles } from "../../../src/git/private-files.ts";

async function main(): Promise<void> {
  const [folder = ""] = process.argv.slice(2);
  const ones = new OneOnOnes(
    openPrivateFiles(folder),
    { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10) },
    { hex: (bytes) => randomBytes(bytes).toString("hex") },
  );
  const { current } = await ones.all();
  for (let letters = 1; ; letters++) {
    await ones.keep(current.id, "mind", "a".repeat(letters));
    process.stdout.write(`${letters}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
