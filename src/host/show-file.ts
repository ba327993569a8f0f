import { stat } from "node:fs/promises";
import * as vscode from "vscode";
import type { Session } from "../app/session.ts";
import type { Problem } from "./problem.ts";
import type { Sessions } from "./sessions.ts";

/** Shows a file of the work tree, by its path from the top, with the keyboard in it. A path that leads out of it is not there. */
export async function showFile(
  sessions: Sessions,
  session: Session,
  path: string,
): Promise<Problem | undefined> {
  const file = sessions.fileOf(session, path);
  const isInside = path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
  if (!isInside || !(await isFile(file))) return { kind: "noFile" };
  const uri = vscode.Uri.file(file);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.fsPath === uri.fsPath);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
    viewColumn: shown?.viewColumn,
  });
  return undefined;
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
