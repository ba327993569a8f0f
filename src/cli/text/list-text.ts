import { plainLine, shortLine } from "../../base/plain-text.ts";
import { dayWords } from "../../app/date-words.ts";
import { isOne } from "../../app/wording.ts";
import type { Wording } from "../../app/wording.ts";
import type { Day } from "../../domain/dates.ts";
import { badgeLabel, kindLabel, statusLabel } from "../../protocol/labels.ts";
import type { ListDocument, ListedNote } from "../documents/list-document.ts";
import { shortener } from "../find-note.ts";
import type { Style } from "../style.ts";
import { textWidth } from "./text-width.ts";

export interface ListSurroundings {
  /** Of every record here: what is shown of an id tells them apart. */
  readonly ids: readonly string[];
  readonly noteCount: number;
  readonly today: Day;
  /** Columns of the terminal; undefined where lines may be as long as they are. */
  readonly columns: number | undefined;
  readonly style: Style;
  readonly wording: Wording;
}

/** One line a note: id, status, kind, what it says; the badges and the date behind it. */
export function listText(
  document: ListDocument,
  around: ListSurroundings,
): { readonly text: string; readonly remarks: readonly string[] } {
  const { translate } = around.wording;
  const short = shortener(around.ids);
  const cells = document.notes.map((note) => ({
    note,
    id: short(note.id),
    status: statusLabel(note.status, translate),
    kind: kindLabel(note.kind, translate),
    tail: tail(note, around),
  }));
  const statusWidth = Math.max(0, ...cells.map(({ status }) => textWidth(status)));
  const kindWidth = Math.max(0, ...cells.map(({ kind }) => textWidth(kind)));
  const { style, columns } = around;
  const lines = cells.map(({ note, id, status, kind, tail: behind }) => {
    const taken = id.length + statusWidth + kindWidth + 6 + (behind === "" ? 0 : textWidth(behind) + 2);
    const title =
      columns === undefined ? plainLine(note.title) : shortLine(note.title, Math.max(20, columns - taken));
    const parts = [
      style.id(id),
      padded(status, statusWidth),
      style.muted(padded(kind, kindWidth)),
      style.strong(title),
    ];
    return [...parts, ...(behind === "" ? [] : [style.attention(behind)])].join("  ");
  });
  return { text: lines.join("\n"), remarks: remarks(document, around) };
}

function tail({ neededBy, badges }: ListedNote, { today, wording }: ListSurroundings): string {
  const { translate } = wording;
  return [
    ...(neededBy === null ? [] : [translate("by {date}", { date: dayWords(neededBy, today, wording) })]),
    ...badges.map((badge) => badgeLabel(badge, translate)),
  ].join(" · ");
}

function remarks(
  { notes, closedLeftOut, unread }: ListDocument,
  { noteCount, wording }: ListSurroundings,
): string[] {
  const { translate } = wording;
  const said: string[] = [];
  if (noteCount === 0)
    said.push(
      translate(
        "Nothing is on record here yet. Put something on record with sightline add, or get what others have shared with sightline sync.",
      ),
    );
  else if (notes.length === 0) said.push(translate("No note matches."));
  if (closedLeftOut > 0)
    said.push(
      translate(
        isOne(closedLeftOut, wording)
          ? "One closed note is left out; --all shows it."
          : "{n} closed notes are left out; --all shows them.",
        { n: closedLeftOut },
      ),
    );
  if (unread.length > 0)
    said.push(
      translate(
        isOne(unread.length, wording)
          ? "One record can't be shown. It is kept; sightline check says why."
          : "{n} records can't be shown. They are kept; sightline check says why.",
        { n: unread.length },
      ),
    );
  return said;
}

const padded = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - textWidth(text)));
