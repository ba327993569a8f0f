import * as vscode from "vscode";

/** Language services may take their time on a cold start; a note does not wait for them. In milliseconds. */
const PATIENCE_MS = 1500;

/** The name of the innermost function, class or heading that a line (from 1) lies in, where the editor's language service knows in time. */
export async function symbolAt(uri: vscode.Uri, line: number): Promise<string | undefined> {
  const late = new Promise<undefined>((settle) => setTimeout(() => settle(undefined), PATIENCE_MS));
  const asked = vscode.commands
    .executeCommand<readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[] | undefined>(
      "vscode.executeDocumentSymbolProvider",
      uri,
    )
    .then(
      (symbols) => innermost(symbols ?? [], line - 1),
      () => undefined,
    );
  return await Promise.race([asked, late]);
}

function innermost(
  symbols: readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[],
  line: number,
): string | undefined {
  for (const symbol of symbols) {
    // The older kind has no children, and says less than nothing about nesting.
    if (!("children" in symbol)) continue;
    if (symbol.range.start.line <= line && line <= symbol.range.end.line)
      return innermost(symbol.children, line) ?? symbol.name;
  }
  return undefined;
}
