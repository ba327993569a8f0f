import * as z from "zod/mini";
import { succeed } from "../../base/result.ts";
import { DOCUMENT_FORMAT } from "../documents/format.ts";
import type { ShowDocument } from "../documents/note-document.ts";
import { noteObject } from "../documents/note-object.ts";
import { findNote, shortener } from "../find-note.ts";
import type { Command } from "../main.ts";
import { open } from "../open.ts";
import { noteText } from "../text/note-text.ts";

const Values = z.tuple([z.string()]);

export const show: Command = async (context, values) => {
  const [typed] = Values.parse(values);
  const here = await open(context);
  if (!here.ok) return here;
  const { session, wording } = here.value;
  const found = findNote(typed, session);
  if (!found.ok) return found;
  const page = await session.notePage(found.value.id);
  if (page === undefined) throw new Error(`no page for ${found.value.id}`);
  const document: ShowDocument = { format: DOCUMENT_FORMAT, note: noteObject(page) };
  const text = noteText(document.note, {
    short: shortener([...session.notes().keys(), ...found.value.history.map(({ id }) => id)]),
    today: session.today(),
    columns: context.io.out.columns,
    style: context.style,
    wording,
  });
  return succeed({ document, text });
};
