import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../project.ts";

/** What a layer needs besides Node and git. */
export type Need = "package" | "vscode" | "browser";

export type Layer = {
  readonly name: string;
  /** Where its test files are, from the project's root. */
  readonly folder: string;
  readonly needs: readonly Need[];
  /** How its files are spread over processes, of which two run at a time. "one": they share something, such as the screen's time. */
  readonly processes: "one" | "two halves" | "one a file";
  /** Milliseconds for one test unless it asks for more, and for all of them. */
  readonly testLimit: number;
  readonly layerLimit: number;
};

/** What runs leave behind: results and logs. */
export const runsFolder = path.join(projectRoot, "out/tests");

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** In the order in which they run, the cheapest first; docs/architecture.md says what each proves. */
export const layers: readonly Layer[] = [
  {
    name: "unit",
    folder: "test/unit",
    needs: [],
    processes: "two halves",
    testLimit: 20 * SECOND,
    layerLimit: 10 * MINUTE,
  },
  {
    name: "contract",
    folder: "test/contract",
    needs: [],
    processes: "two halves",
    testLimit: 20 * SECOND,
    layerLimit: 5 * MINUTE,
  },
  {
    name: "git",
    folder: "test/git",
    needs: [],
    processes: "one a file",
    testLimit: MINUTE,
    layerLimit: 20 * MINUTE,
  },
  {
    name: "cli",
    folder: "test/cli",
    needs: [],
    processes: "one a file",
    testLimit: MINUTE,
    layerLimit: 10 * MINUTE,
  },
  {
    name: "package",
    folder: "test/package",
    needs: ["package"],
    processes: "one a file",
    testLimit: MINUTE,
    layerLimit: 5 * MINUTE,
  },
  {
    name: "webview",
    folder: "test/webview",
    needs: ["package", "browser"],
    processes: "one",
    testLimit: MINUTE,
    layerLimit: 30 * MINUTE,
  },
  {
    name: "host",
    folder: "test/host/suite",
    needs: ["package", "vscode", "browser"],
    processes: "one",
    testLimit: MINUTE,
    layerLimit: 20 * MINUTE,
  },
  {
    name: "journey",
    folder: "test/journey",
    needs: ["package", "vscode", "browser"],
    processes: "one",
    testLimit: 3 * MINUTE,
    layerLimit: 30 * MINUTE,
  },
  {
    name: "installed",
    folder: "test/installed",
    needs: ["package", "vscode", "browser"],
    processes: "one",
    testLimit: 3 * MINUTE,
    layerLimit: 15 * MINUTE,
  },
];

const testFilesUnder = (root: string): string[] =>
  existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".test.ts"))
        .sort()
        .map((file) => path.join(root, file))
    : [];

/** The test files of a layer, as absolute paths in a fixed order. */
export const testFiles = ({ folder }: Pick<Layer, "folder">): string[] =>
  testFilesUnder(path.join(projectRoot, folder));

/** Test files that no layer would run: a folder that nobody listed above. */
export const strayTestFiles = (): string[] => {
  const listed = new Set(layers.flatMap(testFiles));
  return testFilesUnder(path.join(projectRoot, "test")).filter((file) => !listed.has(file));
};
