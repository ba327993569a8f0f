import { spawn } from "node:child_process";

/** Runs bare git, as the floor: nothing around it but the process. Answers its output; throws with git's own words where it fails. */
export function bareGit(folder: string, args: readonly string[], input?: string): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn("git", args, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.on("data", (bytes: Buffer) => (out += bytes.toString()));
    child.stderr.on("data", (bytes: Buffer) => (err += bytes.toString()));
    child.once("error", failed);
    child.once("close", (code) =>
      code === 0 ? done(out.trim()) : failed(new Error(`git ${args.join(" ")}: ${err}`)),
    );
    // A command that reads nothing may be gone before its input is closed.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input ?? "");
  });
}

/** A fast-import stream of one commit that writes `files` on top of `from`. */
export function oneCommit(ref: string, from: string | undefined, files: ReadonlyMap<string, string>): string {
  const stamp = "Bench <bench@example.invalid> 1700000000 +0000";
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const head = `commit ${ref}\nauthor ${stamp}\ncommitter ${stamp}\n${data("bench")}${from === undefined ? "" : `from ${from}\n`}`;
  return `${head}${[...files].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`).join("")}\n`;
}
