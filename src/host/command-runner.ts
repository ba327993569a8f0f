/** Runs a command of VS Code by its id. */
export type CommandRunner = (id: string, ...args: readonly unknown[]) => Promise<unknown>;
