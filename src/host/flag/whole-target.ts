import { stat } from "node:fs/promises";
import path from "node:path";
import * as vscode from "vscode";
import type { Problem } from "../problem.ts";
import type { FileInSession, Sessions } from "../sessions.ts";
import { fileOnDisk } from "../vscode-files.ts";

/** A file or a folder that a note will be about as a whole. */
export interface WholeTarget extends FileInSession {
  readonly whole: "file" | "folder";
}

export type AimedAtWhole =
  | { readonly kind: "aimed"; readonly target: WholeTarget }
  /** The top of the repository: a note about all of it needs no place. */
  | { readonly kind: "top"; readonly session: FileInSession["session"] }
  | Problem;

/**
 * What was right-clicked in the Explorer: it hands over the resource and a list of all that are selected. The editor's own menu hands over the
 * resource alone, and means the lines.
 */
export function clickedResource(given: readonly unknown[]): vscode.Uri | undefined {
  const [uri, selected] = given;
  return uri instanceof vscode.Uri && Array.isArray(selected) ? uri : undefined;
}

export async function aimAtWhole(sessions: Sessions, uri: vscode.Uri): Promise<AimedAtWhole> {
  const onDisk = fileOnDisk(uri);
  if (onDisk === undefined) return { kind: "notOnDisk" };
  await sessions.opened();
  if (sessions.problemOf(onDisk) !== undefined || sessions.state() === "noFolder") await sessions.reopen();
  const top = sessions.all().find((session) => sessions.fileOf(session, "") === path.resolve(onDisk));
  if (top !== undefined) return { kind: "top", session: top };
  const file = sessions.fileIn(onDisk);
  if (file === undefined)
    return sessions.problemOf(onDisk) ?? { kind: "outside", file: path.basename(onDisk) };
  const isFolder = (await stat(onDisk)).isDirectory();
  return { kind: "aimed", target: { ...file, whole: isFolder ? "folder" : "file" } };
}
