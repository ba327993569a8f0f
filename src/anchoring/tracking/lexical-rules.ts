/**
 * What a light reading of brackets must know of a language so that brackets in strings and comments do not count. Chosen by the end of the
 * file's name; a language that is not listed is read like C, which does no harm where its brackets balance.
 */
export interface LexicalRules {
  readonly family: "code" | "prose" | "markup" | "sections" | "yaml" | "data";
  readonly lineComments: readonly string[];
  readonly blockComment: readonly [open: string, close: string] | undefined;
  /** What `'` opens: a string, or one character as in C (so that Rust's lifetimes open nothing). */
  readonly singleQuote: "string" | "character" | "nothing";
  /** Whether a text between backticks may run over lines. */
  readonly backtick: boolean;
  /** Whether `/` can open a regular expression. */
  readonly regularExpressions: boolean;
  /** Whether `@name` above a definition belongs to it, as decorators and annotations do. */
  readonly decorators: boolean;
}

const cLike: LexicalRules = {
  family: "code",
  lineComments: ["//"],
  blockComment: ["/*", "*/"],
  singleQuote: "character",
  backtick: false,
  regularExpressions: false,
  decorators: true,
};
const script: LexicalRules = { ...cLike, singleQuote: "string", backtick: true, regularExpressions: true };
const hash: LexicalRules = { ...cLike, lineComments: ["#"], blockComment: undefined, singleQuote: "string" };
const prose: LexicalRules = {
  ...cLike,
  family: "prose",
  lineComments: [],
  blockComment: undefined,
  singleQuote: "nothing",
  decorators: false,
};
const markup: LexicalRules = { ...prose, family: "markup", blockComment: ["<!--", "-->"] };
const style: LexicalRules = { ...cLike, singleQuote: "string", decorators: false };
const sections: LexicalRules = { ...hash, family: "sections", decorators: false };

const byEnding: Readonly<Record<string, LexicalRules>> = {
  js: script,
  jsx: script,
  mjs: script,
  cjs: script,
  ts: script,
  tsx: script,
  mts: script,
  cts: script,
  go: { ...cLike, backtick: true },
  php: { ...cLike, lineComments: ["//", "#"], singleQuote: "string" },
  css: style,
  scss: style,
  less: style,
  json: { ...style, family: "data" },
  jsonc: { ...style, family: "data" },
  py: hash,
  pyi: hash,
  rb: { ...hash, regularExpressions: true },
  sh: hash,
  bash: hash,
  pl: hash,
  r: hash,
  ex: hash,
  exs: hash,
  tf: { ...hash, lineComments: ["#", "//"], blockComment: ["/*", "*/"] },
  yml: { ...hash, family: "yaml" },
  yaml: { ...hash, family: "yaml" },
  toml: sections,
  ini: sections,
  cfg: sections,
  conf: sections,
  properties: sections,
  editorconfig: sections,
  md: prose,
  markdown: prose,
  mdx: prose,
  rst: prose,
  txt: prose,
  adoc: prose,
  html: markup,
  htm: markup,
  xml: markup,
  svg: markup,
  vue: markup,
  svelte: markup,
  sql: { ...cLike, lineComments: ["--"], singleQuote: "string" },
  lua: { ...cLike, lineComments: ["--"], blockComment: ["--[[", "]]"], singleQuote: "string" },
  hs: { ...cLike, lineComments: ["--"], blockComment: ["{-", "-}"] },
};

/** The rules for a file of this path. */
export function lexicalRules(path: string): LexicalRules {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (/^(dockerfile|makefile|gemfile|rakefile|vagrantfile)\b/.test(name)) return hash;
  const ending = name.slice(name.lastIndexOf(".") + 1);
  return Object.hasOwn(byEnding, ending) ? (byEnding[ending] ?? cLike) : cLike;
}
