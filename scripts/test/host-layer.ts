import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startBrowser } from "../browser/start-browser.ts";
import { projectRoot } from "../project.ts";
import { getVscode } from "../vscode/get-vscode.ts";
import { startServer } from "../vscode/server.ts";
import { windowAddress } from "../vscode/window-address.ts";
import { readHostResults } from "./host-results.ts";
import { bundleHostSuites } from "./host-suites.ts";
import { makeHostWorkspace } from "./host-workspace.ts";
import { runsFolder } from "./layers.ts";
import type { Layer } from "./layers.ts";
import { nothingRan, testsIn, withFailure } from "./results.ts";
import type { Results } from "./results.ts";

type HostEnd = { readonly code: number | undefined; readonly log: readonly string[] };

/** Opens a window in which VS Code runs the tests, and waits for it to say that they are over. */
const runInWindow = async (address: string, limit: number): Promise<HostEnd> => {
  const started = await startBrowser(() => undefined);
  if (!started.ok) return { code: undefined, log: [started.reason.because] };
  const { browser } = started.value;
  try {
    const page = await browser.newPage();
    const log: string[] = [];
    const exited = new Promise<number>((settle) => {
      // VS Code looks for these two when it starts. What it says comes with console.log's formatting: "%c" and colours.
      void page.exposeFunction("codeAutomationLog", (type: string, words: unknown[]) => {
        log.push([type, ...words].join(" "));
      });
      void page.exposeFunction("codeAutomationExit", (code: number) => settle(code));
    });
    await page.goto(address, { waitUntil: "domcontentloaded", timeout: 60_000 });
    const code = await new Promise<number | undefined>((settle) => {
      const limiter = setTimeout(() => settle(undefined), limit);
      void exited.then((ended) => {
        clearTimeout(limiter);
        settle(ended);
      });
    });
    return { code, log };
  } finally {
    await browser.close();
  }
};

/**
 * Runs the suites of test/host inside VS Code's extension host, with the extension as it was built. Its exit code alone proves nothing,
 * since a dead extension host also gives 0: what counts is the results file.
 */
export const runHostLayer = async (layer: Layer, files: readonly string[]): Promise<Results> => {
  await mkdir(runsFolder, { recursive: true });
  const output = path.join(runsFolder, `${layer.name}.json`);
  await rm(output, { force: true });
  const vscode = await getVscode(() => undefined);
  if (!vscode.ok) return withFailure(nothingRan, layer.name, vscode.reason.because);
  const suites = await bundleHostSuites(files, output, layer.testLimit);
  const workspace = await makeHostWorkspace();
  const own = await mkdtemp(path.join(tmpdir(), "sightline-host-vscode-"));
  const server = await startServer({
    vscode: vscode.value,
    folders: { data: path.join(own, "data"), extensions: path.join(own, "extensions") },
    environment: { ...workspace.environment, ...suites.environment },
  });
  try {
    if (!server.ok) return withFailure(nothingRan, layer.name, server.reason);
    const address = windowAddress(server.value, workspace.folder, [projectRoot], suites.main);
    const { code, log } = await runInWindow(address, layer.layerLimit);
    const results = await readHostResults(output);
    const said = [...log, server.value.log()].join("\n").trim().split("\n").slice(-30).join("\n");
    if (results === undefined) {
      const how = code === undefined ? "within its limit" : `and ended with code ${code}`;
      return withFailure(
        nothingRan,
        layer.name,
        `The extension host did not finish the tests ${how}.\n${said}`,
      );
    }
    if (testsIn(results) === 0) return withFailure(results, layer.name, "There is no test in these files.");
    if (code !== 0 && results.failures.length === 0) {
      return withFailure(
        results,
        layer.name,
        `No test failed, but the window ended with ${code ?? "nothing"}.\n${said}`,
      );
    }
    return results;
  } finally {
    if (server.ok) await server.value.stop();
    await workspace.remove();
    await rm(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
