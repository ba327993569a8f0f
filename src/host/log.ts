import * as vscode from "vscode";
import type { Log as Details } from "../app/ports.ts";
import type { Disposable } from "../base/emitter.ts";

/** Details for whoever looks for a cause; never what a person has to read, and never a secret. */
export interface Log extends Details {
  /** Something that must not happen; `error` is added with its stack. */
  failed(what: string, error: unknown): void;
  show(): void;
}

/** The output channel "Sightline", made when the first line is written: a window without trouble has none. */
export function outputLog(): Log & Disposable {
  let made: vscode.LogOutputChannel | undefined;
  const channel = () => (made ??= vscode.window.createOutputChannel("Sightline", { log: true }));
  return {
    info: (message) => channel().info(message),
    warn: (message, detail) =>
      channel().warn(detail === undefined ? message : `${message}: ${describe(detail)}`),
    failed: (what, error) => channel().error(`${what}: ${describe(error)}`),
    show: () => channel().show(),
    dispose: () => made?.dispose(),
  };
}

const describe = (detail: unknown): string =>
  detail instanceof Error ? (detail.stack ?? detail.message) : String(detail);
