import * as vscode from "vscode";
import type { Session } from "../app/session.ts";
import type { Note } from "../domain/note.ts";
import type { PlaceState } from "../protocol/panel-state.ts";
import type { Problem } from "./problem.ts";
import type { Workbench } from "./workbench.ts";

export type OpenedPlace =
  | { readonly kind: "opened"; readonly uri: vscode.Uri; readonly line: number }
  /** A folder, or a file that is not text: it shows, and has no line. */
  | { readonly kind: "shown" }
  | Problem;

/** Shows the code of a note: one place by its id, or the first that is still there. */
export async function openPlace(
  { sessions, marks }: Pick<Workbench, "sessions" | "marks">,
  session: Session,
  note: Note,
  place: string | undefined,
): Promise<OpenedPlace> {
  const places = (await session.places(note)).filter(({ id }) => place === undefined || id === place);
  const quoted = places.find(({ status }) => status === "quoted");
  if (quoted !== undefined) return await openOnHost(places.find(({ link }) => link !== undefined));
  const found = places.find(({ status }) => status !== "orphaned");
  if (found === undefined) return notFound(places, note);
  const uri = vscode.Uri.file(sessions.fileOf(session, found.path));
  if (found.whole === "folder") {
    await vscode.commands.executeCommand("revealInExplorer", uri);
    return { kind: "shown" };
  }
  const document = await textAt(uri);
  if (document === undefined) {
    await vscode.commands.executeCommand("vscode.open", uri);
    return { kind: "shown" };
  }
  const editor = await vscode.window.showTextDocument(document, { viewColumn: columnOf(uri) });
  const line = Math.min(currentLine(await marks.found(document), found), document.lineCount);
  const start = new vscode.Position(line - 1, document.lineAt(line - 1).firstNonWhitespaceCharacterIndex);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return { kind: "opened", uri, line };
}

/** The file as text; undefined where it is none, which only a note about a whole file can be about. */
const textAt = (uri: vscode.Uri): Thenable<vscode.TextDocument | undefined> =>
  vscode.workspace.openTextDocument(uri).then(
    (document) => document,
    () => undefined,
  );

/** Where there is no code, the page of the git host that shows it. */
async function openOnHost(place: PlaceState | undefined): Promise<OpenedPlace> {
  if (place?.link === undefined) return { kind: "codeElsewhere" };
  await vscode.env.openExternal(vscode.Uri.parse(place.link, true));
  return { kind: "shown" };
}

/** Why none of the places can be shown. */
export function notFound(places: readonly PlaceState[], { id }: Note): Problem {
  const elsewhere = places.find((place) => place.elsewhere === true);
  if (elsewhere !== undefined) return { kind: "elsewhere", reason: elsewhere.reason };
  return places.length === 0 ? { kind: "noPlace" } : { kind: "lostItsCode", note: id };
}

/** Where the place is now, after what was typed since it was looked for. */
const currentLine = (marks: Awaited<ReturnType<Workbench["marks"]["found"]>>, place: PlaceState): number =>
  marks.find((mark) => mark.place.id === place.id)?.lines.startLine ?? place.startLine;

/** The column that shows the file already; else beside the panel rather than over it. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  return shown?.viewColumn;
}
