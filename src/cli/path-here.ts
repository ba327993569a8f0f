import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { isInside } from "../git/disk-code.ts";

/** A path as typed in `folder`, seen from the top of the repository, with `/`; "" is the top. Undefined where it is not in it. */
export async function pathFromTop(top: string, folder: string, typed: string): Promise<string | undefined> {
  const real = await withoutLinks(path.resolve(folder, typed));
  return isInside(top, real) ? path.relative(top, real).split(path.sep).join("/") : undefined;
}

/** Links are followed on the way there, and a folder's to its end: a file that is a link is tracked as one. What isn't there stays as typed. */
async function withoutLinks(absolute: string): Promise<string> {
  const parent = path.dirname(absolute);
  if (parent === absolute) return absolute;
  const isFolder = await stat(absolute).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? realpath(absolute) : path.join(await withoutLinks(parent), path.basename(absolute));
}
