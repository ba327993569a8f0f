import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { succeed } from "../src/base/result.ts";
import type { Result } from "../src/base/result.ts";
import { fetchedFolder } from "./project.ts";

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** Removes what an interrupted run left half-made; a folder whose maker still runs is left to it. */
const removeUnfinished = async (name: string): Promise<void> => {
  for (const entry of await readdir(fetchedFolder)) {
    const pid = entry.startsWith(`${name}.unfinished-`) ? Number(entry.split("-").at(-1)) : undefined;
    if (pid !== undefined && !isRunning(pid)) {
      await rm(path.join(fetchedFolder, entry), { recursive: true, force: true });
    }
  }
};

/**
 * The folder `name` of what was fetched, made by `make` if it is not there. It is made under another name and renamed when it is whole,
 * so a folder with this name is never half-made, also with two runs at once or a plug pulled.
 */
export const fetchedOnce = async <Reason>(
  name: string,
  make: (folder: string) => Promise<Result<void, Reason>>,
): Promise<Result<string, Reason>> => {
  const folder = path.join(fetchedFolder, name);
  if (existsSync(folder)) return succeed(folder);
  await mkdir(fetchedFolder, { recursive: true });
  await removeUnfinished(name);
  const unfinished = `${folder}.unfinished-${process.pid}`;
  await mkdir(unfinished);
  try {
    const made = await make(unfinished);
    if (!made.ok) return made;
    try {
      await rename(unfinished, folder);
    } catch (error) {
      // Another run was faster: its folder is as good as ours.
      if (!existsSync(folder)) throw error;
    }
    return succeed(folder);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};
