import path from "node:path";
import { refuse, succeed } from "../../src/base/result.ts";
import type { Result } from "../../src/base/result.ts";

export type TryOptions = {
  /** The repository to clone. */
  readonly repository: string;
  /** The first of two ports in a row; 0: any two that are free. */
  readonly port: number;
  /** A .vsix that was packed before, to be used instead of building one. */
  readonly vsix: string | undefined;
  /** Open both windows in the browser of the desktop. */
  readonly open: boolean;
  /** Start, see that both answer, and end. */
  readonly once: boolean;
  readonly help: boolean;
};

export const usage = `npm run try [-- [PATH] [--port N] [--vsix FILE] [--open] [--once]]

Starts two VS Codes with Sightline, an engineer's and a product manager's, on two clones of one repository.

  PATH         a git repository to clone (it is only read); left out: this project's own
  --port N     use ports N and N + 1
  --vsix FILE  use this packed extension instead of building it
  --open       open both addresses in your browser
  --once       start, see that both answer, and end`;

const takesValue = new Set(["--port", "--vsix"]);

/** Reads the command line; `here` is the folder that relative paths are meant from. */
export const parseTryOptions = (
  words: readonly string[],
  here: string,
  project: string,
): Result<TryOptions, string> => {
  const values = new Map<string, string>();
  const rest: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const value = words[index + 1];
    if (takesValue.has(word)) {
      if (value === undefined) return refuse(`${word} needs a value.\n\n${usage}`);
      values.set(word, value);
      index += 1;
    } else if (["--open", "--once", "--help"].includes(word)) {
      values.set(word, "");
    } else if (word.startsWith("-")) {
      return refuse(`There is no option ${word}.\n\n${usage}`);
    } else {
      rest.push(word);
    }
  }
  if (rest.length > 1) return refuse(`One repository at a time, please: ${rest.join(", ")}.\n\n${usage}`);
  const port = Number(values.get("--port") ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65534)
    return refuse("--port needs a number from 0 to 65534.");
  const vsix = values.get("--vsix");
  return succeed({
    repository: rest[0] === undefined ? project : path.resolve(here, rest[0]),
    port,
    vsix: vsix === undefined ? undefined : path.resolve(here, vsix),
    open: values.has("--open"),
    once: values.has("--once"),
    help: values.has("--help"),
  });
};
