import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import type { SourceMapPayload } from "node:module";
import path from "node:path";
import { projectRoot } from "../project.ts";

const mapOf = (file: string): SourceMap | undefined => {
  if (!existsSync(file)) return undefined;
  const inline = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(
    readFileSync(file, "utf8"),
  )?.[1];
  if (inline === undefined) return undefined;
  return new SourceMap(JSON.parse(String(Buffer.from(inline, "base64"))) as SourceMapPayload);
};

/** Puts the positions in a stack from bundled test files back to where the tests are written. VS Code does not do so in its extension host. */
export const withSourcePositions = (stack: string): string =>
  stack.replaceAll(
    /(?<=[(\s])([^()\s]*out[\\/]host-tests[\\/][^()\s]+\.js):(\d+):(\d+)/g,
    (position, bundled: string, line: string, column: string) => {
      const file = path.resolve(projectRoot, bundled);
      const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
      if (entry === undefined || !("originalSource" in entry)) return position;
      const source = path.relative(projectRoot, path.resolve(path.dirname(file), entry.originalSource));
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    },
  );
