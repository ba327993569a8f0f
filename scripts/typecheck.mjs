// Checks each room with the types of its own platform: see the tsconfig files for what each may see.
import { spawn } from "node:child_process";

const rooms = [
  "src/tsconfig.core.json",
  "src/tsconfig.node.json",
  "src/webview/tsconfig.json",
  "test/tsconfig.json",
];
const check = (room) =>
  new Promise((done) => {
    const child = spawn(process.execPath, ["node_modules/typescript/bin/tsc", "--pretty", "-p", room], {
      stdio: "inherit",
    });
    child.on("exit", (code) => done(code ?? 1));
  });
let failed = 0;
for (const room of rooms) failed ||= await check(room);
process.exit(failed);
