import { refuse, succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";
import { lastWords, run } from "../process/run.ts";
import type { Say } from "../say.ts";
import { installedBrowsers } from "./installed-browsers.ts";
import type { BrowserProgram } from "./browser-program.ts";

const APT = { environment: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, limit: 600_000 };

/** Installs the distribution's Chromium, where that asks nobody for anything: as root, with apt-get. */
export const debianBrowser = async (say: Say): Promise<Result<BrowserProgram, string>> => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    return refuse("installing the distribution's Chromium takes Linux and root");
  }
  say("Installing the distribution's Chromium with apt-get …");
  const updated = await run("apt-get", ["update", "-qq"], APT);
  if (updated.missing) return refuse("there is no apt-get to install the distribution's Chromium with");
  const installed = await run(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
    APT,
  );
  const [browser] = installedBrowsers();
  return installed.code === 0 && browser !== undefined
    ? succeed(browser)
    : refuse(`apt-get could not install Chromium: ${lastWords(installed, 2)}`);
};
