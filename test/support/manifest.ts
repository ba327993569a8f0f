import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod/mini";
import { projectRoot } from "../../scripts/project.ts";

const Command = z.object({
  command: z.string(),
  title: z.string(),
  category: z.optional(z.string()),
});

const Manifest = z.object({
  name: z.string(),
  publisher: z.string(),
  main: z.string(),
  engines: z.object({ vscode: z.string() }),
  activationEvents: z.array(z.string()),
  contributes: z.looseObject({
    commands: z.array(Command),
    keybindings: z.array(
      z.looseObject({ command: z.string(), key: z.string(), mac: z.optional(z.string()) }),
    ),
    menus: z.record(z.string(), z.array(z.looseObject({ command: z.optional(z.string()) }))),
    views: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))),
  }),
});

export type Manifest = z.infer<typeof Manifest>;

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(projectRoot, file), "utf8"));

/** package.json as VS Code reads it. */
export const manifest = (): Manifest => Manifest.parse(read("package.json"));

/** package.json as it is written. */
export const rawManifest = (): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(read("package.json"));

/** The words of the manifest in a language ("" is English), by key. */
export const manifestWords = (language: "" | "fr"): Record<string, string> =>
  z
    .record(z.string(), z.string())
    .parse(read(language === "" ? "package.nls.json" : `package.nls.${language}.json`));
