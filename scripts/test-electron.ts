// npm run test:electron: the suites of test/host once more, in a desktop VS Code that @vscode/test-electron downloads.
// SIGHTLINE_VSCODE chooses its version ("stable" if not set). Needs Microsoft's download host, and on Linux a display.
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { refuse, succeed } from "../src/base/result.ts";
import type { Result } from "../src/base/result.ts";
import { buildPackage } from "./build-package.ts";
import { endOnSignals } from "./process/end-with-us.ts";
import { ownTemporaryFolder } from "./process/own-temporary-folder.ts";
import { run } from "./process/run.ts";
import { fetchedFolder, projectRoot } from "./project.ts";
import { sayOnTerminal as say } from "./say.ts";
import { readHostResults } from "./test/host-results.ts";
import { bundleHostSuites } from "./test/host-suites.ts";
import { makeHostWorkspace } from "./test/host-workspace.ts";
import { runsFolder, testFiles } from "./test/layers.ts";
import { layerLine, sayReport } from "./test/report.ts";
import type { Results } from "./test/results.ts";
import { quietSettings } from "./vscode/quiet-settings.ts";

const TEST_LIMIT_MS = 60_000;
const RUN_LIMIT_MS = 600_000;

const download = async (): Promise<Result<string, string>> => {
  const version = process.env["SIGHTLINE_VSCODE"] ?? "stable";
  try {
    return succeed(await downloadAndUnzipVSCode({ version, cachePath: path.join(fetchedFolder, "desktop") }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse(
      `The desktop VS Code (${version}) could not be downloaded: ${why}. ` +
        "Check that this machine reaches update.code.visualstudio.com; `npm test` runs the same suites without it.",
    );
  }
};

const runIn = async (executable: string, own: string): Promise<Result<Results, string>> => {
  await mkdir(runsFolder, { recursive: true });
  const output = path.join(runsFolder, "electron.json");
  await rm(output, { force: true });
  const suites = await bundleHostSuites(testFiles({ folder: "test/host/suite" }), output, TEST_LIMIT_MS);
  const workspace = await makeHostWorkspace();
  const user = path.join(own, "user");
  await mkdir(path.join(user, "User"), { recursive: true });
  await writeFile(path.join(user, "User/settings.json"), JSON.stringify(quietSettings));
  const outer = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  const ended = await run(
    executable,
    [
      workspace.folder,
      ...[`--extensionDevelopmentPath=${projectRoot}`, `--extensionTestsPath=${suites.main}`],
      ...[`--user-data-dir=${user}`, `--extensions-dir=${path.join(own, "extensions")}`],
      ...["--no-sandbox", "--disable-gpu", "--disable-updates", "--skip-welcome", "--skip-release-notes"],
      "--disable-workspace-trust",
    ],
    {
      environment: { ...Object.fromEntries(outer), ...workspace.environment, ...suites.environment },
      limit: RUN_LIMIT_MS,
    },
  );
  await workspace.remove();
  const results = await readHostResults(output);
  if (results !== undefined) return succeed(results);
  const how = ended.late ? "within ten minutes" : `and ended with code ${ended.code ?? "none"}`;
  return refuse(
    `VS Code did not finish the tests ${how}.\n${ended.stderr.trim().split("\n").slice(-20).join("\n")}`,
  );
};

const main = async (): Promise<Result<Results, string>> => {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === "linux" && DISPLAY === undefined && WAYLAND_DISPLAY === undefined) {
    return refuse(
      "There is no display for VS Code to open on. Run `xvfb-run -a npm run test:electron` instead.",
    );
  }
  const executable = await download();
  if (!executable.ok) return executable;
  const built = await buildPackage();
  if (!built.ok) return built;
  return runIn(executable.value, ownTemporaryFolder("sightline-desktop-"));
};

endOnSignals();
const start = performance.now();
void main().then((ended) => {
  if (!ended.ok) {
    say(ended.reason);
    process.exit(1);
  }
  const layer = { name: "electron", results: ended.value, seconds: (performance.now() - start) / 1000 };
  say(layerLine(layer));
  const { passed, failures } = sayReport([layer], say);
  process.exit(passed === 0 || failures.length > 0 ? 1 : 0);
});
