import { plainLine } from "../../base/plain-text.ts";
import type { RecordId } from "../../domain/ids.ts";
import { isContested, versionsOf } from "../../domain/register.ts";
import { isUnderWay } from "../../domain/retro/retro.ts";
import type { Retro } from "../../domain/retro/retro.ts";
import type { ContestedField } from "../../protocol/panel-state.ts";
import type { RetroPage, RetroSpan, RetroState } from "../../protocol/retro-state.ts";
import type { Book } from "../book.ts";
import { briefTitle } from "../briefs/brief-title.ts";
import type { Viewer } from "../now/viewer.ts";
import { isSame } from "../people.ts";
import { retroFacts } from "../together/retro-facts.ts";
import { retroSuggestions } from "../together/retro-suggestions.ts";
import { retroFieldLabel, retroValueWords } from "../together/retro-words.ts";
import { teamFigures } from "../together/team-figures.ts";
import type { ViewScene } from "./view-state.ts";

/** The retro with this id, or the newest that is open; undefined where the one that is asked for is not here. */
export async function retroState(
  id: RecordId | undefined,
  { repository, book, viewer, typedOf }: ViewScene,
): Promise<RetroState | undefined> {
  const retros = [...book.of("retro").values()].sort(newestFirst);
  const shown =
    id === undefined ? retros.find(({ fields }) => !fields.closed.value) : book.of("retro").get(id);
  if (id !== undefined && shown === undefined) return undefined;
  return {
    view: "retro",
    repository,
    ...(shown === undefined ? {} : { id: shown.id }),
    retro: shown === undefined ? null : retroPage(shown, book, viewer),
    others: retros
      .filter((retro) => retro !== shown)
      .map((retro) => ({ id: retro.id, ...spanOf(retro), closed: retro.fields.closed.value })),
    suggestions: [...retroSuggestions(book, viewer)],
    typed: shown === undefined ? {} : { ...(await typedOf(shown.id)) },
    figures: teamFigures(book, viewer.today, viewer.wording),
  };
}

function retroPage(retro: Retro, book: Book, viewer: Viewer): RetroPage {
  const { fields, words, startedWithout, actions } = retro;
  const isOpen = isUnderWay(retro);
  const [without] = startedWithout;
  const isMine = ({ by }: Retro["words"][number]) => isSame(by, viewer.me);
  const span = spanOf(retro);
  return {
    ...span,
    closed: fields.closed.value,
    underWay: !isOpen
      ? null
      : without === undefined || words.some(({ part }) => part === "mine")
        ? { because: "pmFirst" }
        : { because: "without", by: without.by, at: without.at },
    othersWrote: !isOpen && words.some((one) => !isMine(one)),
    words: words
      .filter((one) => isOpen || isMine(one))
      .map((one) => ({
        id: one.id,
        by: one.by,
        at: one.at,
        part: one.part,
        text: one.text,
        mine: isMine(one),
        earlier: one.earlier.map((words) => ({ ...words })),
      })),
    actions: actions.map(({ id, by, at, text, made }) => ({
      id,
      by,
      at,
      text,
      made: made.flatMap(({ record }) => madeOf(record, book, viewer)),
    })),
    facts: [...retroFacts(book, span, viewer)],
    contested: contestedFields(retro, viewer),
    isNewer: retro.unread.some(({ kind }) => kind === "newer"),
  };
}

/** The days that were given; the day it was opened where a newer version left them out. */
function spanOf({ fields, opened }: Retro): RetroSpan {
  const day = opened.at.slice(0, 10);
  const { from, to } = fields.period.value ?? { from: day, to: day };
  return { name: plainLine(fields.name.value), from, to };
}

function madeOf(
  record: RecordId,
  book: Book,
  { today, wording }: Viewer,
): RetroPage["actions"][number]["made"] {
  const note = book.notes.get(record);
  if (note !== undefined) return [{ of: "note", record, title: plainLine(note.fields.title.value) }];
  const brief = book.of("brief").get(record);
  return brief === undefined
    ? []
    : [{ of: "brief", record, title: briefTitle(brief, book.of("milestone"), today, wording) }];
}

function contestedFields({ fields }: Retro, viewer: Viewer): ContestedField[] {
  return (["name", "period", "closed"] as const)
    .filter((name) => isContested(fields[name]))
    .map((name) => ({
      field: name,
      label: retroFieldLabel(name, viewer.wording.translate),
      versions: versionsOf<Retro["fields"][typeof name]["value"]>(fields[name]).map(
        ({ event, by, at, value }) => ({
          event,
          by,
          at,
          text: retroValueWords({ [name]: value }, viewer),
        }),
      ),
      writable: false,
    }));
}

/** By when they were opened, as their writers' clocks said. */
const newestFirst = (one: Retro, other: Retro): number =>
  Date.parse(other.opened.at) - Date.parse(one.opened.at) || (one.id < other.id ? -1 : 1);
