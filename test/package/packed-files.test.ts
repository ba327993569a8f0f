import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { packagedExtension, projectRoot } from "../../scripts/project.ts";
import { inspectScript } from "../support/inspect-script.ts";
import { readZip } from "../support/zip-file.ts";

/** Everything that ships. Whoever adds a file to the package adds it here, and thinks about whether it belongs there. */
const EXPECTED = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/changelog.md",
  "extension/dist/extension.js",
  "extension/dist/panel.js",
  "extension/dist/sightline.js",
  "extension/dist/window.js",
  "extension/l10n/bundle.l10n.fr.json",
  "extension/media/activity.svg",
  "extension/media/gutter/changed-dark.svg",
  "extension/media/gutter/changed-light.svg",
  "extension/media/gutter/decided-dark.svg",
  "extension/media/gutter/decided-light.svg",
  "extension/media/gutter/lost-dark.svg",
  "extension/media/gutter/lost-light.svg",
  "extension/media/gutter/on-record-dark.svg",
  "extension/media/gutter/on-record-light.svg",
  "extension/media/gutter/options-ready-dark.svg",
  "extension/media/gutter/options-ready-light.svg",
  "extension/media/icon.png",
  "extension/media/icon.svg",
  "extension/media/panel.css",
  "extension/media/tab-dark.svg",
  "extension/media/tab-light.svg",
  "extension/media/walkthrough/draft.fr.svg",
  "extension/media/walkthrough/draft.svg",
  "extension/media/walkthrough/flag.fr.svg",
  "extension/media/walkthrough/flag.svg",
  "extension/media/walkthrough/see.fr.svg",
  "extension/media/walkthrough/see.svg",
  "extension/media/walkthrough/tell.fr.svg",
  "extension/media/walkthrough/tell.svg",
  "extension/package.json",
  "extension/package.nls.fr.json",
  "extension/package.nls.json",
  "extension/readme.md",
];

/** 1.2 MB: room over the first full build, and far under what makes an installation slow. */
const MAX_BYTES = 1_200_000;

/** How the widgets look for the global object where there is no `globalThis`, which is nowhere in VS Code. */
const NEVER_REACHED = ['new Function("return this")'];

const files = readZip(packagedExtension);
const textOf = (name: string): string => String(files.find((file) => file.name === name)?.read() ?? "");

const isNode = (name: string): boolean => name.startsWith("node:") || builtinModules.includes(name);

describe("the packed extension", () => {
  it("holds exactly the files that it should", () => {
    assert.deepEqual(files.map(({ name }) => name).sort(), [...EXPECTED].sort());
  });

  it(`weighs less than ${MAX_BYTES / 1_000_000} MB`, () => {
    const { size } = statSync(packagedExtension);
    assert.ok(size < MAX_BYTES, `${size} bytes; the largest: ${JSON.stringify(largest())}`);
  });

  it("was built from what is on disk", () => {
    assert.equal(
      textOf("extension/dist/extension.js"),
      readFileSync(path.join(projectRoot, "dist/extension.js"), "utf8"),
    );
  });

  it("has extension bundles that need VS Code, Node and each other only", () => {
    const others = (name: string) =>
      inspectScript(textOf(`extension/dist/${name}`)).imports.filter(
        (imported) => imported !== "vscode" && !isNode(imported),
      );
    assert.deepEqual(others("extension.js"), ["./window.js"]);
    assert.deepEqual(others("window.js"), []);
  });

  it("starts with a bundle so small that no window waits for it", () => {
    const { length } = textOf("extension/dist/extension.js");
    assert.ok(length < 10_000, `${length} characters`);
  });

  it("has a command line that needs Node only", () => {
    assert.deepEqual(
      inspectScript(textOf("extension/dist/sightline.js")).imports.filter((name) => !isNode(name)),
      [],
    );
  });

  it("has a command line that runs with nothing beside it", () => {
    const own = mkdtempSync(path.join(tmpdir(), "sightline-packed-"));
    try {
      const file = path.join(own, "sightline.js");
      writeFileSync(file, textOf("extension/dist/sightline.js"));
      const ended = spawnSync(process.execPath, [file, "--help"], {
        cwd: own,
        encoding: "utf8",
        timeout: 30_000,
      });
      assert.equal(ended.status, 0, ended.stderr);
      assert.match(ended.stdout, /sightline/);
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });

  it("has a panel that needs nothing but a browser, and makes no code from text", () => {
    const { imports, codeFromText } = inspectScript(textOf("extension/dist/panel.js"));
    assert.deepEqual(imports, []);
    assert.deepEqual(
      codeFromText.filter((code) => !NEVER_REACHED.includes(code)),
      [],
    );
  });

  it("names no source map", () => {
    for (const { name } of files.filter((file) => file.name.endsWith(".js"))) {
      assert.doesNotMatch(textOf(name), /sourceMappingURL=/, name);
    }
  });
});

const largest = (): readonly [string, number][] =>
  files
    .map(({ name, size }): [string, number] => [name, size])
    .sort(([, one], [, other]) => other - one)
    .slice(0, 5);
