import path from "node:path";

/**
 * How a Node process is started so that it cannot outlive its starter: `arguments` go before the script, `environment` is added to its
 * own, and its standard input is a pipe that stays open.
 */
export const leash = {
  arguments: ["--require", path.join(__dirname, "leash.cjs")],
  environment: { SIGHTLINE_LEASH: "1" },
} as const;
