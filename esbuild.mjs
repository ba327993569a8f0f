// Builds dist/: the extension host's bundle, the panel's and the command line. `--production` minifies, `--watch` rebuilds.
import esbuild from "esbuild";
import { rmSync } from "node:fs";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};

/**
 * Leaves `import("./window.ts")` to run time: VS Code waits for extension.js at every start, and a file is read and compiled as a whole.
 * @type {esbuild.Plugin}
 */
const windowLater = {
  name: "window later",
  setup: (build) =>
    build.onResolve({ filter: /^\.\/window\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./window.js", external: true } : undefined,
    ),
};

/** @type {esbuild.BuildOptions[]} */
const targets = [
  {
    ...common,
    entryPoints: { extension: "src/extension.ts", window: "src/window.ts" },
    outdir: "dist",
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode"],
    plugins: [windowLater],
    // `require` instead of `import()`: VS Code hands out its API to the former.
    supported: { "dynamic-import": false },
  },
  {
    ...common,
    entryPoints: { panel: "src/webview/panel.ts" },
    outdir: "dist",
    platform: "browser",
    target: "es2022",
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  },
  {
    ...common,
    entryPoints: { sightline: "src/cli/sightline.ts" },
    outdir: "dist",
    platform: "node",
    target: "node20",
    format: "cjs",
    banner: { js: "#!/usr/bin/env node" },
  },
];

rmSync("dist", { recursive: true, force: true });
if (watch) {
  for (const target of targets) await (await esbuild.context(target)).watch();
  console.log("watching");
} else {
  await Promise.all(targets.map((target) => esbuild.build(target)));
}
