import { at } from "./at.ts";
import type { BracketDepth } from "./bracket-depth.ts";
import type { LexicalRules } from "./lexical-rules.ts";

/**
 * The units of a text: statements, blocks, definitions, sections, comments; read from indentation and brackets alone, so that it works for any
 * language and for code that does not compile. A unit is named by the index of its first line.
 */
export interface CodeUnits {
  /** For each line the last line of the unit that starts there, or -1 where none does. */
  readonly end: Int32Array;
  /** For each line the start of the innermost unit around it that starts on an earlier line, or -1. */
  readonly parent: Int32Array;
  /** Like `end`, for runs of lines that only comment. */
  readonly commentEnd: Int32Array;
}

interface Open {
  readonly start: number;
  readonly indent: number;
  readonly depth: number;
  /** A later part of a statement, such as `} else {`: ends where the next part begins. */
  readonly part: boolean;
  /** 1 and more for a heading, by level. */
  readonly heading: number;
  last: number;
  closed: boolean;
}

const TAB_WIDTH = 4;

/** The width of the white space in front, tabs as four columns; -1 for a blank line. */
export function indentOf(line: string): number {
  let width = 0;
  for (let index = 0; index < line.length; index++) {
    const char = line.charCodeAt(index);
    if (char === 32) width++;
    else if (char === 9) width += TAB_WIDTH - (width % TAB_WIDTH);
    else if (char !== 0xfeff && char !== 12 && char !== 0xa0) return width;
  }
  return -1;
}

