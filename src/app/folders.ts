/** The folder of a file, by its path from the top; "" for the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The folders of some files, each once, sorted. */
export const foldersOf = (paths: readonly string[]): string[] => [...new Set(paths.map(folderOf))].sort();
