import * as vscode from "vscode";
import { syncInterval } from "./sync-interval.ts";

/** What a person set, read when it is needed. In Restricted Mode VS Code keeps the folder's own `git.path` away. */
export const settings = {
  gitPath: (): string | undefined => text("git.path"),
  /** Milliseconds between two looks at the remote; undefined where nothing is to happen in the background. */
  syncEvery: (): number | undefined =>
    configuration().get<unknown>("sync.automatic") === false
      ? undefined
      : syncInterval(configuration().get<unknown>("sync.interval")),
};

const configuration = () => vscode.workspace.getConfiguration("sightline");

// Settings are files that people write by hand: a value of another type than the manifest says counts as not set.
function text(name: string): string | undefined {
  const value = configuration().get<unknown>(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
