import path from "node:path";
import * as vscode from "vscode";
import type { Problem } from "../problem.ts";
import type { FileInSession, Sessions } from "../sessions.ts";
import { fileOnDisk } from "../vscode-files.ts";
import type { ClickedLine } from "./clicked-line.ts";

/** The lines a note will be about, counted from 1, and the file as the editor holds it. */
export interface FlagTarget extends FileInSession {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly startLine: number;
  readonly endLine: number;
}

export type Aimed = { readonly kind: "aimed"; readonly target: FlagTarget } | Problem;

/** What *Flag a Constraint* is about: the selection, else the current line; the clicked line, unless it is in the selection. */
export async function aim(sessions: Sessions, clicked: ClickedLine | undefined): Promise<Aimed> {
  const editor = editorFor(clicked);
  if (editor === undefined) return { kind: nothingToFlag() };
  const { document } = editor;
  const { startLine, endLine } = linesOf(editor.selection, clicked);
  return await inRepository(sessions, document, startLine, endLine);
}

/** The same for known lines of a document. */
export async function inRepository(
  sessions: Sessions,
  document: vscode.TextDocument,
  startLine: number,
  endLine: number,
): Promise<Aimed> {
  const { uri } = document;
  if (document.isUntitled) return { kind: "notSaved" };
  const onDisk = fileOnDisk(uri);
  if (onDisk === undefined) return { kind: "notOnDisk" };
  const text = document.getText();
  if (text.length === 0) return { kind: "emptyFile" };
  await sessions.opened();
  if (sessions.problemOf(onDisk) !== undefined || sessions.state() === "noFolder") await sessions.reopen();
  const file = sessions.fileIn(onDisk);
  if (file !== undefined) return { kind: "aimed", target: { ...file, uri, text, startLine, endLine } };
  return sessions.problemOf(onDisk) ?? { kind: "outside", file: path.basename(onDisk) };
}

function editorFor(clicked: ClickedLine | undefined): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (clicked === undefined) return activeTextEditor;
  const shows = (editor: vscode.TextEditor | undefined) =>
    editor?.document.uri.toString() === clicked.uri.toString();
  return shows(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(shows);
}

/** Why there is no text editor to take the lines from. */
function nothingToFlag(): "noEditor" | "notText" {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  // Pictures and other binary files come in editors of their own, or in none that extensions are told of.
  const isBinary =
    input instanceof vscode.TabInputCustom ||
    input instanceof vscode.TabInputText ||
    input instanceof vscode.TabInputNotebook;
  return isBinary ? "notText" : "noEditor";
}

/** The lines that a selection covers; a last line of which nothing is selected is not one of them. */
export function linesOf(
  selection: vscode.Selection,
  clicked?: ClickedLine,
): { readonly startLine: number; readonly endLine: number } {
  const { start, end } = selection;
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const selected = { startLine: start.line + 1, endLine: last + 1 };
  if (clicked === undefined) return selected;
  const inside = clicked.lineNumber >= selected.startLine && clicked.lineNumber <= selected.endLine;
  return inside ? selected : { startLine: clicked.lineNumber, endLine: clicked.lineNumber };
}
