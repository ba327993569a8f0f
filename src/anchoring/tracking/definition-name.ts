import type { LexicalRules } from "./lexical-rules.ts";

/**
 * What a unit's first lines say it defines, or undefined. `certain` is whether a keyword says so; otherwise the name is an assignment's or a
 * key's, which a text may well have twice.
 */
export interface DefinitionName {
  readonly name: string;
  readonly certain: boolean;
}

const modifiers =
  /^(?:(?:export|default|public|private|protected|internal|static|final|abstract|sealed|async|override|virtual|inline|extern|unsafe|open|data|partial|readonly|declare|synchronized|native|strictfp|transient|volatile|friend|constexpr|explicit|pub(?:\([^)]*\))?|template\s*<[^>]*>|@[\w.]+(?:\([^()]*\))?)\s+)+/;
const keyword =
  /^(?:class|interface|struct|enum|trait|module|namespace|protocol|object|record|union|extension|@interface|func|function\*?|fun|fn|def|sub|proc|procedure|message|service|rpc|mod|macro_rules!|type|impl|const\s+fn|enum\s+class)\b\s*/;
/** Keywords that nothing but a definition starts with, so that any word after them is a name, `go` and `print` too. */
const onlyDefines = /^(?:class|def|func|function|fn|fun|struct|interface|enum|trait)\b/;
const goReceiver = /^func\s+\(\s*(?:\w+\s+)?\*?(\w+)[^)]*\)\s*(\w+)/;
const namedTest = /^(?:await\s+)?([A-Za-z_$][\w$.]*)\s*(?:\(\s*|\s)(["'`])(.+?)\2/;
const assigned =
  /^(?:const|let|var|val|local|my|our|static|auto)\s+(?:mut\s+)?([A-Za-z_$][\w$]*)\s*(?:[=:;,]|$)/;
const assignment =
  /^((?:[A-Za-z_$][\w$]*)(?:(?:\.|::|->)[A-Za-z_$][\w$]*|\[["'][\w$.-]+["']\])*)\s*(?::[^=:]+)?[:?|]?=(?![=>])/;
const key = /^(?:- )?(["']?)([\w$@/.*<>^~-][\w$@/.*<>^~ -]*?)\1\s*(?:\?)?(?::(?!:)|=>)/;
/** Characters of a header that are read. Every pattern here takes at most quadratic time, so this bounds what a hostile line costs. */
const LONGEST_HEADER = 400;

const notAName = new Set(
  "if for while switch catch return else do try with using lock when match until unless foreach synchronized function new throw super this await yield assert typeof case in not and or elif except print defer go select require include import from delete sizeof echo and raise lambda".split(
    " ",
  ),
);

/** Reads the name from `header`: a unit's first line and, where its brackets are still open, the ones that close them, joined by spaces. */
export function definitionName(
  header: string,
  opensBlock: boolean,
  rules: LexicalRules,
): DefinitionName | undefined {
  const text = header.trim().slice(0, LONGEST_HEADER);
  if (rules.family === "prose") {
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(text);
    return heading?.[1] === undefined ? undefined : { name: `# ${heading[1]}`, certain: true };
  }
  if (rules.family === "sections") {
    if (/^\[.*\]/.test(text)) return { name: text.replace(/\s*[#;].*$/, ""), certain: true };
    const left = /^["']?([\w.$-]+)["']?\s*[=:]/.exec(text);
    return left?.[1] === undefined ? undefined : { name: left[1], certain: true };
  }
  if (rules.family === "markup") {
    const tag = /^<([\w:.-]+)(?:[^>]*?\b(?:id|name|key)\s*=\s*["']([^"']+)["'])?/.exec(text);
    return tag?.[2] === undefined ? undefined : { name: `<${tag[1] ?? ""} ${tag[2]}`, certain: false };
  }
  if (rules.family === "yaml")
    return text.startsWith("- ") ? named(text, false) : named(key.exec(text)?.[2], true);
  if (rules.family === "data") return named(/^"((?:[^"\\]|\\.)+)"\s*:/.exec(text)?.[1], true);
  const bare = text.replace(modifiers, "");
  const receiver = goReceiver.exec(bare);
  if (receiver !== null) return named(`${receiver[1] ?? ""}.${receiver[2] ?? ""}`, true);
  const word = keyword.exec(bare);
  if (word !== null) {
    const rest = bare.slice(word[0].length);
    if (word[0].startsWith("impl")) return named(`impl ${rest.replace(/\s*\{.*$/, "")}`, true);
    const name = /^[A-Za-z_$~][\w$]*(?:(?:\.|::|\\)[A-Za-z_$~][\w$]*)*[?!=]?(?=\W|$)/.exec(rest)?.[0];
    if (name !== undefined && (onlyDefines.test(word[0]) || !notAName.has(name)))
      return named(name.replace(/=$/, ""), true);
  }
  if (opensBlock) {
    const test = namedTest.exec(bare);
    if (test !== null && !notAName.has(test[1] ?? ""))
      return named(`${test[1] ?? ""} ${test[3] ?? ""}`, true);
  }
  const variable = assigned.exec(bare)?.[1] ?? assignment.exec(bare)?.[1] ?? typedField(bare);
  if (variable !== undefined && !notAName.has(firstWord(bare)))
    return named(variable, opensBlock && /\bfunction\b|=>|\bclass\b|lambda|\bdo\b|->/.test(bare));
  if (opensBlock) {
    const called = callable(bare);
    if (
      called !== undefined &&
      !notAName.has(firstWord(bare)) &&
      !notAName.has(called) &&
      closesItsList(bare)
    )
      return named(called, true);
  }
  const before = key.exec(bare);
  return named(before?.[2], opensBlock && /\bfunction\b|=>/.test(bare.slice(before?.[0].length)));
}

/** What is between the words of a type: `Map<String, List<Integer>> `, `unsigned char *`. */
const noType = /[^\w$<>[\],.?:*&~\s]/;

/** The name of `private final Type name = …` or `Type name;`. */
function typedField(text: string): string | undefined {
  const stop = text.search(/[=;(){}"'`]/);
  if (stop <= 0 || !/^(?:;|=(?![=>]))/.test(text.slice(stop, stop + 2))) return undefined;
  const left = text.slice(0, stop).trimEnd();
  const name = /[A-Za-z_$][\w$]*$/.exec(left)?.[0];
  if (name === undefined) return undefined;
  const type = left.slice(0, left.length - name.length);
  return /^[A-Za-z_$]/.test(type) && /[\s*&]$/.test(type) && !noType.test(type) ? name : undefined;
}

/** The name before the first round bracket, with nothing but a type in front: `static int name(…`, `Type Class::name<T>(…`. */
function callable(text: string): string | undefined {
  const open = text.indexOf("(");
  if (open <= 0) return undefined;
  const before = withoutTypeArguments(text.slice(0, open).trimEnd());
  const name = /[\w$~:]+$/.exec(before)?.[0];
  if (name === undefined || !/^[A-Za-z_$~]/.test(name)) return undefined;
  const type = before.slice(0, before.length - name.length);
  return type === "" || (/[\s*&]$/.test(type) && !noType.test(type)) ? name : undefined;
}

function withoutTypeArguments(text: string): string {
  let depth = 0;
  for (let index = text.length - 1; index >= 0 && text.endsWith(">"); index--) {
    if (text[index] === ">") depth++;
    else if (text[index] === "<" && --depth === 0) return text.slice(0, index).trimEnd();
  }
  return text;
}

const firstWord = (text: string): string => /^[A-Za-z_$]+/.exec(text)?.[0] ?? "";

const named = (name: string | undefined, certain: boolean): DefinitionName | undefined =>
  name === undefined || name === "" ? undefined : { name: name.trim(), certain };

/** Whether the first round brackets close before the block opens: of a definition they do, of a call that takes a function they do not. */
function closesItsList(text: string): boolean {
  let depth = 0;
  for (let index = text.indexOf("("); index < text.length && index >= 0; index++) {
    const char = text[index];
    if (char === "(") depth++;
    else if (char === ")") {
      depth--;
      if (depth === 0)
        return !/^\s*(?:[;,.)]|=[^>]|$)/.test(text.slice(index + 1)) || /^\s*$/.test(text.slice(index + 1));
    } else if (
      char === "{" &&
      depth > 0 &&
      /(?:=>|\bfunction\b[^(]*\([^)]*\))\s*$/.test(text.slice(0, index))
    )
      return false;
  }
  return false;
}
