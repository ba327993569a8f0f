import assert from "node:assert/strict";
import type * as z from "zod/mini";
import { SavedDocument } from "../../src/cli/documents/saved-document.ts";
import type { Environment } from "../../src/git/git.ts";
import { world } from "../support/world.ts";
import type { Clone, World } from "../support/world.ts";
import { runHere } from "./run-here.ts";
import type { Ran, Terminal } from "./run-here.ts";

/** Somebody at a command line in a clone of theirs. */
export interface Person {
  readonly clone: Clone;
  readonly folder: string;
  /** Runs a command line, whatever comes of it. */
  run(...args: readonly string[]): Promise<Ran>;
  /** The same, with a terminal. */
  at(terminal: Terminal, ...args: readonly string[]): Promise<Ran>;
  /** Runs it with --json and reads what it prints, which has to be as the schema says. */
  json<Schema extends z.ZodMiniType>(schema: Schema, ...args: readonly string[]): Promise<z.output<Schema>>;
  /** Runs what saves something, which has to work; the id of the note. */
  save(...args: readonly string[]): Promise<string>;
}

export interface Team {
  readonly world: World;
  readonly ann: Person;
  readonly ben: Person;
}

/** Two people, each with a clone, and a bare remote between them. */
export async function team(): Promise<Team> {
  const made = await world();
  return { world: made, ann: person(made.ann, made.environment), ben: person(made.ben, made.environment) };
}

export function person(clone: Clone, environment: Environment, folder = clone.folder): Person {
  const at: Person["at"] = (terminal, ...args) => runHere(folder, environment, args, terminal);
  const json: Person["json"] = async (schema, ...args) => {
    const ran = await at({}, ...args, "--json");
    return readDocument(schema, ran);
  };
  return {
    clone,
    folder,
    at,
    run: (...args) => at({}, ...args),
    json,
    save: async (...args) => (await json(SavedDocument, ...args)).note,
  };
}

/** What was printed with --json: one document, as the schema says, and no more than it says. */
export function readDocument<Schema extends z.ZodMiniType>(schema: Schema, ran: Ran): z.output<Schema> {
  const read = schema.safeParse(JSON.parse(ran.out));
  assert.ok(read.success, `${read.error?.message ?? ""}\n${ran.out}\n${ran.err}`);
  return read.data;
}

/** Both exchange notes, the first one first. */
export async function exchange(...people: readonly Person[]): Promise<void> {
  for (const one of people) {
    const ran = await one.run("sync", "--yes");
    assert.equal(ran.exit, 0, ran.err);
  }
}
