// Files that look like what people write, made up from a list of numbers, so that fast-check can make and shrink them.

/** A line with an identity that edits keep: how the truth is known by construction. */
export interface Line {
  readonly id: number;
  readonly text: string;
  /** The line that this one was copied from. */
  readonly copyOf?: number;
}

/** A stretch of lines that belong together: a function, a statement, a section. */
export interface Unit {
  readonly kind: "definition" | "statement";
  readonly ids: readonly number[];
}

export interface MadeFile {
  readonly path: string;
  readonly lines: readonly Line[];
  readonly units: readonly Unit[];
}

/** Numbers from 0 up to a bound, in an order that the seed decides (mulberry32, T. Ettinger 2017). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  pick<Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new RangeError("nothing to pick from");
    return choice;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

const nouns =
  "invoice account ledger cart order price tax shipment parcel customer session token cache queue worker job report chart filter index cursor bucket region sprint release branch commit patch merge anchor note option".split(
    " ",
  );
const verbs =
  "load save parse render collect find resolve update remove create merge split apply check open close fetch send count sort group".split(
    " ",
  );
const adjectives =
  "open pending stale valid empty last first next total partial remote local shared private".split(" ");

const upper = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const snake = (words: readonly string[]): string => words.join("_");
const camel = ([first, ...rest]: readonly string[]): string => (first ?? "") + rest.map(upper).join("");

interface Language {
  readonly ending: string;
  readonly indent: string;
  readonly name: (words: readonly string[]) => string;
  readonly head: (dice: Dice, name: string) => string[];
  readonly start: (dice: Dice, name: string, argument: string) => string;
  readonly end: string | undefined;
  readonly statement: (dice: Dice, name: (words: readonly string[]) => string) => string[];
  readonly comment: (text: string) => string;
}

const words = (dice: Dice): string[] =>
  [dice.pick(verbs), dice.pick(adjectives), dice.pick(nouns)].slice(0, 2 + dice.below(2));
const thing = (dice: Dice): string[] =>
  dice.chance(50) ? [dice.pick(nouns)] : [dice.pick(adjectives), dice.pick(nouns)];

const curly = (
  dice: Dice,
  name: (w: readonly string[]) => string,
  declare: string,
  indent: string,
): string[] => {
  const a = name(thing(dice));
  const b = name(thing(dice));
  const f = name(words(dice));
  switch (dice.below(9)) {
    case 0:
      return [`${declare}${a} = ${f}(${b});`];
    case 1:
      return [`if (${a} > ${dice.below(100)}) {`, `${indent}${b}.${f}(${a});`, "}"];
    case 2:
      return [`${a}.${f}("${dice.pick(adjectives)} ${dice.pick(nouns)}", ${b});`];
    case 3:
      return [`for (${declare}${a} of ${b}) {`, `${indent}${f}(${a}, ${dice.below(10)});`, "}"];
    case 4:
      return [`if (${a} === null) {`, `${indent}return;`, "}"];
    case 5:
      return [`${declare}${a} = ${b}.${name([dice.pick(nouns)])} + ${dice.below(1000)};`];
    case 6:
      return [`${f}(`, `${indent}${a},`, `${indent}${b},`, ");"];
    case 7:
      return [
        `try {`,
        `${indent}${f}(${a});`,
        "} catch (error) {",
        `${indent}log.warn("${dice.pick(nouns)} failed", error);`,
        "}",
      ];
    default:
      return [`log.info("${dice.pick(verbs)} ${dice.pick(nouns)}");`];
  }
};

const languages: readonly Language[] = [
  {
    ending: "ts",
    indent: "  ",
    name: camel,
    head: (dice, name) => [
      `import { ${camel(words(dice))} } from "./${dice.pick(nouns)}.ts";`,
      `import type { ${upper(dice.pick(nouns))} } from "./${name}.ts";`,
    ],
    start: (dice, name, argument) =>
      `export function ${name}(${argument}: ${upper(dice.pick(nouns))}): void {`,
    end: "}",
    statement: (dice, name) => curly(dice, name, "const ", "  "),
    comment: (text) => `// ${text}`,
  },
  {
    ending: "java",
    indent: "    ",
    name: camel,
    head: (dice, name) => [
      `package org.example.${name.toLowerCase()};`,
      "",
      `import org.example.${dice.pick(nouns)}.${upper(dice.pick(nouns))};`,
    ],
    start: (dice, name, argument) => `public static void ${name}(${upper(dice.pick(nouns))} ${argument}) {`,
    end: "}",
    statement: (dice, name) => curly(dice, name, "var ", "    "),
    comment: (text) => `/* ${text} */`,
  },
  {
    ending: "py",
    indent: "    ",
    name: snake,
    head: (dice, name) => [`import ${dice.pick(nouns)}`, `from ${name} import ${snake(words(dice))}`],
    start: (_, name, argument) => `def ${name}(${argument}):`,
    end: undefined,
    statement: (dice, name) => {
      const a = name(thing(dice));
      const b = name(thing(dice));
      const f = name(words(dice));
      switch (dice.below(6)) {
        case 0:
          return [`${a} = ${f}(${b})`];
        case 1:
          return [`if ${a} > ${dice.below(100)}:`, `    ${b}.${f}(${a})`];
        case 2:
          return [`for ${a} in ${b}:`, `    ${f}(${a}, ${dice.below(10)})`];
        case 3:
          return [`if ${a} is None:`, "    return None"];
        case 4:
          return [`${f}(`, `    ${a},`, `    ${b},`, ")"];
        default:
          return [`log.info("${dice.pick(verbs)} ${dice.pick(nouns)}")`];
      }
    },
    comment: (text) => `# ${text}`,
  },
  {
    ending: "yml",
    indent: "  ",
    name: snake,
    head: (dice) => [`version: ${dice.below(9)}`],
    start: (_, name) => `${name}:`,
    end: undefined,
    statement: (dice, name) =>
      dice.chance(70)
        ? [`${name(words(dice))}: ${dice.pick(adjectives)}-${dice.below(100)}`]
        : [`${name(words(dice))}:`, `  - ${dice.pick(nouns)}`, `  - ${dice.pick(nouns)} ${dice.below(10)}`],
    comment: (text) => `# ${text}`,
  },
  {
    ending: "md",
    indent: "",
    name: (parts) => parts.join(" "),
    head: (dice) => [`# The ${dice.pick(nouns)} ${dice.pick(nouns)}`],
    start: (_, name) => `## ${upper(name)}`,
    end: undefined,
    statement: (dice) =>
      dice.chance(60)
        ? [
            `To ${dice.pick(verbs)} the ${dice.pick(adjectives)} ${dice.pick(nouns)}, ${dice.pick(verbs)} its ${dice.pick(nouns)} ${dice.below(50)} times.`,
            "",
          ]
        : [
            `- ${dice.pick(verbs)} ${dice.pick(nouns)}`,
            `- ${dice.pick(verbs)} ${dice.pick(adjectives)} ${dice.pick(nouns)}`,
            "",
          ],
    comment: (text) => `<!-- ${text} -->`,
  },
];

