// npm run try [-- PATH]: two VS Codes with Sightline, an engineer's and a product manager's, on two clones of one repository.
import path from "node:path";
import { refuse, succeed } from "../src/base/result.ts";
import type { Result } from "../src/base/result.ts";
import { buildPackage } from "./build-package.ts";
import { endOnSignals } from "./process/end-with-us.ts";
import { ownTemporaryFolder } from "./process/own-temporary-folder.ts";
import { projectRoot } from "./project.ts";
import { sayOnTerminal as say } from "./say.ts";
import { answers } from "./try/answers.ts";
import { openInBrowser } from "./try/open-in-browser.ts";
import { makePlayground } from "./try/playground.ts";
import type { Participant, Playground } from "./try/playground.ts";
import { parseTryOptions, usage } from "./try/try-options.ts";
import type { TryOptions } from "./try/try-options.ts";
import { getVscode } from "./vscode/get-vscode.ts";
import type { InstalledVscode } from "./vscode/get-vscode.ts";
import { installExtension, startServer } from "./vscode/server.ts";
import type { Server } from "./vscode/server.ts";

type Running = { readonly participant: Participant; readonly server: Server };

const startFor = async (
  participant: Participant,
  vscode: InstalledVscode,
  vsix: string,
  port: number,
): Promise<Result<Running, string>> => {
  const folders = {
    data: path.join(participant.own, "vscode"),
    extensions: path.join(participant.own, "extensions"),
  };
  const installed = await installExtension(vscode, folders, vsix);
  if (!installed.ok) return installed;
  const { folder, environment } = participant;
  const server = await startServer({ vscode, folders, folder, environment, port });
  return server.ok ? succeed({ participant, server: server.value }) : server;
};

const introduce = ({ cloned, remote }: Playground, running: readonly Running[]): void => {
  say(`\nTwo VS Codes with Sightline, on clones of ${cloned}.\n`);
  for (const { participant, server } of running) say(`  ${participant.role.padEnd(18)}${server.address}/`);
  say(`\nThey share ${remote} as they would a repository on a git host.`);
  say(
    "Engineer: select some code, then Ctrl+K N (Cmd+K N on a Mac). Product manager: click Sightline at the bottom left.",
  );
  say("Ctrl-C ends both and removes all of it.\n");
};

const prepare = async (
  options: TryOptions,
): Promise<Result<{ vscode: InstalledVscode; vsix: string }, string>> => {
  const vscode = await getVscode(say);
  if (!vscode.ok) return refuse(`VS Code could not be had. ${vscode.reason.because}`);
  if (options.vsix !== undefined) return succeed({ vscode: vscode.value, vsix: options.vsix });
  say("Building and packing Sightline …");
  const vsix = await buildPackage();
  return vsix.ok ? succeed({ vscode: vscode.value, vsix: vsix.value }) : vsix;
};

/** Runs until Ctrl-C; gives a sentence if it cannot. */
const tryOut = async (options: TryOptions): Promise<Result<void, string>> => {
  const root = ownTemporaryFolder("sightline-try-");
  say(`Cloning ${options.repository} …`);
  const playground = await makePlayground(options.repository, root);
  if (!playground.ok) return playground;
  const prepared = await prepare(options);
  if (!prepared.ok) return prepared;
  const { vscode, vsix } = prepared.value;
  const running: Running[] = [];
  for (const [index, participant] of playground.value.participants.entries()) {
    const port = options.port === 0 ? 0 : options.port + index;
    const started = await startFor(participant, vscode, vsix, port);
    if (!started.ok) return started;
    running.push(started.value);
  }
  introduce(playground.value, running);
  if (options.once) {
    for (const { participant, server } of running) {
      if (!(await answers(`${server.address}/`)))
        return refuse(`The ${participant.role}'s VS Code does not answer.`);
    }
    say("Both answer.");
    return succeed(undefined);
  }
  if (options.open) {
    for (const { server } of running) await openInBrowser(`${server.address}/`, say);
  }
  await Promise.race(running.map(({ server }) => server.ended));
  return refuse("One of the two VS Codes has ended, so this ends as well.");
};

let interrupted = false;

const main = async (): Promise<number> => {
  const here = process.env["INIT_CWD"] ?? process.cwd();
  const options = parseTryOptions(process.argv.slice(2), here, projectRoot);
  if (!options.ok || options.value.help) {
    say(options.ok ? usage : options.reason);
    return options.ok ? 0 : 1;
  }
  const tried = await tryOut(options.value);
  if (!tried.ok && !interrupted) say(tried.reason);
  return tried.ok ? 0 : 1;
};

endOnSignals(() => {
  interrupted = true;
  say("\nEnding both, and removing the clones …");
});
void main().then((code) => {
  if (!interrupted) process.exit(code);
});
