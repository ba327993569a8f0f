import { streamed } from "../command.ts";
import { NUL, Parts } from "../parts.ts";
import type { ObjectId } from "../object-id.ts";

export interface ListedFile {
  readonly path: string;
  readonly object: ObjectId;
}

const entry = /^100(?:644|755|664) blob ([0-9a-f]{40,64})\t([^]+)$/;

/** The files under `folder` in a commit, in order of their paths. Links, submodules and folders are none. */
export const listFiles = (commit: ObjectId, folder: string) =>
  streamed<readonly ListedFile[]>({
    args: ["ls-tree", "-r", "-z", "--full-tree", commit, "--", folder],
    reader: () => {
      const files: ListedFile[] = [];
      const parts = new Parts(NUL, (part) => {
        const [, object, path] = entry.exec(part) ?? [];
        if (object !== undefined && path !== undefined) files.push({ path, object });
      });
      return { take: (chunk) => parts.take(chunk), finish: () => files };
    },
  });
