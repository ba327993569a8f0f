import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { refuse, succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";
import { endGroup, endWithUs, ownGroup } from "../process/end-with-us.ts";
import { leash } from "../process/leash.ts";
import { lastWords, run } from "../process/run.ts";
import type { InstalledVscode } from "./get-vscode.ts";
import { quietSettings } from "./quiet-settings.ts";
import type { Settings } from "./quiet-settings.ts";

/** Where one VS Code keeps everything of its own. Two of them are two machines. */
export type ServerFolders = {
  /** Settings, logs and what extensions store. */
  readonly data: string;
  /** Installed extensions. */
  readonly extensions: string;
};

export type ServerOptions = {
  readonly vscode: InstalledVscode;
  readonly folders: ServerFolders;
  /** The folder that the plain address opens. */
  readonly folder?: string;
  /** Added to {@link quietSettings}. */
  readonly settings?: Settings;
  /** Added to this process's environment; it reaches the extension host and the git it starts. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ask before a folder is trusted (Restricted Mode until then). Left out: every folder is trusted. */
  readonly askForTrust?: boolean;
  /** 0 or left out: any free port. */
  readonly port?: number;
};

export type Server = {
  readonly port: number;
  /** 127.0.0.1, not a host name: webviews need an address that the browser trusts without a certificate. */
  readonly address: string;
  /** What it has written so far. */
  readonly log: () => string;
  /** Set once the server is gone. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;

/** A VS Code, Node or git around us leaves variables that would change the new one. */
const environmentFor = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_|GIT_(DIR|INDEX_FILE|WORK_TREE)$)/.test(name),
    ),
  ),
  ...more,
});

const writeJson = async (file: string, content: Settings): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content, null, 2));
};

/** The user settings of a machine. A window reads them when it opens, and again only when it reloads. */
const writeSettings = ({ data }: ServerFolders, settings: Settings): Promise<void> =>
  writeJson(path.join(data, "data/User/settings.json"), { ...quietSettings, ...settings });

/** The settings of a machine that win over the user's. Open windows follow within a second; `application` settings don't count here. */
export const writeMachineSettings = ({ data }: ServerFolders, settings: Settings): Promise<void> =>
  writeJson(path.join(data, "data/Machine/settings.json"), settings);

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** Starts VS Code as a server on this machine and waits until it answers. It ends with this process at the latest. */
export const startServer = async ({
  vscode,
  folders,
  folder,
  settings = {},
  environment = {},
  askForTrust = false,
  port = 0,
}: ServerOptions): Promise<Result<Server, string>> => {
  await mkdir(folders.extensions, { recursive: true });
  await writeSettings(folders, { "security.workspace.trust.enabled": askForTrust, ...settings });
  const parameters = [
    ...leash.arguments,
    vscode.main,
    ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
    ...["--server-data-dir", folders.data, "--extensions-dir", folders.extensions],
    "--accept-server-license-terms",
    ...["--telemetry-level", "off", "--disable-getting-started-override"],
    ...(askForTrust ? [] : ["--disable-workspace-trust"]),
    ...(folder === undefined ? [] : ["--default-folder", folder]),
  ];
  const child = spawn(process.execPath, parameters, {
    ...ownGroup,
    env: { ...environmentFor(environment), ...leash.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  endWithUs(child);
  let log = "";
  const ended = new Promise<void>((settle) => child.once("exit", () => settle()));
  const stop = async (): Promise<void> => {
    const harder = setTimeout(() => endGroup(child, "SIGKILL"), STOP_LIMIT_MS);
    if (isRunning(child)) {
      endGroup(child, "SIGTERM");
      await ended;
    }
    clearTimeout(harder);
    // Extension hosts that outlive their server by a moment hold files in the folders that are removed next.
    endGroup(child, "SIGKILL");
  };

  return new Promise((settle) => {
    const failed = (because: string): void => {
      clearTimeout(limiter);
      void stop();
      settle(refuse(because));
    };
    const limiter = setTimeout(
      () => failed(`VS Code did not start within a minute:\n${log}`),
      START_LIMIT_MS,
    );
    const read = (bytes: Buffer): void => {
      log += String(bytes);
      // It says so and goes on without a port.
      if (log.includes("EADDRINUSE")) {
        failed(`Port ${port} is taken by another program. Choose another one, or leave it out.`);
        return;
      }
      const bound = /listening on (\d+)/.exec(log)?.[1];
      if (bound === undefined) return;
      clearTimeout(limiter);
      settle(
        succeed({ port: Number(bound), address: `http://127.0.0.1:${bound}`, log: () => log, ended, stop }),
      );
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", (error) => failed(`VS Code could not be started: ${error.message}`));
    child.once("exit", () => failed(`VS Code ended at once:\n${log}`));
  });
};

/** Installs a packaged extension into a machine whose server is not running yet. */
export const installExtension = async (
  vscode: InstalledVscode,
  folders: ServerFolders,
  vsix: string,
): Promise<Result<void, string>> => {
  const ended = await run(
    process.execPath,
    [
      vscode.main,
      "--accept-server-license-terms",
      ...["--server-data-dir", folders.data, "--extensions-dir", folders.extensions],
      ...["--install-extension", vsix],
    ],
    { environment: environmentFor({}), limit: 60_000 },
  );
  return ended.code === 0 && ended.stdout.includes("successfully installed")
    ? succeed(undefined)
    : refuse(`VS Code refused to install ${path.basename(vsix)}:\n${lastWords(ended)}`);
};
