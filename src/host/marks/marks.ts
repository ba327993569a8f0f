import * as vscode from "vscode";
import { Emitter } from "../../base/emitter.ts";
import type { Disposable } from "../../base/emitter.ts";
import type { Clock } from "../../app/ports.ts";
import type { Log } from "../log.ts";
import type { FileInSession, Sessions } from "../sessions.ts";
import { fileOnDisk } from "../vscode-files.ts";
import { FileMarks } from "./file-marks.ts";
import { createMarkStyles } from "./mark-styles.ts";
import type { Mark } from "./mark.ts";

/** Lets a burst of changes on disk (a branch switch, a formatter) end before the files are looked through again. */
const SETTLE_MS = 100;

/** Shows where notes are in the open files, and knows it for everything else in the editor. */
export class Marks implements Disposable {
  readonly #sessions: Sessions;
  readonly #log: Log;
  readonly #styles;
  readonly #files = new Map<vscode.TextDocument, FileMarks>();
  readonly #due = new Map<vscode.TextDocument, NodeJS.Timeout>();
  /** Files whose text is another than when their notes were last looked for. */
  readonly #changed = new Set<vscode.TextDocument>();
  readonly #changes: Emitter<vscode.TextDocument>;
  readonly #subscriptions: Disposable[];

  constructor(sessions: Sessions, media: vscode.Uri, clock: Clock, log: Log) {
    this.#sessions = sessions;
    this.#log = log;
    this.#styles = createMarkStyles(media, () => clock.today());
    this.#changes = new Emitter((error) => log.failed("marks", error));
    this.#subscriptions = [
      this.#styles,
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.#show(editors)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#tellWhichLinesAreMarked()),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#look(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      sessions.onDidChange(({ change }) => {
        if (change.records === "all" || change.records.size > 0) this.#lookEverywhere();
      }),
      sessions.onDidOpen(() => this.#lookEverywhere()),
    ];
    this.#lookEverywhere();
  }

  /** The notes of an open file, from top to bottom. */
  in(document: vscode.TextDocument): readonly Mark[] {
    return this.#files.get(document)?.marks ?? [];
  }

  /** The notes that begin at a line, counted from 1. */
  at(document: vscode.TextDocument, line: number): readonly Mark[] {
    return this.in(document).filter(({ lines }) => Math.min(lines.startLine, document.lineCount) === line);
  }

  /** The notes whose lines hold a line, counted from 1; those that begin there alone, where there are any. */
  around(document: vscode.TextDocument, line: number): readonly Mark[] {
    const here = this.at(document, line);
    const holds = ({ lines, place }: Mark) =>
      place.status !== "orphaned" && lines.startLine <= line && line <= lines.endLine;
    return here.length > 0 ? here : this.in(document).filter(holds);
  }

  /** Resolves once the marks of a file that is open are as its text and the record are now. */
  async found(document: vscode.TextDocument): Promise<readonly Mark[]> {
    await this.#find(document);
    return this.in(document);
  }

  onDidChange(listener: (document: vscode.TextDocument) => void): Disposable {
    return this.#changes.on(listener);
  }

  dispose(): void {
    for (const timer of this.#due.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #lookEverywhere(): void {
    for (const { document } of vscode.window.visibleTextEditors) this.#look(document);
  }

  #show(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      if (this.#files.has(editor.document)) this.#draw(editor);
      this.#look(editor.document);
    }
  }

  #edited({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const file = this.#files.get(document);
    if (file === undefined) {
      const inSession = document.isDirty ? undefined : this.#inSession(document);
      inSession?.session.fileChanged(inSession.path);
      return;
    }
    this.#changed.add(document);
    // Otherwise the file changed on disk, and the editor took it over; or it is undone, and the code is back that a note had lost.
    const isTyped = document.isDirty && reason === undefined;
    const edits = contentChanges.map(({ range, text }) => ({ start: range.start, end: range.end, text }));
    const isSure = file.edited(edits, isTyped);
    if (!isSure || contentChanges.some(({ range, text }) => !range.isSingleLine || /[\r\n]/.test(text))) {
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document === document) this.#draw(editor);
      this.#tellWhichLinesAreMarked();
    }
    if (!isTyped || !isSure) this.#look(document);
  }

  #look(document: vscode.TextDocument): void {
    if (fileOnDisk(document.uri) === undefined) return;
    clearTimeout(this.#due.get(document));
    const timer = setTimeout(() => {
      this.#due.delete(document);
      this.#find(document).catch((error: unknown) =>
        this.#log.failed("looking for the notes of a file", error),
      );
    }, SETTLE_MS);
    this.#due.set(document, timer);
  }

  async #find(document: vscode.TextDocument): Promise<void> {
    const file = this.#inSession(document);
    if (file === undefined || document.isClosed) return;
    const marks = this.#files.get(document) ?? new FileMarks();
    this.#files.set(document, marks);
    // Told once for a change: the session passes it on to everybody, and so back to here.
    if (this.#changed.delete(document)) file.session.fileChanged(file.path);
    await marks.find(file.session, file.path);
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === document) this.#draw(editor);
    this.#tellWhichLinesAreMarked();
    this.#changes.emit(document);
  }

  #inSession({ uri }: vscode.TextDocument): FileInSession | undefined {
    const onDisk = fileOnDisk(uri);
    return onDisk === undefined ? undefined : this.#sessions.fileIn(onDisk);
  }

  #draw(editor: vscode.TextEditor): void {
    this.#styles.draw(editor, this.in(editor.document));
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#due.get(document));
    this.#due.delete(document);
    this.#changed.delete(document);
    this.#files.delete(document);
  }

  /** For the menu of the line numbers, which offers *Open Note* where there is one. */
  #tellWhichLinesAreMarked(): void {
    const editor = vscode.window.activeTextEditor;
    const lines = editor === undefined ? [] : this.in(editor.document).map(({ lines }) => lines.startLine);
    void vscode.commands.executeCommand("setContext", "sightline.markedLines", lines);
  }
}
