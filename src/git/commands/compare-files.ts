import { streamed } from "../command.ts";
import { NUL, Parts } from "../parts.ts";
import type { ObjectId } from "../object-id.ts";

export interface ChangedFile {
  readonly path: string;
  /** Undefined where there was none, or something that is no file. */
  readonly before: ObjectId | undefined;
  readonly after: ObjectId | undefined;
}

// ":<mode> <mode> <object> <object> <status>", then the path in a part of its own (git-diff(1), raw output format with -z)
const change = /^:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) [A-Z]\d*$/;

/** The files under `folder` that differ between two trees. Undefined where one of them isn't here. */
export const compareFiles = (before: ObjectId, after: ObjectId, folder: string) =>
  streamed<readonly ChangedFile[] | undefined>({
    args: ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", before, after, "--", folder],
    okExit: [0, 128],
    reader: () => {
      const files: ChangedFile[] = [];
      let header: string | undefined;
      const parts = new Parts(NUL, (part) => {
        if (header === undefined) {
          header = part;
          return;
        }
        const [, modeBefore = "", modeAfter = "", objectBefore, objectAfter] = change.exec(header) ?? [];
        files.push({
          path: part,
          before: modeBefore.startsWith("100") ? objectBefore : undefined,
          after: modeAfter.startsWith("100") ? objectAfter : undefined,
        });
        header = undefined;
      });
      return { take: (chunk) => parts.take(chunk), finish: ({ exit }) => (exit === 0 ? files : undefined) };
    },
  });
