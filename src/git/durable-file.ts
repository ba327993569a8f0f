import { mkdir, open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes entries of a folder (files made, renamed, removed) survive a power cut. Windows has no such call, and does it by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems have no fsync for folders.
    if (!hasCode(error, "EINVAL", "ENOTSUP", "EPERM", "EACCES", "EISDIR")) throw error;
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it that are missing, durably. */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first || dirname(made) === made) return;
  }
}

/** Writes all of `bytes`, however many calls that takes, and waits until they are on the disk. */
export async function writeDurably(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, from);
    from += bytesWritten;
  }
  await handle.sync();
}

/** Whether an error of the file system is one of these. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && "code" in error && codes.includes(String(error.code));

/**
 * Whether the operating system refused: the disk is full, the folder may not be written, something else is in its place. A person can do
 * something about all of these; anything else is a mistake in the program.
 */
export const isRefusedBySystem = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && "syscall" in error;
