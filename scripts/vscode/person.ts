import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** Who works on a machine, as git knows them. */
export type Person = { readonly name: string; readonly email: string };

/**
 * The environment in which git takes `person` for its user and knows no other configuration, made in `folder`. The configuration of
 * whoever runs this is neither read nor written.
 */
export const gitIdentity = async (
  folder: string,
  person: Person,
): Promise<Readonly<Record<string, string>>> => {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "gitconfig");
  const lines = [
    "[user]",
    `name = "${person.name}"`,
    `email = "${person.email}"`,
    "[init]",
    "defaultBranch = main",
  ];
  await writeFile(file, `${lines.join("\n")}\n`);
  return { GIT_CONFIG_GLOBAL: file, GIT_CONFIG_NOSYSTEM: "1" };
};
