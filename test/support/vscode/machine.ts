import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { packagedExtension, projectRoot } from "../../../scripts/project.ts";
import { getVscode } from "../../../scripts/vscode/get-vscode.ts";
import { gitIdentity } from "../../../scripts/vscode/person.ts";
import type { Person } from "../../../scripts/vscode/person.ts";
import type { Settings } from "../../../scripts/vscode/quiet-settings.ts";
import { installExtension, startServer, writeMachineSettings } from "../../../scripts/vscode/server.ts";
import type { Server } from "../../../scripts/vscode/server.ts";

/**
 * A computer with VS Code on it, as far as extensions can tell: its own settings, installed extensions, extension storage and git user.
 * Its windows are web pages (see window.ts). `globalState`, `workspaceState` and secrets are the exception: VS Code in a browser keeps
 * them in the browser, so they go with the {@link BrowserContext} and not with the machine.
 */
export type Machine = {
  readonly name: string;
  readonly server: Server;
  /** The folder that a window opens unless told otherwise. */
  readonly folder: string | undefined;
  /** Changes settings; open windows follow within a second. (Not for the few that VS Code takes from the user only.) */
  readonly changeSettings: (changes: Settings) => Promise<void>;
  /** Ends the server with its extension hosts and removes the machine's own folders. */
  readonly stop: () => Promise<void>;
};

export type MachineOptions = {
  /** For messages and folder names. */
  readonly name: string;
  readonly person?: Person;
  readonly folder?: string;
  /** The .vsix to install, null for none. Left out: Sightline as packaged by `npm run package`. */
  readonly vsix?: string | null;
  readonly settings?: Settings;
  /** Reaches the extension host: paths of files in which an extension tells a test something. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Folders start in Restricted Mode, and VS Code asks whether to trust them. */
  readonly askForTrust?: boolean;
};

const filesUnder = (folder: string): string[] => {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};

/** In milliseconds of the epoch: when what goes into the package was last changed. */
const lastChange = (): number => {
  const folders = ["src", "l10n", "media"].flatMap((folder) => filesUnder(path.join(projectRoot, folder)));
  const files = ["package.json", "package.nls.json", "esbuild.mjs"].map((file) =>
    path.join(projectRoot, file),
  );
  return Math.max(
    ...[...folders, ...files.filter((file) => existsSync(file))].map((file) => statSync(file).mtimeMs),
  );
};

/**
 * The packaged extension: the one that `npm test` has just packed (SIGHTLINE_VSIX), else sightline.vsix. One that is older than the source is
 * refused, since a test of it would prove nothing.
 */
const freshPackage = (): string => {
  const packed = process.env["SIGHTLINE_VSIX"];
  if (packed !== undefined) return packed;
  if (!existsSync(packagedExtension) || statSync(packagedExtension).mtimeMs < lastChange()) {
    throw new Error(
      `${packagedExtension} is missing or older than the source: run \`npm run package\` first`,
    );
  }
  return packagedExtension;
};

/** What is typed arrives as it is. */
const plainTyping: Settings = {
  "editor.autoClosingBrackets": "never",
  "editor.autoClosingQuotes": "never",
  "editor.autoIndent": "none",
  "editor.quickSuggestions": false,
  "editor.wordBasedSuggestions": "off",
};

/** Starts a machine: 2 s once VS Code has been fetched. */
export const startMachine = async ({
  name,
  person = { name: "Test Person", email: "person@example.invalid" },
  folder,
  vsix,
  settings = {},
  environment = {},
  askForTrust = false,
}: MachineOptions): Promise<Machine> => {
  const vscode = await getVscode(() => undefined);
  if (!vscode.ok) throw new Error(`VS Code could not be had: ${vscode.reason.because}`);
  const own = await mkdtemp(
    path.join(tmpdir(), `sightline-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-`),
  );
  const remove = () => rm(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const folders = { data: path.join(own, "data"), extensions: path.join(own, "extensions") };
  try {
    if (vsix !== null) {
      const installed = await installExtension(vscode.value, folders, vsix ?? freshPackage());
      if (!installed.ok) throw new Error(installed.reason);
    }
    const identity = await gitIdentity(own, person);
    let changed: Settings = {};
    const initial: Settings = {
      "security.workspace.trust.enabled": askForTrust,
      ...plainTyping,
      ...settings,
    };
    const server = await startServer({
      vscode: vscode.value,
      folders,
      settings: initial,
      environment: { ...identity, ...environment },
      askForTrust,
      ...(folder === undefined ? {} : { folder }),
    });
    if (!server.ok) throw new Error(server.reason);
    return {
      name,
      server: server.value,
      folder,
      changeSettings: async (changes) => {
        changed = { ...changed, ...changes };
        await writeMachineSettings(folders, changed);
      },
      stop: async () => {
        await server.value.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
};
