import * as vscode from "vscode";
import * as z from "zod/mini";
import type { Session } from "../app/session.ts";
import { shortLine } from "../base/plain-text.ts";
import { RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import { kindLabel, statusLabel } from "../protocol/labels.ts";
import type { NoteRow } from "../protocol/panel-state.ts";
import { clickedLine } from "./flag/clicked-line.ts";
import type { Problem } from "./problem.ts";
import type { Workbench } from "./workbench.ts";

export type ChosenNote =
  | { readonly kind: "chosen"; readonly session: Session; readonly note: Note }
  /** The person left the list without choosing. */
  | { readonly kind: "left" }
  | Problem;

/** The ways in which links, trees and other extensions name a note. */
const Named = z.union([
  z.pipe(
    RecordId,
    z.transform((note) => ({ note })),
  ),
  z.object({ note: RecordId }),
  z.pipe(
    z.object({ row: z.object({ record: RecordId, of: z.literal("note") }) }),
    z.transform(({ row }) => ({ note: row.record })),
  ),
  z.pipe(
    z.object({ row: z.object({ id: RecordId }) }),
    z.transform(({ row }) => ({ note: row.id })),
  ),
]);

/** The note a command is about: the one it was called with, else the one at the line, else one that the person picks. */
export async function chosenNote(
  bench: Workbench,
  argument: unknown,
  title: string,
  { atTheLine: looksAtTheLine = true }: { readonly atTheLine?: boolean } = {},
): Promise<ChosenNote> {
  const sessions = await bench.sessions.opened();
  const named = bench.threads.noteOf(argument)?.note ?? Named.safeParse(argument).data?.note;
  const id =
    named ??
    (looksAtTheLine ? await atTheLine(bench, argument) : undefined) ??
    (await picked(bench, sessions, title));
  if (typeof id === "object") return id;
  const found = bench.sessions.withNote(id);
  return found === undefined ? { kind: "noSuchNote" } : { kind: "chosen", ...found };
}

async function atTheLine(bench: Workbench, argument: unknown): Promise<RecordId | undefined> {
  const clicked = clickedLine(argument);
  const editor = vscode.window.activeTextEditor;
  const document =
    clicked === undefined
      ? editor?.document
      : vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === clicked.uri.toString());
  if (document === undefined) return undefined;
  const line = clicked?.lineNumber ?? (editor?.selection.active.line ?? 0) + 1;
  await bench.marks.found(document);
  const marks = clicked === undefined ? bench.marks.around(document, line) : bench.marks.at(document, line);
  return marks.length === 1 ? marks[0]?.note.id : undefined;
}

/** A list of all notes, those of the open file first. */
async function picked(
  { prompts, wording, marks, sessions }: Workbench,
  open: readonly Session[],
  title: string,
): Promise<RecordId | { readonly kind: "left" } | Problem> {
  const { translate } = wording;
  const rows = open.flatMap((session) => session.noteRows());
  if (rows.length === 0) {
    return open.length === 0 ? (sessions.problem() ?? { kind: "noFolder" }) : { kind: "noNotes" };
  }
  const document = vscode.window.activeTextEditor?.document;
  const here = new Set(document === undefined ? [] : marks.in(document).map(({ note }) => note.id));
  const choice = (row: NoteRow) => ({
    label: shortLine(row.title, 200),
    description: [kindLabel(row.kind, translate), statusLabel(row.status, translate)].join(" · "),
    detail: shortLine(row.impact, 200),
    value: row.id,
  });
  const first = rows.filter(({ id }) => here.has(id));
  const others = rows.filter(({ id }) => !here.has(id));
  const id = await prompts.choose({
    title,
    prompt: translate("Which note?"),
    choices: [
      ...first.map(choice),
      ...others.map((row, at) => ({ ...choice(row), apart: at === 0 && first.length > 0 })),
    ],
  });
  return id ?? { kind: "left" };
}
