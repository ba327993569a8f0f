import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod/mini";
import { npm } from "../npm.ts";
import { run } from "../process/run.ts";
import type { Say } from "../say.ts";

const PARTS = ["native-watchdog", "@vscode/spdlog", "node-pty"];
const WITHOUT = "output channels stay empty and there is no terminal; the rest works";

const Attempt = z.object({ node: z.string(), compiled: z.boolean() });

const lastAttempt = async (record: string): Promise<z.infer<typeof Attempt> | undefined> => {
  if (!existsSync(record)) return undefined;
  const parsed = Attempt.safeParse(JSON.parse(await readFile(record, "utf8")));
  return parsed.success ? parsed.data : undefined;
};

const missingTool = async (): Promise<string | undefined> => {
  for (const tool of process.platform === "win32" ? [] : ["c++", "make", "python3"]) {
    if ((await run(tool, ["--version"], { limit: 10_000 })).code !== 0) return tool;
  }
  return undefined;
};

/** The headers of the Node that runs the server, if they came with it; without them node-gyp has to download them. */
const nodeHeaders = (): NodeJS.ProcessEnv => {
  const prefix = path.resolve(process.execPath, "../..");
  return existsSync(path.join(prefix, "include/node/node.h")) ? { npm_config_nodedir: prefix } : {};
};

/**
 * Compiles the parts of VS Code that ship as source, where this machine can, once for each version of Node. They are a convenience: a
 * machine that can't compile is told what will be missing, and goes on.
 */
export const compileParts = async (vscode: string, say: Say): Promise<void> => {
  const record = path.join(vscode, "compiled-parts.json");
  const node = process.versions.modules;
  const before = await lastAttempt(record);
  if (before?.node === node && before.compiled) return;
  const missing = await missingTool();
  if (missing !== undefined) {
    say(`This machine has no ${missing}, so parts of VS Code are not compiled: ${WITHOUT}.`);
    return;
  }
  if (before?.node === node) {
    say(`Parts of VS Code could not be compiled on this machine: ${WITHOUT}.`);
    return;
  }
  say("Compiling the native parts of VS Code (about 20 s) …");
  const built = await npm(["rebuild", ...PARTS], {
    cwd: vscode,
    // node-pty's build script runs npx, which asks unless told yes.
    environment: { ...nodeHeaders(), npm_config_yes: "true" },
    limit: 180_000,
  });
  if (!built.ok) say(`Parts of VS Code could not be compiled on this machine: ${WITHOUT}.`);
  await writeFile(record, JSON.stringify({ node, compiled: built.ok }));
};
