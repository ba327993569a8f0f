import type { Anchor } from "../domain/anchor.ts";

/** The folder of a file, by its path from the top; "" for the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The folders of some places, each once, sorted; a place that is a folder stands for itself. */
export const foldersOf = (anchors: readonly Pick<Anchor, "path" | "whole">[]): string[] =>
  [...new Set(anchors.map(({ path, whole }) => (whole === "folder" ? path : folderOf(path))))].sort();
