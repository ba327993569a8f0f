// npm run package: builds the bundles as they ship and packs sightline.vsix.
import { statSync } from "node:fs";
import path from "node:path";
import { buildPackage } from "./build-package.ts";
import { endOnSignals } from "./process/end-with-us.ts";
import { projectRoot } from "./project.ts";
import { sayOnTerminal as say } from "./say.ts";

const main = async (): Promise<number> => {
  const made = await buildPackage();
  if (!made.ok) {
    say(made.reason);
    return 1;
  }
  say(`${path.relative(projectRoot, made.value)}, ${Math.ceil(statSync(made.value).size / 1024)} KB`);
  return 0;
};

endOnSignals();
void main().then((code) => {
  process.exitCode = code;
});
