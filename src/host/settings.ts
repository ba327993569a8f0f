import * as vscode from "vscode";
import * as z from "zod/mini";
import { hostKinds } from "../app/git-host-links.ts";
import type { OwnHosts } from "../app/git-host-links.ts";
import { syncInterval } from "./sync-interval.ts";

/** What a person set, read when it is needed. In Restricted Mode VS Code keeps the folder's own `git.path` away. */
export const settings = {
  gitPath: (): string | undefined => text("git.path"),
  /** Git hosts of the team's own, by their names. What is no name or no kind that is known is left out. */
  gitHosts: (): OwnHosts => {
    const set =
      z.record(z.string(), z.unknown()).safeParse(configuration().get<unknown>("gitHosts")).data ?? {};
    return new Map(
      Object.entries(set).flatMap(([host, kind]) => {
        const known = hostKinds.find((one) => one === kind);
        return known === undefined ? [] : [[host.trim().toLowerCase(), known] as const];
      }),
    );
  },
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
