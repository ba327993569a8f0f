import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as z from "zod/mini";
import { buildPackage } from "../../scripts/build-package.ts";
import { projectRoot } from "../../scripts/project.ts";
import { getVscode } from "../../scripts/vscode/get-vscode.ts";
import { startServer } from "../../scripts/vscode/server.ts";
import { windowAddress } from "../../scripts/vscode/window-address.ts";
import { launchBrowser } from "../support/browser.ts";
import { figure, median } from "./figure.ts";
import type { Figure } from "./figure.ts";
import type { BenchOptions } from "./run.ts";

const RUNS = 8;
const OURS = "sightline.sightline";
const EMPTY = "sightline.empty";

const Sample = z.object({ [OURS]: z.number(), [EMPTY]: z.number() });

/** Runs in the extension host: activates both, the one first in one window and the other in the next, and writes how long each took. */
const measuring = `
const vscode = require("vscode");
const fs = require("node:fs");
exports.run = async () => {
  const ids = JSON.parse(process.env.SIGHTLINE_BENCH_IDS);
  const out = process.env.SIGHTLINE_BENCH_OUT;
  const lines = fs.existsSync(out) ? fs.readFileSync(out, "utf8").trim().split("\\n") : [];
  if (lines.length % 2 === 1) ids.reverse();
  const took = {};
  // The first one of a window also pays for what the extension host does once.
  await vscode.extensions.getExtension("sightline.developed").activate();
  for (const id of ids) {
    const extension = vscode.extensions.getExtension(id);
    if (extension === undefined) throw new Error(id + " is not among " + vscode.extensions.all.map((one) => one.id).filter((one) => !one.startsWith("vscode.")).join());
    if (extension.isActive) throw new Error(id + " was active already");
    const start = performance.now();
    await extension.activate();
    took[id] = performance.now() - start;
  }
  fs.appendFileSync(out, JSON.stringify(took) + "\\n");
};
`;

/** `activation.ratio`: how long \`activate\` of the built extension takes in a real extension host, against one that does nothing. */
export async function benchActivation({ say }: BenchOptions): Promise<readonly Figure[]> {
  const vscode = await getVscode(say);
  if (!vscode.ok) throw new Error(vscode.reason.because);
  const built = await buildPackage();
  if (!built.ok) throw new Error(built.reason);
  const own = await mkdtemp(path.join(tmpdir(), "sightline-activation-"));
  const out = path.join(own, "samples.jsonl");
  const browser = await launchBrowser();
  const extensions = path.join(own, "extensions");
  // Installed, as people have it: VS Code takes in what lies in this folder when it starts for the first time.
  await oursWithoutEvents(path.join(extensions, `${OURS}-0.0.1`));
  await emptyExtension(path.join(extensions, `${EMPTY}-0.0.1`), "empty");
  // VS Code runs what it is told to run only beside an extension that is being developed.
  const developed = path.join(own, "developed");
  await emptyExtension(developed, "developed");
  await writeFile(path.join(own, "measuring.js"), measuring);
  const folder = path.join(own, "folder");
  await mkdir(folder);
  const server = await startServer({
    vscode: vscode.value,
    folders: { data: path.join(own, "data"), extensions },
    environment: { SIGHTLINE_BENCH_IDS: JSON.stringify([OURS, EMPTY]), SIGHTLINE_BENCH_OUT: out },
  });
  try {
    if (!server.ok) throw new Error(server.reason);
    const address = windowAddress(server.value, folder, [developed], path.join(own, "measuring.js"));
    for (let run = 0; run <= RUNS; run++) {
      const page = await browser.newPage();
      const ended = new Promise<number>((settle) => void page.exposeFunction("codeAutomationExit", settle));
      let said = "";
      await page.exposeFunction(
        "codeAutomationLog",
        (type: string, words: unknown[]) => void (said += `${type} ${words.join(" ")}\n`),
      );
      await page.goto(address, { waitUntil: "domcontentloaded" });
      const code = await ended;
      if (code !== 0) throw new Error(`the window ended with ${code}:\n${said}${server.value.log()}`);
      await page.close();
    }
    // The first window fills the caches of disk and code, as the first round of every other figure does.
    const samples = (await readFile(out, "utf8"))
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => Sample.parse(JSON.parse(line)));
    const [oursTook, emptyTook] = [
      median(samples.map((one) => one[OURS])),
      median(samples.map((one) => one[EMPTY])),
    ];
    say(`  ours ${oursTook.toFixed(1)} ms, empty ${emptyTook.toFixed(1)} ms`);
    const ratio = median(samples.map((one) => one[OURS] / one[EMPTY]));
    return [
      figure(
        "activation.ratio",
        ratio,
        1.5,
        samples.length,
        "`activate` in a real extension host, against an empty extension's",
      ),
    ];
  } finally {
    if (server.ok) await server.value.stop();
    await browser.close();
    await rm(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** The built extension, but only activated when somebody asks: else VS Code has done so before it can be measured. */
async function oursWithoutEvents(folder: string): Promise<void> {
  for (const part of ["dist", "media", "l10n", "package.nls.json"])
    await cp(path.join(projectRoot, part), path.join(folder, part), { recursive: true });
  const manifest = z
    .looseObject({})
    .parse(JSON.parse(await readFile(path.join(projectRoot, "package.json"), "utf8")));
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ ...manifest, activationEvents: [] }));
}

async function emptyExtension(folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "main.js"), "exports.activate = () => undefined;\n");
  const manifest = {
    name,
    publisher: "sightline",
    version: "0.0.1",
    engines: { vscode: "^1.100.0" },
    main: "./main.js",
    activationEvents: [],
  };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
}
