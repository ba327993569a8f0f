import * as vscode from "vscode";

const MINUTE_MS = 60_000;

/** What a person set, read when it is needed. In Restricted Mode VS Code keeps the folder's own `git.path` away. */
export const settings = {
  gitPath: (): string | undefined => text("git.path"),
  /** Milliseconds between two looks at the remote; undefined where nothing is to happen in the background. */
  syncEvery: (): number | undefined => {
    const { automatic, interval } = sync();
    return automatic ? Math.max(1, interval) * MINUTE_MS : undefined;
  },
};

const configuration = () => vscode.workspace.getConfiguration("sightline");

// Settings are files that people write by hand: a value of another type than the manifest says counts as not set.
function text(name: string): string | undefined {
  const value = configuration().get<unknown>(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

function sync(): { readonly automatic: boolean; readonly interval: number } {
  const automatic = configuration().get<unknown>("sync.automatic");
  const interval = configuration().get<unknown>("sync.interval");
  return {
    automatic: automatic !== false,
    interval: typeof interval === "number" && Number.isFinite(interval) ? interval : 5,
  };
}
