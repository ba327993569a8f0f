import { dayOf } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isUnderWay } from "../../domain/retro/retro.ts";
import type { Retro, RetroAction, RetroPart } from "../../domain/retro/retro.ts";
import { inline, paragraphs, table } from "./markdown-text.ts";
import { notePagePath, pagePathIn } from "./note-page-path.ts";
import { FOOT, list, said, who } from "./said-words.ts";
import { retroPartWords } from "./words.ts";

export const RETROS_PATH = "retros.md";

/** Rows of the list. */
const MOST_ROWS = 1_000;

const PARTS: readonly RetroPart[] = ["mine", "inTheWay", "helped"];

export const retroPagePath = (retro: RecordId): string => pagePathIn("retros", retro);

/** Every retro, the newest first. */
export function retrosPage(retros: readonly Retro[]): string {
  const rows = [...retros].sort(newestFirst).slice(0, MOST_ROWS);
  const more = retros.length - rows.length;
  return [
    "# Retros",
    table(
      ["Opened", "What it looks back at", "Days"],
      rows.map((retro) => [
        dayOf(retro.opened.at),
        `[${title(retro)}](${retroPagePath(retro.id)})`,
        days(retro),
      ]),
    ),
    ...(more > 0 ? [`${more} more are not listed.`] : []),
  ].join("\n\n");
}

const newestFirst = (one: Retro, other: Retro): number =>
  Date.parse(other.opened.at) - Date.parse(one.opened.at) || (one.id < other.id ? -1 : 1);

const title = ({ fields }: Retro): string => inline(fields.name.value, 200) || "Retro";

const days = ({ fields }: Retro): string =>
  fields.period.value === null ? "" : `${fields.period.value.from} to ${fields.period.value.to}`;

/** What people wrote stands here when it stands in the panel: once the PM has shared, or somebody started without. */
export function retroPage(retro: Retro, isBrief: (record: RecordId) => boolean): string {
  const parts = PARTS.flatMap((part) => {
    const words = retro.words.filter((one) => one.part === part);
    return words.length === 0
      ? []
      : [`## ${retroPartWords[part]}`, ...words.map((one) => `${paragraphs(one.text)}\n\n${who(one)}`)];
  });
  return [
    `# Retro: ${title(retro)}`,
    [days(retro), `Opened ${dayOf(retro.opened.at)}`, retro.fields.closed.value ? "Closed" : ""]
      .filter((fact) => fact !== "")
      .join(" · "),
    ...(isUnderWay(retro)
      ? parts
      : [
          "The PM goes first. What others wrote stands here when the PM has shared, or somebody has started without.",
        ]),
    ...(retro.actions.length === 0
      ? []
      : ["## What we will do", list(retro.actions.map((action) => actionText(action, isBrief)))]),
    FOOT,
  ].join("\n\n");
}

function actionText(action: RetroAction, isBrief: (record: RecordId) => boolean): string {
  const made = action.made.map(({ record }) =>
    isBrief(record)
      ? `became [a why](../../../${pagePathIn("whys", record)})`
      : `became [a note](../../../${notePagePath(record)})`,
  );
  return `${inline(action.text)} (${[said(action), ...made].join("; ")})`;
}
