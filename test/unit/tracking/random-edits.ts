// Edits of made-up files that keep track of where every line goes.
import { madeDefinition, madeStatement, newLine, textOf } from "./look-alike-code.ts";
import type { Dice, Line, MadeFile, Unit } from "./look-alike-code.ts";

/** A small tree of files while it is being edited. */
export interface EditedTree {
  readonly path: string;
  lines: Line[];
  /** Code moved out of the file: other files of the new tree. */
  readonly others: { readonly path: string; lines: Line[] }[];
  lineEnd: string;
}

const indentOf = (line: Line): string => /^[ \t]*/.exec(line.text)?.[0] ?? "";

/** Where the lines of `unit` are, if they are all there and next to each other but for blank lines. */
function findUnit(lines: readonly Line[], unit: Unit): { from: number; to: number } | undefined {
  const ids = new Set(unit.ids);
  const rows = lines.flatMap(({ id }, row) => (ids.has(id) ? [row] : []));
  const from = rows[0];
  const to = rows.at(-1);
  if (from === undefined || to === undefined) return undefined;
  for (let row = from; row <= to; row++) {
    const line = lines[row];
    if (line !== undefined && line.text !== "" && !ids.has(line.id)) return undefined;
  }
  return { from, to };
}

const definitionsIn = (tree: EditedTree, file: MadeFile): { from: number; to: number }[] =>
  file.units
    .filter(({ kind }) => kind === "definition")
    .flatMap((unit) => findUnit(tree.lines, unit) ?? [])
    .sort((one, other) => one.from - other.from);

