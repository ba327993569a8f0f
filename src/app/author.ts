import * as z from "zod/mini";
import { plainLine } from "../base/plain-text.ts";
import type { Person } from "../domain/person.ts";
import { Role } from "../domain/words.ts";
import type { PrivateFiles, UserRepository } from "./ports.ts";
import { readPrivate, writePrivate } from "./private-json.ts";

const FILE = "me.json";

/** Longest name that is kept, in characters. */
const MAX_NAME_LENGTH = 200;

/** What this machine knows of the person at it, beside git's name: never part of the record. */
const Me = z.object({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH))),
  role: z.optional(Role),
});
export type Me = z.infer<typeof Me>;

export const readMe = async (files: PrivateFiles): Promise<Me> => (await readPrivate(files, FILE, Me)) ?? {};

/** Changes what is given; a name is cut to what is read again. Throws `NotWritable`. */
export async function changeMe(files: PrivateFiles, { name, ...change }: Me): Promise<void> {
  const given = plainLine(name ?? "").slice(0, MAX_NAME_LENGTH);
  await writePrivate(files, FILE, {
    ...(await readMe(files)),
    ...change,
    ...(given === "" ? {} : { name: given }),
  });
}

/** Who is here: as set in git, else the name that was given to Sightline; undefined where there is neither. */
export async function whoIsHere(user: UserRepository, files: PrivateFiles): Promise<Person | undefined> {
  const set = await user.identity();
  if (set !== undefined) return tidy(set);
  const { name } = await readMe(files);
  return name === undefined ? undefined : { name, email: "" };
}

/** The same for those who must have a name: the author of commits. Empty where nobody has given one; nothing is saved or sent then. */
export const knownAuthor =
  ({ user, files }: { readonly user: UserRepository; readonly files: PrivateFiles }) =>
  async (): Promise<Person> =>
    (await whoIsHere(user, files)) ?? { name: "", email: "" };

const tidy = ({ name, email }: Person): Person => ({
  name: plainLine(name).slice(0, 500),
  email: plainLine(email).slice(0, 500),
});
