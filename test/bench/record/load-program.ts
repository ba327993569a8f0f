// Another process, so that every load is a first one: measures one load and says it as JSON.
// node --expose-gc --import tsx load-program.ts floor|load|heap FOLDER GIT_DIRECTORY
import { spawn } from "node:child_process";
import { Records } from "../../../src/app/records.ts";
import { findGit } from "../../../src/git/find-git.ts";
import { openGitStore } from "../../../src/git/git-store.ts";
import { openRepository } from "../../../src/git/open-repository.ts";

const milliseconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e6;

/** What git itself and JSON.parse need for the same files: nothing is checked, hashed or kept. */
async function floor(gitDirectory: string, objects: readonly string[]): Promise<number> {
  const start = process.hrtime.bigint();
  const child = spawn("git", ["cat-file", "--batch"], {
    cwd: gitDirectory,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end(objects.map((object) => `${object}\n`).join(""));
  await new Promise((closed) => child.once("close", closed));
  const output = Buffer.concat(chunks);
  let events = 0;
  for (let from = 0; from < output.length;) {
    const headerEnd = output.indexOf(0x0a, from);
    const size = Number(output.toString("latin1", from, headerEnd).split(" ")[2]);
    const end = headerEnd + 1 + size;
    for (let at = headerEnd + 1; at < end;) {
      const lineEnd = output.indexOf(0x0a, at);
      if (typeof JSON.parse(output.toString("utf8", at, lineEnd)) === "object") events += 1;
      at = lineEnd + 1;
    }
    from = end + 1;
  }
  if (events === 0) throw new Error("there is nothing to read");
  return milliseconds(start);
}

async function openStore(folder: string) {
  const git = await findGit();
  if (git.kind !== "found") throw new Error(git.kind);
  const opened = await openRepository(git.git, folder);
  if (opened.kind !== "opened") throw new Error(opened.kind);
  const { repository } = opened;
  return () =>
    openGitStore(repository, {
      author: () => Promise.resolve({ name: "Bench", email: "" }),
      remote: "origin",
    });
}

const log = { info: () => undefined, warn: console.error };

/** Until every note has been read, checked and folded. */
async function load(folder: string) {
  const open = await openStore(folder);
  const start = process.hrtime.bigint();
  const records = new Records(open(), { changed: () => undefined, saved: () => undefined }, log);
  await records.refresh();
  let titles = 0;
  for (const note of records.book.notes.values()) titles += note.fields.title.value.length;
  const took = milliseconds(start);
  if (titles === 0) throw new Error("there is nothing to read");
  return { took, records };
}

async function heldBytes(): Promise<number> {
  // A process that has just ended is let go of in the next turn, and with it what read its output.
  await new Promise((resume) => setTimeout(resume, 100));
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function main(): Promise<void> {
  const [what, folder = "", gitDirectory = ""] = process.argv.slice(2);
  let value: number;
  if (what === "floor") {
    const input: Buffer[] = [];
    for await (const chunk of process.stdin) input.push(chunk as Buffer);
    value = await floor(gitDirectory, Buffer.concat(input).toString().trim().split("\n"));
  } else {
    const before = await heldBytes();
    const { took, records } = await load(folder);
    value = what === "heap" ? (await heldBytes()) - before : took;
    const { store } = records;
    records.dispose();
    await store.dispose();
  }
  process.stdout.write(`${JSON.stringify({ value })}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
