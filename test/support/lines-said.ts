import type { Readable } from "node:stream";

/** The lines that a process has written so far; it grows with them. */
export function linesSaid(output: Readable): readonly string[] {
  const said: string[] = [];
  let rest = "";
  output.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    said.push(...lines);
  });
  return said;
}