let nextId = 1;
export const newLine = (text: string, copyOf?: number): Line => ({ id: nextId++, text, copyOf });

/** A made-up statement in the language of the file at `path`, indented by `indent`. */
export function madeStatement(dice: Dice, path: string, indent: string): Line[] {
  const language = languageOf(path);
  return language.statement(dice, language.name).map((text) => newLine(text === "" ? "" : indent + text));
}

const languageOf = (path: string): Language => {
  const found = languages.find(({ ending }) => path.endsWith(`.${ending}`));
  if (found === undefined) throw new RangeError(`no language for ${path}`);
  return found;
};

/**
 * A made-up definition; with `like`, a copy of one with another name and a statement more, as tests that look alike are. In an edit (`copied`)
 * the lines of a copy know what they are copies of.
 */
export function madeDefinition(
  dice: Dice,
  path: string,
  like?: readonly Line[],
  copied = false,
): { lines: Line[]; units: Unit[] } {
  const language = languageOf(path);
  const name = language.name([...words(dice), ...(dice.chance(30) ? [dice.pick(nouns)] : [])]);
  const lines: Line[] = [];
  const units: Unit[] = [];
  const start = newLine(language.start(dice, name, language.name(thing(dice))));
  if (like === undefined) {
    if (dice.chance(30))
      lines.push(
        newLine(
          language.comment(`${upper(dice.pick(verbs))} the ${dice.pick(adjectives)} ${dice.pick(nouns)}.`),
        ),
      );
    lines.push(start);
    for (let left = 1 + dice.below(7); left > 0; left--) {
      const statement = madeStatement(dice, path, language.indent);
      units.push({ kind: "statement", ids: statement.filter(({ text }) => text !== "").map(({ id }) => id) });
      lines.push(...statement);
      if (dice.chance(8)) lines.push(newLine(""));
    }
    if (language.end !== undefined) lines.push(newLine(language.end));
  } else {
    lines.push(start, ...like.slice(1).map(({ id, text }) => newLine(text, copied ? id : undefined)));
    const changed = 1 + dice.below(Math.max(1, lines.length - 2));
    lines.splice(changed, 0, ...madeStatement(dice, path, language.indent));
  }
  const first = lines.findIndex(({ id }) => id === start.id);
  let last = lines.length - 1;
  while (last > first && lines[last]?.text === "") last--;
  units.push({ kind: "definition", ids: lines.slice(first, last + 1).map(({ id }) => id) });
  return { lines, units };
}

/** A made-up file. */
export function madeFile(dice: Dice): MadeFile {
  const language = dice.pick(languages);
  const name = camel(words(dice));
  const path = `src/${dice.pick(nouns)}/${name}.${language.ending}`;
  const lines: Line[] = language.head(dice, name).map(newLine);
  const units: Unit[] = [];
  lines.push(newLine(""));
  let before: readonly Line[] | undefined;
  for (let left = 2 + dice.below(9); left > 0; left--) {
    const definition = madeDefinition(
      dice,
      path,
      before !== undefined && dice.chance(20) ? before : undefined,
    );
    lines.push(...definition.lines, newLine(""));
    units.push(...definition.units);
    const own = definition.units.at(-1)?.ids ?? [];
    before = definition.lines.filter(({ id }) => own.includes(id));
  }
  return { path, lines, units };
}

export const textOf = (lines: readonly Line[], lineEnd = "\n"): string =>
  lines.map(({ text }) => text).join(lineEnd) + lineEnd;
