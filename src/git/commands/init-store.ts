import { command } from "../command.ts";
import type { ObjectFormat } from "../object-id.ts";

/** Makes a bare repository without samples of hooks. Its refs are files, so that a change to them is noticed by watching one. */
export const initStore = (folder: string, objectFormat: ObjectFormat) =>
  command({
    args: [
      "init",
      "--quiet",
      "--bare",
      "--template=",
      "--initial-branch=sightline",
      `--object-format=${objectFormat}`,
      "--end-of-options",
      folder,
    ],
    environment: {
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_DEFAULT_REF_FORMAT: "files",
    },
    read: () => undefined,
  });

/** Writes the tree without entries, which the commits that hold our state have. */
export const makeEmptyTree = () =>
  command({ args: ["mktree"], input: new Uint8Array(), read: () => undefined });
