import { version } from "../../package.json";
import { EXIT } from "./exit-codes.ts";
import { main } from "./main.ts";
import { processIo } from "./process-io.ts";

void main(process.argv.slice(2), version, processIo()).then((exit) => {
  // Not ended by force otherwise: what was written to a pipe has to get through it.
  process.exitCode = exit;
  if (exit === EXIT.interrupted) process.exit();
});
