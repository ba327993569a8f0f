import type { Problem } from "../problem.ts";
import type { Workbench } from "../workbench.ts";

/** What came of a command: a problem is told by the one wrapper around all of them; "left" is a person's Esc, and nothing to talk about. */
export type CommandEnd = { readonly kind: "done" } | { readonly kind: "left" } | Problem;

export const done = { kind: "done" } as const satisfies CommandEnd;
export const left = { kind: "left" } as const satisfies CommandEnd;

/** What a command does. Its arguments come from menus, links, key bindings and other extensions: anything, until it is parsed. */
export type Command = (bench: Workbench, ...given: readonly unknown[]) => Promise<CommandEnd> | CommandEnd;
