import { at } from "./at.ts";
import type { LexicalRules } from "./lexical-rules.ts";

/** How deep in brackets each line is. Brackets in strings and comments do not count. */
export interface BracketDepth {
  readonly atStart: Int32Array;
  /** The lowest depth reached on the line: below `atStart` where the line closes what an earlier one opened. */
  readonly lowest: Int32Array;
  readonly atEnd: Int32Array;
  /** 1 where the line begins inside a string that an earlier line opened. */
  readonly inString: Uint8Array;
  /** 1 where the line begins inside a comment that an earlier line opened. */
  readonly inComment: Uint8Array;
  /** 1 where the line holds a comment and nothing else. */
  readonly onlyComment: Uint8Array;
  /** Whether every bracket found its partner; where not, the depths say little (macros, a language read by the wrong rules). */
  readonly balanced: boolean;
}

/** Where a quoted text that must end on its line ends: the index after its closing quote, or -1. */
function closingQuote(line: string, from: number, quote: string): number {
  for (let index = from; index < line.length; index++) {
    const char = line[index];
    if (char === "\\") index++;
    else if (char === quote) return index + 1;
  }
  return -1;
}

/** Whether a `/` after this text opens a regular expression: after an operator, an opening bracket or `return`, where no value precedes. */
const opensRegularExpression = (before: string): boolean =>
  /(?:^|[(,=:[!&|?{};~+]|\breturn|\btypeof|\bwhen|\bif|\bunless)\s*$/.test(before);

const characterLiteral = /^'(?:\\(?:u\{?[0-9a-fA-F]+\}?|x[0-9a-fA-F]{2}|.)|[^\\'])'/;
const multiLineQuotes = ['"""', "'''"];

/** Longer lines are data: their brackets are not looked at. */
const LONGEST_LEXED_LINE = 2000;

/** Reads the brackets of `lines`. A string over several lines that never ends was none: then strings are read as ending with their line. */
export function bracketDepth(lines: readonly string[], rules: LexicalRules): BracketDepth {
  return readBrackets(lines, rules, true) ?? readBrackets(lines, rules, false) ?? noBrackets(lines.length);
}

const noBrackets = (count: number): BracketDepth => ({
  atStart: new Int32Array(count),
  lowest: new Int32Array(count),
  atEnd: new Int32Array(count),
  inString: new Uint8Array(count),
  inComment: new Uint8Array(count),
  onlyComment: new Uint8Array(count),
  balanced: false,
});

/** Undefined where a string over several lines, or a comment, does not end. */
function readBrackets(
  lines: readonly string[],
  rules: LexicalRules,
  longStrings: boolean,
): BracketDepth | undefined {
  const count = lines.length;
  const atStart = new Int32Array(count);
  const lowest = new Int32Array(count);
  const atEnd = new Int32Array(count);
  const inString = new Uint8Array(count);
  const inComments = new Uint8Array(count);
  const onlyComment = new Uint8Array(count);
  const brackets = rules.family !== "prose" && rules.family !== "markup";
  let depth = 0;
  let balanced = true;
  let stringEnd: string | undefined;
  let inComment = false;
  const special = specialCharacters(rules);
  for (let row = 0; row < count; row++) {
    const line = at(lines, row);
    atStart[row] = depth;
    inString[row] = stringEnd === undefined ? 0 : 1;
    inComments[row] = inComment ? 1 : 0;
    let low = depth;
    let code = stringEnd !== undefined;
    let comment = inComment;
    for (let index = 0; index < line.length && line.length <= LONGEST_LEXED_LINE;) {
      if (inComment) {
        const close = rules.blockComment === undefined ? -1 : line.indexOf(rules.blockComment[1], index);
        if (close === -1) break;
        inComment = false;
        index = close + (rules.blockComment?.[1].length ?? 0);
        continue;
      }
      if (stringEnd !== undefined) {
        const close = stringEnd === "`" ? closingQuote(line, index, "`") - 1 : line.indexOf(stringEnd, index);
        if (close < 0) break;
        index = close + stringEnd.length;
        stringEnd = undefined;
        continue;
      }
      const code16 = line.charCodeAt(index);
      if (code16 === 92) {
        code = true;
        index += 2;
        continue;
      }
      if (code16 === 32 || code16 === 9) {
        index++;
        continue;
      }
      if (code16 >= special.length || special[code16] === 0) {
        code = true;
        if (!brackets) break;
        index++;
        continue;
      }
      if (rules.blockComment !== undefined && line.startsWith(rules.blockComment[0], index)) {
        comment = true;
        inComment = true;
        index += rules.blockComment[0].length;
        continue;
      }
      if (opensLineComment(line, index, rules)) {
        comment = true;
        break;
      }
      code = true;
      if (!brackets) break;
      index = step(line, index, at(line, index));
      low = Math.min(low, depth);
      if (depth < 0) {
        balanced = false;
        depth = 0;
      }
    }
    lowest[row] = Math.max(0, low);
    atEnd[row] = depth;
    onlyComment[row] = comment && !code ? 1 : 0;
  }
  if (longStrings && (stringEnd !== undefined || inComment)) return undefined;
  return {
    atStart,
    lowest,
    atEnd,
    inString,
    inComment: inComments,
    onlyComment,
    balanced: balanced && depth === 0 && !inComment,
  };

  function step(line: string, index: number, char: string): number {
    switch (char) {
      case "(":
      case "[":
      case "{":
        depth++;
        return index + 1;
      case ")":
      case "]":
      case "}":
        depth--;
        return index + 1;
      case '"':
      case "'": {
        const triple = multiLineQuotes.find((quote) => line.startsWith(quote, index));
        if (triple !== undefined && longStrings) {
          stringEnd = triple;
          return index + 3;
        }
        if (char === "'" && rules.singleQuote === "character")
          return index + (characterLiteral.exec(line.slice(index, index + 16))?.[0].length ?? 1);
        if (char === "'" && rules.singleQuote === "nothing") return index + 1;
        const end = closingQuote(line, index + 1, char);
        return end === -1 ? index + 1 : end;
      }
      case "`": {
        const end = closingQuote(line, index + 1, "`");
        if (end !== -1) return end;
        if (rules.backtick && longStrings) {
          stringEnd = "`";
          return line.length;
        }
        return index + 1;
      }
      case "/": {
        if (!rules.regularExpressions || !opensRegularExpression(line.slice(Math.max(0, index - 12), index)))
          return index + 1;
        const end = closingQuote(line, index + 1, "/");
        return end === -1 ? index + 1 : end;
      }
      default:
        return index + 1;
    }
  }
}

/** 1 for each character that may open or close something. */
function specialCharacters({ lineComments, blockComment }: LexicalRules): Uint8Array {
  const special = new Uint8Array(128);
  for (const mark of [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "`",
    "/",
    ...lineComments,
    ...(blockComment ?? []),
  ])
    special[mark.charCodeAt(0)] = 1;
  return special;
}

/** `#` opens a comment at the start of a line or after white space only, and never as C's directives or Rust's attributes. */
function opensLineComment(line: string, index: number, rules: LexicalRules): boolean {
  for (const mark of rules.lineComments) {
    if (!line.startsWith(mark, index)) continue;
    if (mark !== "#") return true;
    if (line[index + 1] !== "[" && (index === 0 || /\s/.test(at(line, index - 1)))) return true;
  }
  return false;
}
