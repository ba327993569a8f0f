import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../project.ts";

const outFolder = path.join(projectRoot, "out/host-tests");

/** The test files for the extension host, bundled: `main` for VS Code's `extensionTestsPath`, with the environment that it expects. */
export type HostSuites = { readonly main: string; readonly environment: Readonly<Record<string, string>> };

/** Bundles each test file by itself, since the extension host is plain Node without tsx. `results` is the file that the run will write. */
export const bundleHostSuites = async (
  files: readonly string[],
  results: string,
  testLimit: number,
): Promise<HostSuites> => {
  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  await build({
    entryPoints: [path.join(projectRoot, "test/host/run-in-host.ts"), ...files],
    outbase: path.join(projectRoot, "test/host"),
    outdir: outFolder,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: "inline",
    external: ["vscode", "mocha", "playwright-core", "esbuild"],
    logLevel: "silent",
  });
  const bundled = files.map((file) =>
    path.join(outFolder, path.relative(path.join(projectRoot, "test/host"), file)).replace(/\.ts$/, ".js"),
  );
  return {
    main: path.join(outFolder, "run-in-host.js"),
    environment: {
      SIGHTLINE_HOST_MOCHA: require.resolve("mocha"),
      SIGHTLINE_HOST_FILES: JSON.stringify(bundled),
      SIGHTLINE_HOST_RESULTS: results,
      SIGHTLINE_HOST_TEST_LIMIT: String(testLimit),
    },
  };
};
