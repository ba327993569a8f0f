import { NoteKind } from "../domain/words.ts";

/** Where VS Code keeps small things of an extension (`vscode.Memento`). */
export interface Keeper {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What makes the next time shorter: conveniences only, nothing that would be missed. */
export interface Memory {
  lastKind(): NoteKind | undefined;
  rememberKind(kind: NoteKind): void;
  /** Whether *Tell Your PM* was offered after the first share of a repository. */
  toldOf(repository: string): boolean;
  rememberTold(repository: string): void;
  /** Whether *Together* was opened by one of its commands. */
  togetherOpened(): boolean;
  rememberTogether(): void;
}

export const createMemory = (keeper: Keeper): Memory => ({
  lastKind: () => NoteKind.safeParse(keeper.get("lastKind")).data,
  rememberKind: (kind) => void keeper.update("lastKind", kind),
  toldOf: (repository) => keeper.get(`told:${repository}`) === true,
  rememberTold: (repository) => void keeper.update(`told:${repository}`, true),
  togetherOpened: () => keeper.get("togetherOpened") === true,
  rememberTogether: () => void keeper.update("togetherOpened", true),
});
