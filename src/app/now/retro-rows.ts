import { plainLine } from "../../base/plain-text.ts";
import { isUnderWay } from "../../domain/retro/retro.ts";
import type { Retro } from "../../domain/retro/retro.ts";
import { since } from "../date-words.ts";
import { rankOfOther } from "../now.ts";
import type { RankedRow } from "../now.ts";
import type { Viewer } from "./viewer.ts";

/** A retro waits for the first box, which is the PM's; for nobody else, and for nobody once somebody started without. */
export function nowRowsOfRetro(retro: Retro, { role, today, wording }: Viewer): readonly RankedRow[] {
  const { name, closed } = retro.fields;
  if (role !== "pm" || closed.value || isUnderWay(retro)) return [];
  const { translate } = wording;
  return [
    {
      row: {
        key: `${retro.id}:first`,
        record: retro.id,
        of: "retro",
        group: "needsYou",
        title: translate("Retro: {name}", { name: plainLine(name.value) }),
        reason: [
          translate("Open {since}. You go first: the first box is yours.", {
            since: since(retro.opened.at, today, wording),
          }),
          translate("What others write is shown when you have shared, or somebody starts without."),
        ].join(" "),
        action: "open",
        glyph: "question",
      },
      rank: rankOfOther("needsYou", undefined, retro.opened.at),
    },
  ];
}
