import * as z from "zod/mini";
import { refuse, succeed } from "../../base/result.ts";
import type { Note } from "../../domain/note.ts";
import type { NoteRow } from "../../protocol/panel-state.ts";
import { inOrderOfOpening } from "../../store/pages/page-order.ts";
import type { ExportDocument } from "../documents/export-document.ts";
import { DOCUMENT_FORMAT } from "../documents/format.ts";
import { noteObject } from "../documents/note-object.ts";
import { findNote } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import type { Here } from "../open.ts";
import { jsonText } from "../print-json.ts";
import { usage } from "../problem.ts";
import { FilterOptions, isOpen, matcher, readFilter } from "../read/filters.ts";
import type { Read } from "../read/values.ts";
import { exportCsv } from "../text/export-csv.ts";
import { exportMarkdown } from "../text/export-markdown.ts";

const Values = z.array(z.string());
const Options = z.extend(FilterOptions, {
  format: z.optional(z.string()),
  json: z._default(z.boolean(), false),
  open: z._default(z.boolean(), false),
});

export const exportNotes: Command = async (context, values, raw) => {
  const ids = Values.parse(values);
  const options = Options.parse(raw);
  const format = (options.format ?? (options.json ? "json" : "md")).toLowerCase();
  if (format !== "md" && format !== "json" && format !== "csv")
    return refuse(
      usage(
        {
          kind: "badValue",
          option: "--format",
          value: format,
          expected: context.translate("one of {words}", { words: "md, json, csv" }),
        },
        context.command,
      ),
    );
  if (options.json && format !== "json")
    return refuse(
      usage({ kind: "notTogether", one: "--json", other: `--format ${format}` }, context.command),
    );
  const filter = readFilter(options, context);
  if (!filter.ok) return filter;
  const here = await open(context);
  if (!here.ok) return here;
  const matches = await matcher(filter.value, here.value.user.top, context.folder);
  if (!matches.ok) return matches;
  const chosen = choose(here.value, ids, matches.value, options.open);
  if (!chosen.ok) return chosen;
  const notes = inOrderOfOpening(chosen.value);
  const document = await documentOf(here.value, format === "md" ? [] : notes);
  switch (format) {
    case "md":
      return succeed({ document, text: exportMarkdown(notes) });
    case "csv":
      return succeed({ document, text: exportCsv(document.notes) });
    case "json":
      return succeed({ document, text: jsonText(document) });
  }
};

/** The notes that are named, or else all; of these, those that match. */
function choose(
  { session }: Here,
  ids: readonly string[],
  matches: (row: NoteRow) => boolean,
  isOpenOnly: boolean,
): Read<readonly Note[]> {
  const named = new Map<string, Note>();
  for (const typed of ids) {
    const note = findNote(typed, session);
    if (!note.ok) return note;
    named.set(note.value.id, note.value);
  }
  const rows = session.noteRows().filter((row) => matches(row) && (!isOpenOnly || isOpen(row)));
  const notes = ids.length === 0 ? session.notes() : named;
  return succeed(rows.flatMap(({ id }) => notes.get(id) ?? []));
}

async function documentOf({ session }: Here, notes: readonly Note[]): Promise<ExportDocument> {
  const objects: ExportDocument["notes"] = [];
  for (const { id } of notes) {
    const page = await session.notePage(id);
    if (page !== undefined) objects.push(noteObject(page));
  }
  return {
    format: DOCUMENT_FORMAT,
    notes: objects,
    unread: session.unreadRows().map(({ id, kind, why }) => ({ id, kind, why })),
  };
}
