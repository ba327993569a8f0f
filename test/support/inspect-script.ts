import ts from "typescript";

export type ScriptFacts = {
  /** Modules that it imports or requires by name. */
  readonly imports: readonly string[];
  /** Where it makes code from text: calls of `eval` and `Function`, as they are written. */
  readonly codeFromText: readonly string[];
};

const calledWith = (node: ts.Node): string | undefined => {
  if (!ts.isCallExpression(node)) return undefined;
  const required = ts.isIdentifier(node.expression) && node.expression.text === "require";
  const imported = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const [name] = node.arguments;
  return (required || imported) && name !== undefined && ts.isStringLiteralLike(name) ? name.text : undefined;
};

const importedFrom = (node: ts.Node): string | undefined =>
  (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
  node.moduleSpecifier !== undefined &&
  ts.isStringLiteralLike(node.moduleSpecifier)
    ? node.moduleSpecifier.text
    : undefined;

const makesCode = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  ["eval", "Function"].includes(node.expression.text);

/** Reads a bundle as the language does: in minified code, a pattern finds imports in texts and misses real ones. */
export const inspectScript = (code: string): ScriptFacts => {
  const imports = new Set<string>();
  const codeFromText: string[] = [];
  const source = ts.createSourceFile("bundle.js", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const waiting: ts.Node[] = [source];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const name = calledWith(node) ?? importedFrom(node);
    if (name !== undefined) imports.add(name);
    if (makesCode(node)) codeFromText.push(code.slice(node.pos, node.end).trim());
    ts.forEachChild(node, (child) => {
      waiting.push(child);
    });
  }
  return { imports: [...imports].sort(), codeFromText };
};
