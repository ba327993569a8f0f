// tsx scripts/format-vectors.ts: writes test/fixtures/format anew from what this version does. Run it when the format gets an addition, and
// read the difference: a vector that changes breaks every other implementation, and every record there is.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { formatVectors } from "../test/support/format-vectors.ts";
import { projectRoot } from "./project.ts";
import { sayOnTerminal as say } from "./say.ts";

const folder = path.join(projectRoot, "test/fixtures/format");

const main = async (): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of formatVectors()) await writeFile(path.join(folder, name), text);
  say(`Wrote ${formatVectors().size} files to ${path.relative(projectRoot, folder)}.`);
};

void main();
