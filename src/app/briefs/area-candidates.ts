import { areaName, nameWords } from "./area-name.ts";

/** A folder or file by which people may name a part of the product. */
export interface AreaCandidate {
  readonly path: string;
  readonly name: string;
  /** The words of its own name, in lower case. */
  readonly words: readonly string[];
}

/** Beyond this many files of a repository its folders alone are offered. */
const MOST_FILES = 20_000;

/** How deep a folder is that people still have a name for. */
const DEEPEST = 5;

/** Files that test others, by the names that their tools give them: a part of the product is called by what is tested. */
const testName = /(?:^|\/)(?:test_[^/]*|[^/]*(?:[._-](?:test|tests|spec)|(?:Test|Tests|Spec))\.[^/]+)$/;

/** The folders, and in repositories of some size the files, of a work tree. What begins with a dot is a tool's, not the product's. */
export function areaCandidates(files: readonly string[]): readonly AreaCandidate[] {
  const folders = new Set<string>();
  const shown = files.filter((file) => !file.startsWith(".") && !file.includes("/."));
  for (const file of shown) {
    // Where a folder is known, those that hold it are.
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      const folder = file.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return [
    ...[...folders]
      .filter((folder) => folder.split("/").length <= DEEPEST)
      .sort()
      .map((folder) => candidate(`${folder}/**`, folder)),
    ...(shown.length > MOST_FILES
      ? []
      : shown.filter((file) => !testName.test(file)).map((file) => candidate(file, file))),
  ];
}

function candidate(path: string, from: string): AreaCandidate {
  const own = from.slice(from.lastIndexOf("/") + 1).replace(/\.[^/]*$/, "");
  return { path, name: areaName(path), words: nameWords(own).map((word) => word.toLowerCase()) };
}
