import { dirname } from "node:path";

/** One call to the system that changes a disk, or makes a change last. Calls that failed are left out. */
export type DiskCall =
  | { readonly kind: "made" | "written" | "synced" | "removed"; readonly path: string }
  | { readonly kind: "renamed" | "linked"; readonly from: string; readonly to: string }
  /** What a process said on its standard output. */
  | { readonly kind: "said"; readonly text: string };

/**
 * What a power cut would take: contents that were written and not synced, and entries of folders that were not synced since. As strict as
 * POSIX is; most file systems keep more (fsync(2): "Calling fsync() does not necessarily ensure that the entry in the directory containing
 * the file has also reached disk").
 */
export class DiskModel {
  readonly #contents = new Set<string>();
  readonly #entries = new Set<string>();

  take(call: DiskCall): void {
    switch (call.kind) {
      case "made":
        this.#entries.add(call.path);
        return;
      case "written":
        this.#contents.add(call.path);
        return;
      case "synced":
        this.#contents.delete(call.path);
        for (const entry of this.#entries) if (dirname(entry) === call.path) this.#entries.delete(entry);
        return;
      case "removed":
        this.#contents.delete(call.path);
        this.#entries.delete(call.path);
        return;
      case "linked":
        if (this.#contents.has(call.from)) this.#contents.add(call.to);
        this.#entries.add(call.to);
        return;
      case "renamed":
        for (const paths of [this.#contents, this.#entries]) moveAll(paths, call.from, call.to);
        this.#entries.add(call.to);
        return;
      case "said":
    }
  }

  /** What under `folder` a power cut would take now. */
  atRisk(folder: string): readonly string[] {
    const inside = (path: string) => path === folder || path.startsWith(`${folder}/`);
    return [
      ...[...this.#contents].filter(inside).map((path) => `the content of ${path}`),
      ...[...this.#entries].filter(inside).map((path) => `the name ${path}`),
    ].sort();
  }
}

function moveAll(paths: Set<string>, from: string, to: string): void {
  for (const path of [...paths]) {
    if (path !== from && !path.startsWith(`${from}/`)) continue;
    paths.delete(path);
    paths.add(to + path.slice(from.length));
  }
}
