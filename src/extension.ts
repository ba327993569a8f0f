import type { ExtensionContext } from "vscode";
import { register } from "./host/register.ts";

/** Registers what VS Code may ask for. All that is behind it is a bundle of its own (window.ts), loaded once it is needed. */
export function activate(context: ExtensionContext): void {
  register(context, async (views) => (await import("./window.ts")).open(context, views));
}
