import type { Note, Option, Risk } from "../../domain/note.ts";
import { optionsOnTheTable, standingDecisions } from "../../domain/note-status.ts";
import { effortText } from "./effort-text.ts";
import { inline, table } from "./markdown-text.ts";
import { confidenceWords, hurtWords, likelihoodWords, reversibilityWords } from "./words.ts";

/** Characters of a text in a cell. */
const CELL_CHARACTERS = 2_000;

const rows: readonly (readonly [string, (option: Option) => string])[] = [
  ["In a few words", (option) => cell(title(option))],
  ["What users get or lose", ({ fields }) => cell(fields.implications.value)],
  ["How long", howLong],
  ["What we give up", ({ fields }) => cell(fields.givesUp.value)],
  ["Risks", ({ fields }) => fields.risks.value.map(riskText).join("; ")],
  ["Can it be undone?", undone],
];

/** The options beside each other, rows as in the panel; rows that no option fills are left out. Undefined where no option is on the table. */
export function comparisonTable(note: Note): string | undefined {
  const options = [...optionsOnTheTable(note)].sort(
    (one, other) => Number(one.doNothing) - Number(other.doNothing),
  );
  if (options.length === 0) return undefined;
  const taken = new Set(standingDecisions(note).map(({ option }) => option));
  const head = options.map(({ id, letter }) => (taken.has(id) ? `${letter} ✓ Decided` : letter));
  const body = rows
    .map(([name, text]) => [name, options.map(text)] as const)
    .filter(([, texts]) => texts.some((text) => text !== ""))
    .map(([name, texts]) => [name, ...texts]);
  return table(["", ...head], body);
}

export const optionTitle = (option: Option): string => inline(title(option), 200);

const title = ({ doNothing, fields }: Option): string =>
  fields.title.value === "" && doNothing ? "Do nothing" : fields.title.value;

const cell = (text: string): string => inline(text, CELL_CHARACTERS);

function howLong({ fields }: Option): string {
  const { effort, people, confidence } = fields;
  if (effort.value === null) return "";
  return [
    effortText(effort.value),
    cell(people.value),
    confidence.value === null ? "" : confidenceWords[confidence.value].toLowerCase(),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function riskText({ text, likelihood, hurt, response }: Risk): string {
  const about = [
    likelihood === undefined ? "" : likelihoodWords[likelihood],
    hurt === undefined ? "" : hurtWords[hurt],
    response ?? "",
  ].filter((part) => part !== "");
  return about.length === 0 ? cell(text) : `${cell(text)} (${about.join(", ")})`;
}

function undone({ fields }: Option): string {
  const { reversibility, costToUndo } = fields;
  return [reversibility.value === null ? "" : reversibilityWords[reversibility.value], cell(costToUndo.value)]
    .filter((part) => part !== "")
    .join(": ");
}
