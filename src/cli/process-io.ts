import { createInterface } from "node:readline";
import { isatty } from "node:tty";
import type { Io, Output } from "./io.ts";

/** This process's own terminal or pipes. */
export function processIo(): Io {
  return {
    folder: process.cwd(),
    environment: process.env,
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
    canAsk: isatty(process.stdin.fd) && isatty(process.stderr.fd),
    ask,
    readInput,
    onInterrupt: (listener) => {
      process.once("SIGINT", listener);
      return () => void process.removeListener("SIGINT", listener);
    },
  };
}

function outputTo(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  // `sightline list | head` closes the pipe: what is under way goes on to its end, and nobody reads the rest.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return {
    write: (text) => void stream.write(text),
    isTerminal: isatty(stream.fd),
    columns: isatty(stream.fd) ? stream.columns : undefined,
  };
}

function ask(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((settle) => {
    lines.once("SIGINT", () => {
      lines.close();
      process.kill(process.pid, "SIGINT");
    });
    lines.once("close", () => settle(undefined));
    lines.question(question, (line) => {
      settle(line);
      lines.close();
    });
  });
}

async function readInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}
