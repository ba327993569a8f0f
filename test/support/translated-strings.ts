import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A message of the source, and where it stands. */
export interface SourceMessage {
  readonly text: string;
  readonly where: string;
}

/** Every English message that the source hands to a translate function, and the calls whose message is not a literal. */
export function translatedStrings(root: string): {
  messages: readonly SourceMessage[];
  notLiteral: readonly string[];
} {
  const messages: SourceMessage[] = [];
  const notLiteral: string[] = [];
  for (const file of sourceFiles(root)) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const message =
        ts.isCallExpression(node) && isTranslate(node.expression) ? node.arguments[0] : undefined;
      if (message !== undefined) {
        const where = `${path.relative(root, file)}:${source.getLineAndCharacterOfPosition(message.getStart()).line + 1}`;
        const texts = literals(message);
        if (texts === undefined) notLiteral.push(where);
        else messages.push(...texts.map((text) => ({ text, where })));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { messages, notLiteral };
}

function sourceFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => path.join(root, name));
}

function isTranslate(callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee)
    ? callee.name.text
    : ts.isIdentifier(callee)
      ? callee.text
      : "";
  return name === "translate" || name === "t";
}

function literals(node: ts.Expression): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const left = literals(node.left);
    const right = literals(node.right);
    return left?.length === 1 && right?.length === 1 ? [`${left[0] ?? ""}${right[0] ?? ""}`] : undefined;
  }
  if (!ts.isConditionalExpression(node)) return undefined;
  const yes = literals(node.whenTrue);
  const no = literals(node.whenFalse);
  return yes === undefined || no === undefined ? undefined : [...yes, ...no];
}
