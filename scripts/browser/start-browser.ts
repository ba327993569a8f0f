import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { refuse, succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";
import type { Say } from "../say.ts";
import { installedProgram } from "./browser-program.ts";
import type { BrowserProgram } from "./browser-program.ts";
import { debianBrowser } from "./debian-browser.ts";
import { installedBrowsers } from "./installed-browsers.ts";
import { npmBrowser, npmBrowserImpossible } from "./npm-browser.ts";

export type StartedBrowser = { readonly name: string; readonly browser: Browser };

/** `offline`: there is one, but its source can't be reached now. `nowhere`: nobody has one for this machine that asks for no one's leave. */
export type NoBrowser = { readonly offline: boolean; readonly nowhere: boolean; readonly because: string };

const START_LIMIT_MS = 30_000;

const start = async (program: BrowserProgram): Promise<Result<StartedBrowser, string>> => {
  try {
    const browser = await chromium.launch({
      executablePath: program.executable,
      headless: true,
      timeout: START_LIMIT_MS,
      args: [...program.parameters, "--disable-gpu", "--disable-quic"],
      env: { ...(process.env as Record<string, string>), ...program.environment },
    });
    return succeed({ name: `${program.name}, version ${browser.version()}`, browser });
  } catch (error) {
    const [reason] = error instanceof Error ? error.message.split("\n") : [String(error)];
    return refuse(`${program.name} does not start (${reason ?? "no reason given"})`);
  }
};

const broken = { offline: false, nowhere: false } as const;

const startOnly = async (program: BrowserProgram): Promise<Result<StartedBrowser, NoBrowser>> => {
  const started = await start(program);
  return started.ok ? started : refuse({ ...broken, because: started.reason });
};

const startFromNpm = async (say: Say): Promise<Result<StartedBrowser, NoBrowser>> => {
  const impossible = npmBrowserImpossible();
  if (impossible !== undefined) return refuse({ offline: false, nowhere: true, because: impossible });
  const program = await npmBrowser(say);
  if (!program.ok) return refuse({ ...program.reason, nowhere: false });
  return startOnly(program.value);
};

const startNamed = async (named: string, say: Say): Promise<Result<StartedBrowser, NoBrowser>> => {
  if (named === "npm") return startFromNpm(say);
  if (!existsSync(named)) {
    return refuse({ ...broken, because: `SIGHTLINE_BROWSER names ${named}, which is not there` });
  }
  return startOnly(installedProgram(named));
};

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, "");

/**
 * Starts a headless browser: the one that the environment variable SIGHTLINE_BROWSER names (a path, or `npm` for the one from npm), else
 * one that is installed, else the one from npm, else the distribution's. A browser that does not start is passed over.
 */
export const startBrowser = async (say: Say): Promise<Result<StartedBrowser, NoBrowser>> => {
  const named = process.env["SIGHTLINE_BROWSER"];
  if (named !== undefined && named !== "") return startNamed(named, say);
  const reasons: string[] = [];
  for (const program of installedBrowsers()) {
    const started = await start(program);
    if (started.ok) return started;
    reasons.push(started.reason);
  }
  const fromNpm = await startFromNpm(say);
  if (fromNpm.ok) return fromNpm;
  const program = await debianBrowser(say);
  const started = program.ok ? await start(program.value) : program;
  if (started.ok) return started;
  return refuse({
    ...fromNpm.reason,
    because: [...reasons, fromNpm.reason.because, started.reason].map(withoutStop).join("; "),
  });
};
