// Lets `npm run try` and `npm test` start from a bare clone: installs the locked packages if they are not there.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Sightline is built with Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`,
  );
  process.exit(1);
}
const wanted = "package-lock.json";
const installed = "node_modules/.package-lock.json";
const names = (file) =>
  Object.entries(JSON.parse(readFileSync(file, "utf8")).packages)
    .filter(([name, entry]) => name !== "" && !entry.optional && !entry.peer)
    .map(([name, entry]) => `${name}@${entry.version}`);
const upToDate = existsSync(installed) && names(wanted).every((name) => names(installed).includes(name));
if (!upToDate) {
  console.log("Installing the locked packages (npm ci) …");
  const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    console.error(
      "The packages could not be installed. Check that npm reaches its registry, then run the command again.",
    );
    process.exit(1);
  }
}
