import { existsSync } from "node:fs";
import path from "node:path";
import { refuse, succeed } from "../src/base/result.ts";
import type { Result } from "../src/base/result.ts";
import { lastWords, run } from "./process/run.ts";
import type { Ended } from "./process/run.ts";

/** Why npm could not do it. `offline`: its registry cannot be reached from here, so that trying again is of no use now. */
export type NpmFailure = { readonly offline: boolean; readonly because: string };

const OFFLINE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

const failure = (ended: Ended): NpmFailure => {
  if (ended.missing)
    return { offline: false, because: "npm was not found. Install Node with npm, and run this again." };
  if (ended.late) {
    return { offline: false, because: "npm did not finish in time. Check the network, and run this again." };
  }
  if (OFFLINE.test(ended.stderr)) {
    return {
      offline: true,
      because:
        "npm cannot reach its registry. Check the network or npm's proxy settings, and run this again.",
    };
  }
  if (ended.stderr.includes("ENOSPC")) {
    return {
      offline: false,
      because: "The disk is full. Make room (VS Code takes 460 MB), and run this again.",
    };
  }
  return { offline: false, because: `npm failed:\n${lastWords(ended)}` };
};

/** npm hands its scripts a description of the package they belong to; a second npm elsewhere must not take it for its own. */
const withoutOurPackage = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|command|config_local_prefix|execpath|node_execpath)/.test(name),
    ),
  );

/** Tries a few times within a minute, then gives up: npm's own defaults keep a person without a network waiting for minutes. */
const PATIENCE = ["--fetch-retries=3", "--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=10000"];
const QUIET = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];

/** npm's own script, if it can be told: the one that started us, or the one beside Node on Windows, where `npm` needs a shell. */
const npmScript = (): string | undefined =>
  [
    process.env["npm_execpath"] ?? "",
    path.join(path.dirname(process.execPath), "node_modules/npm/bin/npm-cli.js"),
  ].find((file) => path.basename(file) === "npm-cli.js" && existsSync(file));

/** Runs npm in `cwd`; `limit` in milliseconds. */
export const npm = async (
  parameters: readonly string[],
  { cwd, environment = {}, limit }: { cwd: string; environment?: NodeJS.ProcessEnv; limit: number },
): Promise<Result<void, NpmFailure>> => {
  const script = npmScript();
  const [command, before] = script === undefined ? ["npm", []] : [process.execPath, [script]];
  const ended = await run(command, [...before, ...parameters, ...PATIENCE, ...QUIET], {
    cwd,
    environment: { ...withoutOurPackage(), ...environment },
    limit,
  });
  return ended.code === 0 ? succeed(undefined) : refuse(failure(ended));
};
