import * as vscode from "vscode";
import { commandIds } from "./command-ids.ts";
import type { CommandId } from "./command-ids.ts";
import { lazyTree } from "./trees/lazy-tree.ts";
import type { NoteNode } from "./trees/note-nodes.ts";
import type { NowNode } from "./trees/now-tree.ts";

/** Milliseconds after the activation until the rest is loaded, if nothing asked for it before: other extensions start at the same time. */
const QUIET_MS = 100;

/** What is behind the registrations, once it is loaded. */
export interface Started {
  run(id: CommandId, ...given: readonly unknown[]): Promise<void>;
  openUri(path: string): Promise<void>;
  restorePanel(view: vscode.WebviewPanel): void;
  readonly now: vscode.TreeDataProvider<NowNode>;
  readonly notes: vscode.TreeDataProvider<NoteNode>;
}

export interface Views {
  readonly now: vscode.TreeView<NowNode>;
}

/**
 * Registers what VS Code may ask for as soon as the extension is active, and nothing else: all that is behind it is loaded afterwards, so
 * that no window waits for it. This file and what it imports are what an activation costs.
 */
export function register(context: vscode.ExtensionContext, start: (views: Views) => Promise<Started>): void {
  let starting: Promise<Started> | undefined;
  const started = (): Promise<Started> => (starting ??= start({ now }));
  const now: vscode.TreeView<NowNode> = lazyTree("sightline.now", async () => (await started()).now);
  const notes = lazyTree("sightline.notes", async () => (await started()).notes);
  const commands = commandIds.map((id) =>
    vscode.commands.registerCommand(`sightline.${id}`, async (...given: readonly unknown[]) => {
      await (await started()).run(id, ...given);
    }),
  );
  const soon = setTimeout(() => void started(), QUIET_MS);
  context.subscriptions.push(
    now,
    notes,
    ...commands,
    vscode.window.registerUriHandler({
      handleUri: async ({ path }) => {
        await (await started()).openUri(path);
      },
    }),
    vscode.window.registerWebviewPanelSerializer("sightline.panel", {
      deserializeWebviewPanel: async (panel) => {
        (await started()).restorePanel(panel);
      },
    }),
    { dispose: () => clearTimeout(soon) },
  );
}
