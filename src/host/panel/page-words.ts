import * as vscode from "vscode";

/** The translations of this window by their English text, for the page: it has no `vscode.l10n` of its own. Empty for English. */
export function pageWords(): Readonly<Record<string, string>> {
  const bundle: Readonly<Record<string, unknown>> = vscode.l10n.bundle ?? {};
  return Object.fromEntries(
    Object.entries(bundle).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
