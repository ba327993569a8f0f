import * as z from "zod/mini";

/** Name of a git object: 40 hexadecimal digits for SHA-1, 64 for SHA-256. */
export const ObjectId = z.string().check(z.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/));
export type ObjectId = string;

export const isObjectId = (text: string): boolean => ObjectId.safeParse(text).success;

/** How a repository names its objects (git-init(1), --object-format). */
export const ObjectFormat = z.enum(["sha1", "sha256"]);
export type ObjectFormat = z.infer<typeof ObjectFormat>;

/** The tree without entries, which every git knows. */
export const emptyTree: Readonly<Record<ObjectFormat, ObjectId>> = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
};

/** Stands for "no such ref" where git wants a name (git-update-ref(1)). */
export const noObject: Readonly<Record<ObjectFormat, ObjectId>> = {
  sha1: "0".repeat(40),
  sha256: "0".repeat(64),
};