/** Takes the comment above a definition along with it. */
function withComment(
  lines: readonly Line[],
  span: { from: number; to: number },
): { from: number; to: number } {
  const above = lines[span.from - 1];
  return above !== undefined && /^\s*(?:\/\/|\/\*|#(?!#)|<!--)/.test(above.text)
    ? { from: span.from - 1, to: span.to }
    : span;
}

type Edit = (tree: EditedTree, file: MadeFile, dice: Dice) => void;

export const edits: Readonly<Record<string, Edit>> = {
  insert: (tree, file, dice) => {
    const spans = definitionsIn(tree, file);
    if (spans.length === 0) return;
    const span = dice.pick(spans);
    const inside = tree.lines.slice(span.from + 1, span.to + 1).filter(({ text }) => text !== "");
    const model = inside[0];
    if (model === undefined) return;
    const indent = indentOf(model);
    const rows = [...tree.lines.keys()].filter(
      (row) =>
        row > span.from &&
        row <= span.to &&
        indentOf(tree.lines[row] as Line) === indent &&
        (tree.lines[row] as Line).text !== "" &&
        !/^\s*[)}\]]/.test((tree.lines[row] as Line).text),
    );
    if (rows.length === 0) return;
    tree.lines.splice(dice.pick(rows), 0, ...madeStatement(dice, tree.path, indent));
  },
  insertDefinition: (tree, file, dice) => {
    const spans = definitionsIn(tree, file);
    const row = spans.length === 0 ? tree.lines.length : withComment(tree.lines, dice.pick(spans)).from;
    tree.lines.splice(row, 0, ...madeDefinition(dice, tree.path).lines, newLine(""));
  },
  copyDefinition: (tree, file, dice) => {
    const spans = definitionsIn(tree, file);
    if (spans.length === 0) return;
    const span = dice.pick(spans);
    const copy = madeDefinition(dice, tree.path, tree.lines.slice(span.from, span.to + 1), true).lines;
    tree.lines.splice(span.to + 1, 0, newLine(""), ...copy);
  },
  deleteStatement: (tree, file, dice) => {
    const statements = file.units.filter(({ kind }) => kind === "statement");
    if (statements.length === 0) return;
    const span = findUnit(tree.lines, dice.pick(statements));
    if (span !== undefined) tree.lines.splice(span.from, span.to - span.from + 1);
  },
  deleteDefinition: (tree, file, dice) => {
    const spans = definitionsIn(tree, file);
    if (spans.length < 2) return;
    const span = withComment(tree.lines, dice.pick(spans));
    tree.lines.splice(span.from, span.to - span.from + 2);
  },
  moveDefinition: (tree, file, dice) => {
    const spans = definitionsIn(tree, file);
    if (spans.length < 2) return;
    const span = withComment(tree.lines, dice.pick(spans));
    const block = tree.lines.splice(span.from, span.to - span.from + 1);
    const rest = definitionsIn(tree, file);
    const row = rest.length === 0 ? tree.lines.length : withComment(tree.lines, dice.pick(rest)).from;
    tree.lines.splice(row, 0, ...block, newLine(""));
  },
  swapDefinitions: (tree, file, dice) => {
    const spans = definitionsIn(tree, file);
    if (spans.length < 2) return;
    const index = dice.below(spans.length - 1);
    const first = withComment(tree.lines, spans[index] as { from: number; to: number });
    const second = withComment(tree.lines, spans[index + 1] as { from: number; to: number });
    if (first.to >= second.from) return;
    tree.lines = [
      ...tree.lines.slice(0, first.from),
      ...tree.lines.slice(second.from, second.to + 1),
      ...tree.lines.slice(first.to + 1, second.from),
      ...tree.lines.slice(first.from, first.to + 1),
      ...tree.lines.slice(second.to + 1),
    ];
  },
  moveToOtherFile: (tree, file, dice) => {
    const spans = definitionsIn(tree, file);
    if (spans.length < 2) return;
    const span = withComment(tree.lines, dice.pick(spans));
    const block = tree.lines.splice(span.from, span.to - span.from + 1);
    const path = tree.path
      .replace(/(\.\w+)$/, `${String(tree.others.length)}$1`)
      .replace(/^src\//, "src/moved/");
    tree.others.push({ path, lines: [...madeDefinition(dice, tree.path).lines, newLine(""), ...block] });
  },
  reindent: (tree, _, dice) => {
    const change = dice.pick<(text: string) => string>([
      (text) => text.replace(/^ +/, (spaces) => " ".repeat(spaces.length * 2)),
      (text) => text.replace(/^(?: {2})+/, (spaces) => "\t".repeat(spaces.length / 2)),
      (text) => text.replace(/^\t+/, (tabs) => "  ".repeat(tabs.length)),
    ]);
    tree.lines = tree.lines.map((line) => ({ ...line, text: change(line.text) }));
  },
  lineEnds: (tree) => {
    tree.lineEnd = tree.lineEnd === "\n" ? "\r\n" : "\n";
  },
  renameIdentifier: (tree, _, dice) => {
    const names = [
      ...new Set(tree.lines.flatMap(({ text }) => text.match(/\b[a-z]+(?:[A-Z_][A-Za-z]*)+\b/g) ?? [])),
    ];
    if (names.length === 0) return;
    const from = dice.pick(names);
    const to = `${from}${dice.pick(["Now", "_v2", "All", "Each"])}`;
    tree.lines = tree.lines.map((line) => ({
      ...line,
      text: line.text.replace(new RegExp(`\\b${from}\\b`, "g"), to),
    }));
  },
  editLine: (tree, _, dice) => {
    const row = dice.below(tree.lines.length);
    const line = tree.lines[row];
    if (line === undefined) return;
    tree.lines[row] = {
      ...line,
      text: line.text.replace(/\b\d+\b/, String(dice.below(999))).replace(/"([a-z]+)/, '"new $1'),
    };
  },
};

export const editNames = Object.keys(edits);

export const startTree = (file: MadeFile): EditedTree => ({
  path: file.path,
  lines: [...file.lines],
  others: [],
  lineEnd: "\n",
});

export const filesOf = (tree: EditedTree): { path: string; text: string; lines: readonly Line[] }[] => [
  { path: tree.path, text: textOf(tree.lines, tree.lineEnd), lines: tree.lines },
  ...tree.others.map(({ path, lines }) => ({ path, text: textOf(lines), lines })),
];