const closerWord = /^(?:end|fi|done|esac|endif|endwhile|endfor|endforeach|endswitch)\b/;
const closerTag = /^(?:<\/|\/>|>)/;
const closerBracket = /^[)\]}]/;
const onlyCloses = /^[)\]}>;,]+$|^<\/[\w:.-]+>$|^(?:end|fi|done|esac)[;,)]*$/;
const laterPart =
  /^(?:\}\s*)?(?:else|elif|elsif|elseif|catch|except|finally|rescue|ensure|when|while\b.*;$)(?![\w-]*\s*[:=(]?\s*["'])/;
const hasParts =
  /^(?:\}\s*)?(?:if|else|elif|elsif|elseif|unless|for|while|try|except|catch|with|begin|case|def|do|switch|rescue|when|async|match|@?\w+\s*=|.*\bdo\b)/;
const continues = /^(?:\?\.|\.(?=[A-Za-z_])|&&|\|\||[?:|]\s|>\s*(?:[=;,)(]|$))/;

/** The level of a heading that starts on line `row`: Markdown's `##` or a line underlined; 0 for any other line. */
function headingLevel(lines: readonly string[], row: number): number {
  const line = at(lines, row);
  const marks = /^(#{1,6})\s+\S/.exec(line);
  if (marks !== null) return at(marks, 1).length;
  const under = lines[row + 1];
  if (under === undefined || !/^\S/.test(line) || !/^([=\-~^"])\1{2,}\s*$/.test(under)) return 0;
  if (/^[|>*+-]/.test(line)) return 0;
  return under.startsWith("=") ? 1 : under.startsWith("-") ? 2 : 3;
}

const sectionHeading = /^\s*\[{1,2}[^[\]]+\]{1,2}\s*(?:[#;].*)?$/;

/** Reads the units of `lines`. One pass, with a stack as deep as the nesting. */
export function codeUnits(
  lines: readonly string[],
  indents: Int32Array,
  depths: BracketDepth,
  rules: LexicalRules,
): CodeUnits {
  const count = lines.length;
  const end = new Int32Array(count).fill(-1);
  const parent = new Int32Array(count).fill(-1);
  const commentEnd = new Int32Array(count).fill(-1);
  const open: Open[] = [];
  const trusted = depths.balanced;
  // What the code block of Markdown that this line is in began with, and the one that the next line is in.
  let fence: string | undefined;
  let nextFence: string | undefined;
  let lastHard = -1;

  const close = (): void => {
    const top = open.pop();
    if (top === undefined) return;
    end[top.start] = top.last;
    const around = open.at(-1);
    if (around !== undefined && around.last < top.last) around.last = top.last;
  };

  for (let row = 0; row < count; row++) {
    const indent = at(indents, row);
    if (indent < 0) continue;
    const line = at(lines, row);
    const text = line.trim();
    fence = nextFence;
    const heading = rules.family === "prose" && fence === undefined ? headingLevel(lines, row) : 0;
    const section = rules.family === "sections" && sectionHeading.test(line) ? 1 : 0;

    if (rules.family === "prose" && /^(?:```|~~~)/.test(text)) {
      const mark = text.slice(0, 3);
      if (fence === undefined) nextFence = mark;
      else if (text === fence) nextFence = undefined;
    }
    if (at(depths.onlyComment, row) === 1) {
      parent[row] = innermost(row, indent);
      startComment(row, indent);
      continue;
    }
    if (at(depths.inString, row) === 1) {
      parent[row] = open.at(-1)?.start ?? -1;
      const top = open.at(-1);
      if (top !== undefined) top.last = row;
      lastHard = row;
      continue;
    }
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const how = belongs(top, row, indent, text, heading + section);
      if (how === "no") {
        close();
        continue;
      }
      top.last = row;
      if (how === "ends") {
        close();
        continue;
      }
      if (how === "closes") top.closed = true;
      break;
    }
    parent[row] = open.at(-1)?.start ?? -1;
    lastHard = row;
    if (startsUnit(row, indent, text)) {
      const top = open.at(-1);
      const part = top !== undefined && indent === top.indent && laterPart.test(text);
      open.push({
        start: row,
        indent,
        depth: at(depths.lowest, row),
        part,
        heading: heading + section,
        last: row,
        closed: false,
      });
    }
  }
  while (open.length > 0) close();
  return { end, parent, commentEnd };

  function startsUnit(row: number, indent: number, text: string): boolean {
    if (onlyCloses.test(text) || text === "{") return false;
    if (rules.family !== "prose") return true;
    if (fence !== undefined) return false;
    // A paragraph is one unit: its further lines start none.
    const above = row > 0 ? at(indents, row - 1) : -1;
    const top = open.at(-1);
    if (above < 0 || top === undefined || top.heading > 0) return true;
    return indent !== above || /^(?:[-*+|>]|\d+[.)])\s?/.test(text);
  }

  /** Lines that each begin with the mark of a comment run on; a comment between brackets of its own does not, nor does one indented otherwise. */
  function startComment(row: number, indent: number): void {
    const before = row - 1;
    const text = at(lines, row).trim();
    const runsOn =
      before >= 0 &&
      at(depths.onlyComment, before) === 1 &&
      at(indents, before) >= 0 &&
      (at(depths.inComment, row) === 1 ||
        (isLineComment(text) && isLineComment(at(lines, before).trim()) && at(indents, before) === indent));
    const start = runsOn ? startOfComment(before) : row;
    commentEnd[start] = row;
    if (start !== row) parent[row] = at(parent, start);
  }

  function startOfComment(row: number): number {
    let start = row;
    while (at(commentEnd, start) < 0) start--;
    return start;
  }

  function isLineComment(text: string): boolean {
    return rules.lineComments.some((mark) => text.startsWith(mark));
  }

  function innermost(row: number, indent: number): number {
    for (let index = open.length - 1; index >= 0; index--) {
      const unit = at(open, index);
      if (unit.heading > 0 || indent > unit.indent || (trusted && at(depths.atStart, row) > unit.depth))
        return unit.start;
    }
    return -1;
  }

  function belongs(
    top: Open,
    row: number,
    indent: number,
    text: string,
    heading: number,
  ): "no" | "yes" | "closes" | "ends" {
    if (top.heading > 0) return heading > 0 && heading <= top.heading ? "no" : "yes";
    if (heading > 0) return "no";
    if (rules.family === "prose") {
      if (fence !== undefined && at(lines, top.start).trim().startsWith(fence)) return "yes";
      if (indent > top.indent) return "yes";
      return indent === top.indent &&
        row > 0 &&
        at(indents, row - 1) >= 0 &&
        !/^(?:[-*+|>#]|\d+[.)])\s?/.test(text)
        ? "yes"
        : "no";
    }
    if (trusted && at(depths.atStart, row) > top.depth) {
      if (at(depths.lowest, row) > top.depth) return "yes";
      if (top.part && at(depths.atEnd, row) > top.depth) return "ends";
      return at(depths.atEnd, row) > top.depth ? "yes" : "closes";
    }
    if (indent > top.indent) return "yes";
    if (indent < top.indent) return "no";
    if (top.closed && !laterPart.test(text)) return "no";
    if (!trusted && closerBracket.test(text))
      return onlyCloses.test(text) || !/[{(]$/.test(text) ? "closes" : top.part ? "ends" : "yes";
    if (rules.family === "markup") return closerTag.test(text) ? "closes" : "no";
    if (rules.family === "yaml")
      return /^- /.test(text) &&
        /:\s*(?:[&!|>]\S*)?$/.test(at(lines, top.start)) &&
        !/^- /.test(at(lines, top.start).trim())
        ? "yes"
        : "no";
    if (rules.family !== "code") return "no";
    if (closerWord.test(text)) return "closes";
    if (laterPart.test(text))
      return hasParts.test(at(lines, top.start).trim()) ? (top.part ? "no" : "yes") : "no";
    if (text.startsWith("{")) return lastHard >= 0 && /[;}]\s*$/.test(at(lines, lastHard)) ? "no" : "yes";
    return rules.decorators && continues.test(text) && !continues.test(at(lines, top.start).trim())
      ? "yes"
      : "no";
  }
}
