import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ask } from "./ask.ts";
import { resolveRef } from "./commands/resolve-ref.ts";
import type { Git } from "./git.ts";
import { ObjectId } from "./object-id.ts";

/**
 * What the ref's own file names, without asking git: refs of our own repository are looked at far more often than they change. Undefined
 * where git keeps the ref in another way, or there is none.
 */
export async function peekRef(gitDirectory: string, ref: string): Promise<ObjectId | undefined> {
  const text = await readFile(join(gitDirectory, ...ref.split("/")), "utf8").catch(() => "");
  return ObjectId.safeParse(text.trim()).data;
}

/** What a ref of our own repository points at; undefined where there is none. */
export const readRef = async (git: Git, gitDirectory: string, ref: string): Promise<ObjectId | undefined> =>
  (await peekRef(gitDirectory, ref)) ?? ask(git, { kind: "store", gitDirectory }, resolveRef(ref));
