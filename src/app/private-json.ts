import type * as z from "zod/mini";
import type { PrivateFiles } from "./ports.ts";

/** This machine could not keep something: its disk is full, or the folder can't be written. `message` is for the log. */
export class NotWritable extends Error {
  override readonly name = "NotWritable";
}

/** The value of a private file; undefined where there is none, or where it does not hold what it should. */
export async function readPrivate<Value>(
  files: PrivateFiles,
  name: string,
  schema: z.ZodMiniType<Value>,
): Promise<Value | undefined> {
  const text = await files.read(name);
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Keeps a value durably. Throws {@link NotWritable}. */
export async function writePrivate(files: PrivateFiles, name: string, value: unknown): Promise<void> {
  const written = await files.write(name, JSON.stringify(value));
  if (!written.ok) throw new NotWritable(written.reason.detail);
}
