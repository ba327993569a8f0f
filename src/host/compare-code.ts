import * as vscode from "vscode";
import type { Session } from "../app/session.ts";
import { Recent } from "../base/recent.ts";
import { sha256Hex } from "../base/sha256.ts";
import { toUtf8 } from "../base/utf8.ts";
import { plainLine } from "../base/plain-text.ts";
import type { EventId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import { notFound } from "./open-place.ts";
import type { Problem } from "./problem.ts";
import type { Workbench } from "./workbench.ts";

/** Documents that hold a few lines of code as they were: read-only, and named as the file so that they are coloured like it. */
const SCHEME = "sightline-then";

/** Texts that are kept for the documents that are open. */
const TEXTS_KEPT = 20;

const texts = new Recent<string, string>(TEXTS_KEPT);

export const thenDocuments = (): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "",
  });

/** Opens the difference between the lines of a place when the note was made and now. */
export async function compareCode(
  { sessions, wording: { translate } }: Pick<Workbench, "sessions" | "wording">,
  session: Session,
  note: Note,
  wanted: EventId | undefined,
): Promise<Problem | undefined> {
  const places = await session.places(note);
  const place =
    places.find(({ id }) => id === wanted) ?? places.find(({ status }) => status === "changed") ?? places[0];
  if (place === undefined || place.status === "orphaned") return notFound(places, note);
  if (place.whole !== undefined) return { kind: "wholePlace" };
  if (place.quote.length === 0) return { kind: "notQuoted" };
  const document = await vscode.workspace.openTextDocument(sessions.fileOf(session, place.path));
  const lines = Array.from(
    { length: Math.max(0, Math.min(place.endLine, document.lineCount) - place.startLine + 1) },
    (_, at) => document.lineAt(place.startLine - 1 + at).text,
  );
  const then = keep(place.id, "then", place.path, place.quote);
  const now = keep(place.id, "now", place.path, lines);
  await vscode.commands.executeCommand(
    "vscode.diff",
    then,
    now,
    translate("{path}: when it was flagged ↔ now", { path: plainLine(place.path) }),
  );
  return undefined;
}

function keep(place: EventId, side: "then" | "now", path: string, lines: readonly string[]): vscode.Uri {
  const text = lines.map((line) => `${line}\n`).join("");
  const name = path.slice(path.lastIndexOf("/") + 1);
  // A text of its own for each state: VS Code keeps what it was once given for an address.
  const uri = vscode.Uri.from({
    scheme: SCHEME,
    path: `/${place}/${side}/${sha256Hex(toUtf8(text))}/${name}`,
  });
  texts.set(uri.toString(), text);
  return uri;
}
