import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { installedProgram } from "./browser-program.ts";
import type { BrowserProgram } from "./browser-program.ts";

const onPath = (names: readonly string[]): string[] =>
  names.flatMap((name) =>
    (process.env["PATH"] ?? "").split(path.delimiter).map((folder) => path.join(folder, name)),
  );

const linux = (): string[] =>
  onPath([
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
  ]);

const mac = (): string[] =>
  ["/Applications", path.join(homedir(), "Applications")].flatMap((folder) =>
    ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) =>
      path.join(folder, `${name}.app/Contents/MacOS`, name),
    ),
  );

const windows = (): string[] =>
  ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined
      ? []
      : ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map((file) =>
          path.join(folder, file),
        );
  });

/** Chrome, Chromium and Edge in the places where their installers put them. */
export const installedBrowsers = (): BrowserProgram[] => {
  const places = process.platform === "win32" ? windows() : process.platform === "darwin" ? mac() : linux();
  return places.filter((place) => existsSync(place)).map(installedProgram);
};
