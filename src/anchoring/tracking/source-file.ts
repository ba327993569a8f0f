import { at } from "./at.ts";
import { bracketDepth } from "./bracket-depth.ts";
import type { BracketDepth } from "./bracket-depth.ts";
import { codeUnits, indentOf } from "./code-units.ts";
import type { CodeUnits } from "./code-units.ts";
import { definitionName } from "./definition-name.ts";
import type { DefinitionName } from "./definition-name.ts";
import { lexicalRules } from "./lexical-rules.ts";
import type { LexicalRules } from "./lexical-rules.ts";
import { textLines } from "./text-lines.ts";

/** Longer texts are not followed. */
const LONGEST_TEXT = 8_000_000;
const MOST_LINES = 200_000;

/** Characters of a line that are compared; what comes after is data. */
const COMPARED_CHARACTERS = 2000;

/** Header lines that are joined to read a name from. */
const HEADER_LINES = 6;

/** A text made ready for tracking. Everything beyond its lines is read when first asked for, once. Line numbers inside count from 0. */
export class SourceFile {
  readonly path: string;
  /** Whether the text is too large to be followed; it then has no lines here. */
  readonly tooLarge: boolean;
  readonly lines: readonly string[];
  readonly rules: LexicalRules;
  #keys: readonly string[] | undefined;
  #indents: Int32Array | undefined;
  #depths: BracketDepth | undefined;
  #units: CodeUnits | undefined;
  #names: (DefinitionName | null)[] | undefined;
  #containers: Int32Array | undefined;
  #definitions: Map<string, number[]> | undefined;
  #rowsByKey: Map<string, number[]> | undefined;
  #weights: Float64Array | undefined;
  #pairs: (Int32Array | undefined)[] | undefined;
  #words: (readonly string[] | undefined)[] | undefined;
  #wordCounts: Map<string, number> | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    const lines = text.length > LONGEST_TEXT ? [] : textLines(text);
    this.tooLarge = text.length > LONGEST_TEXT || lines.length > MOST_LINES;
    this.lines = this.tooLarge ? [] : lines;
    this.rules = lexicalRules(path);
  }

  get count(): number {
    return this.lines.length;
  }

  /** The lines without any white space: equal keys are equal code but for formatting. */
  get keys(): readonly string[] {
    return (this.#keys ??= this.lines.map(lineKey));
  }

  get indents(): Int32Array {
    return (this.#indents ??= Int32Array.from(this.lines, indentOf));
  }

  get depths(): BracketDepth {
    return (this.#depths ??= bracketDepth(this.lines, this.rules));
  }

  get units(): CodeUnits {
    return (this.#units ??= codeUnits(this.lines, this.indents, this.depths, this.rules));
  }

  isBlank(row: number): boolean {
    return at(this.indents, row) < 0;
  }

  isComment(row: number): boolean {
    return at(this.depths.onlyComment, row) === 1;
  }

  /** The last line of the unit that starts at `row`; `row` itself where none does. */
  unitEnd(row: number): number {
    return Math.max(row, at(this.units.end, row), at(this.units.commentEnd, row));
  }

  /** What the unit that starts at `row` defines. */
  name(row: number): DefinitionName | undefined {
    const names = (this.#names ??= []);
    const known = names[row];
    if (known !== undefined) return known ?? undefined;
    const name =
      at(this.units.end, row) < 0
        ? undefined
        : definitionName(this.header(row), this.units.end[row] !== row, this.rules);
    names[row] = name ?? null;
    return name;
  }

  /** The first line of the unit at `row` with the lines that its open round brackets run over. */
  header(row: number): string {
    const base = at(this.depths.atStart, row);
    let text = at(this.lines, row).slice(0, 500);
    for (let next = row + 1; next < this.count && next < row + HEADER_LINES; next++) {
      if (at(this.depths.atEnd, next - 1) <= base || /[{:]\s*$/.test(at(this.lines, next - 1))) break;
      text += ` ${at(this.lines, next).trim().slice(0, 500)}`;
    }
    return text;
  }

  /** For each line the start of the innermost definition with a certain name around it that starts on an earlier line, or -1. */
  get containers(): Int32Array {
    if (this.#containers !== undefined) return this.#containers;
    const containers = new Int32Array(this.count).fill(-1);
    for (let row = 0; row < this.count; row++) {
      const around = at(this.units.parent, row);
      if (around >= 0) containers[row] = this.isDefinition(around) ? around : at(containers, around);
    }
    return (this.#containers = containers);
  }

  /** Whether a unit starts at `row` that is a definition by a keyword. */
  isDefinition(row: number): boolean {
    return this.name(row)?.certain === true;
  }

  /** The starts of the units whose name is certain, by name. */
  get definitions(): ReadonlyMap<string, readonly number[]> {
    if (this.#definitions !== undefined) return this.#definitions;
    const definitions = new Map<string, number[]>();
    for (let row = 0; row < this.count; row++) {
      const name = this.name(row);
      if (name?.certain !== true) continue;
      const known = definitions.get(name.name);
      if (known === undefined) definitions.set(name.name, [row]);
      else known.push(row);
    }
    return (this.#definitions = definitions);
  }

  /** Where each line stands, by key. */
  get rowsByKey(): ReadonlyMap<string, readonly number[]> {
    if (this.#rowsByKey !== undefined) return this.#rowsByKey;
    const rows = new Map<string, number[]>();
    this.keys.forEach((key, row) => {
      const known = rows.get(key);
      if (known === undefined) rows.set(key, [row]);
      else known.push(row);
    });
    return (this.#rowsByKey = rows);
  }

  /** How much a line tells, 0 to 1: brackets alone nearly nothing, a line that stands there often less than one that is alone. */
  get weights(): Float64Array {
    if (this.#weights !== undefined) return this.#weights;
    const counts = new Map<string, number>();
    for (const key of this.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    this.#weights = Float64Array.from(this.keys, (key) => keyWeight(key) / Math.sqrt(counts.get(key) ?? 1));
    return this.#weights;
  }

  /** The sorted character pairs of a line. */
  pairs(row: number): Int32Array {
    const pairs = (this.#pairs ??= []);
    return (pairs[row] ??= characterPairs(at(this.keys, row)));
  }

  /** The words, numbers and signs of a line, in order. */
  words(row: number): readonly string[] {
    const words = (this.#words ??= []);
    return (words[row] ??= lineWords(at(this.lines, row)));
  }

  /** How often each word stands in the file. */
  get wordCounts(): ReadonlyMap<string, number> {
    if (this.#wordCounts !== undefined) return this.#wordCounts;
    const counts = new Map<string, number>();
    for (let row = 0; row < this.count; row++)
      for (const word of this.words(row)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return (this.#wordCounts = counts);
  }
}

const lineKey = (line: string): string =>
  line.length <= COMPARED_CHARACTERS
    ? withoutSpace(line)
    : `${withoutSpace(line.slice(0, COMPARED_CHARACTERS))}…${String(line.length)}:${String(fingerprint(line))}`;

const withoutSpace = (text: string): string => text.replace(/[\s\uFEFF]+/g, "");

/** FNV-1a, 32 bits (G. Fowler, L. Noll, K.-P. Vo): tells two long lines apart that begin alike. */
function fingerprint(line: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < line.length; index++)
    hash = Math.imul(hash ^ line.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Letters and digits at which a line tells as much as a line can, and what it tells without any. */
const TELLING_CHARACTERS = 12;
const BRACKETS_TELL = 0.04;

function keyWeight(key: string): number {
  if (key === "") return 0;
  let letters = 0;
  for (let index = 0; index < key.length && letters < TELLING_CHARACTERS; index++) {
    const code = key.charCodeAt(index);
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127)
      letters++;
  }
  return BRACKETS_TELL + ((1 - BRACKETS_TELL) * letters) / TELLING_CHARACTERS;
}

function characterPairs(key: string): Int32Array {
  const compared = key.length > COMPARED_CHARACTERS ? COMPARED_CHARACTERS : key.length;
  if (compared === 0) return new Int32Array(0);
  const pairs = new Int32Array(compared + 1);
  let before = 1;
  for (let index = 0; index < compared; index++) {
    const code = key.charCodeAt(index);
    pairs[index] = before * 65536 + code;
    before = code & 0x7fff;
  }
  pairs[compared] = before * 65536 + 2;
  return pairs.sort();
}

const lineWords = (line: string): string[] =>
  line.slice(0, COMPARED_CHARACTERS).match(/[\p{L}_$][\p{L}\p{N}_$]*|\p{N}+|[^\s\p{L}\p{N}]/gu) ?? [];
