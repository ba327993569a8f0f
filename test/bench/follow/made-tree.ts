// A tree of made-up code files and edits of it. Every line has an identity that edits keep, so that the truth is known by construction.
import { madeDefinition, madeFile, madeStatement, textOf } from "../../unit/tracking/look-alike-code.ts";
import type { Dice, Line } from "../../unit/tracking/look-alike-code.ts";

/** A file: what stands above its definitions, and each of those with the comment above it. */
export interface TreeFile {
  path: string;
  readonly head: readonly Line[];
  readonly definitions: Line[][];
}

export const linesOf = ({ head, definitions }: TreeFile): readonly Line[] => [
  ...head,
  ...definitions.flatMap((lines) => [...lines, blank]),
];

export const contentOf = (file: TreeFile): string => textOf(linesOf(file));

/** Blank lines are nobody's. */
const blank: Line = { id: 0, text: "" };

/** Definitions of a file, of some 13 lines each: half of the files have under 240 lines, one in ten over 790, as in grown projects. */
const SIZES = [4, 6, 8, 10, 12, 14, 18, 24, 36, 64];

/** Of new definitions, those that are near copies of the one before, in per cent: tests, handlers, mappers. */
const LOOK_ALIKE = 8;

/** A new file at a path that no other has. */
export function newFile(dice: Dice, isTaken: (path: string) => boolean): TreeFile {
  for (;;) {
    const { path, lines } = madeFile(dice);
    const own = path.replace(/^src\//, `${dice.pick(folders)}/${dice.pick(parts)}/${dice.pick(layers)}/`);
    if (isTaken(own)) continue;
    const head = lines.slice(0, lines.findIndex(({ text }) => text === "") + 1);
    const file: TreeFile = { path: own, head, definitions: [] };
    const size = dice.pick(SIZES);
    const count = size + dice.below(size);
    while (file.definitions.length < count) addDefinition(dice, file, file.definitions.length);
    return file;
  }
}

const folders = ["src", "src", "src", "lib", "test", "docs", "packages/core/src", "packages/web/src"];
const parts = "api billing cart catalog checkout common data events jobs mail orders search ui users".split(
  " ",
);

const layers = "model model service store view view test util".split(" ");

export function addDefinition(
  dice: Dice,
  file: TreeFile,
  at = dice.below(file.definitions.length + 1),
): void {
  const before = file.definitions[at - 1];
  const like = before !== undefined && dice.chance(LOOK_ALIKE) ? before : undefined;
  const { lines } = madeDefinition(dice, file.path, like);
  while (lines.at(-1)?.text === "") lines.pop();
  file.definitions.splice(at, 0, lines);
}

/** Rows of a definition's body before which a statement may stand. */
function statementRows(lines: readonly Line[]): number[] {
  const start = lines.findIndex(({ text }) => !isComment(text));
  const model = lines.slice(start + 1).find(({ text }) => text !== "");
  if (model === undefined) return [];
  const indent = indentOf(model.text);
  return [...lines.keys()].filter((row) => {
    const text = lines[row]?.text ?? "";
    return row > start && text !== "" && indentOf(text) === indent && !/^\s*[)}\]]/.test(text);
  });
}

export const isComment = (text: string): boolean => /^\s*(?:\/\/|\/\*|#(?!#)|<!--)/.test(text);
const indentOf = (text: string): string => /^[ \t]*/.exec(text)?.[0] ?? "";

/** A change inside one definition. */
export function editDefinition(dice: Dice, file: TreeFile): void {
  const at = dice.below(file.definitions.length);
  const lines = file.definitions[at];
  if (lines === undefined) return;
  const rows = statementRows(lines);
  const roll = dice.below(100);
  if (roll < 45) changeLine(dice, lines);
  else if (roll < 80 && rows.length > 0) {
    const row = dice.pick(rows);
    lines.splice(row, 0, ...madeStatement(dice, file.path, indentOf(lines[row]?.text ?? "")));
  } else if (rows.length > 2) {
    const from = dice.below(rows.length - 1);
    const [row = 0, next = 0] = [rows[from], rows[from + 1]];
    lines.splice(row, next - row);
  } else changeLine(dice, lines);
}

/** One word of a line becomes another. */
function changeLine(dice: Dice, lines: Line[]): void {
  const row = dice.below(lines.length);
  const line = lines[row];
  const words = line?.text.match(/[a-z]{4,}/g) ?? [];
  if (line === undefined || words.length === 0) return;
  lines[row] = { ...line, text: line.text.replace(dice.pick(words), dice.pick(replacements)) };
}

const replacements = "amount balance carrier delivery envelope factor gateway handle interval journey".split(
  " ",
);

/** One name becomes another wherever it stands in the file. */
export function renameIdentifier(dice: Dice, file: TreeFile): void {
  const text = file.definitions.flat().map((line) => line.text);
  const names = [...new Set(text.flatMap((line) => line.match(/\b[a-z]+(?:[A-Z_][A-Za-z]*)+\b/g) ?? []))];
  if (names.length === 0) return;
  const from = new RegExp(`\\b${dice.pick(names)}\\b`, "g");
  const to = `${dice.pick(replacements)}${dice.pick(["Now", "Each", "Of", "With"])}`;
  for (const lines of file.definitions)
    for (const [row, line] of lines.entries()) lines[row] = { ...line, text: line.text.replace(from, to) };
}

/** A definition goes elsewhere in its file, or to another one of the same language. */
export function moveDefinition(dice: Dice, from: TreeFile, to: TreeFile): void {
  if (from.definitions.length < 2) return;
  const [lines] = from.definitions.splice(dice.below(from.definitions.length), 1);
  if (lines !== undefined) to.definitions.splice(dice.below(to.definitions.length + 1), 0, lines);
}

export function deleteDefinition(dice: Dice, file: TreeFile): void {
  if (file.definitions.length > 2) file.definitions.splice(dice.below(file.definitions.length), 1);
}
