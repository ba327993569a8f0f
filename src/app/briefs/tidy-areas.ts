import type { BriefArea } from "../../domain/brief/brief.ts";
import { areaName } from "./area-name.ts";

/** A path or glob from the top of the repository, as it is kept; undefined where it leads nowhere in it. */
export function tidyPath(typed: string): string | undefined {
  const path = typed
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/+)+/, "")
    .replace(/\/+/g, "/")
    .replace(/\/$/, "/**");
  return path === "" || path === "." || path.split("/").includes("..") || path.includes("\0")
    ? undefined
    : path;
}

/** The areas as they are kept: each path once, each area with a name and a path. */
export function tidyAreas(areas: readonly BriefArea[]): { name: string; paths: string[] }[] {
  const known = new Set<string>();
  return areas.flatMap(({ name, paths }) => {
    const tidy = [...new Set(paths.flatMap((path) => tidyPath(path) ?? []))].filter(
      (path) => !known.has(path),
    );
    for (const path of tidy) known.add(path);
    const [first] = tidy;
    return first === undefined
      ? []
      : [{ name: name.replace(/\s+/g, " ").trim() || areaName(first), paths: tidy }];
  });
}
