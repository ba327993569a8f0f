import * as vscode from "vscode";
import type { Session } from "../../app/session.ts";
import type { Disposable } from "../../base/emitter.ts";
import type { Translate } from "../../base/translate.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Log } from "../log.ts";
import type { Marks } from "../marks/marks.ts";
import type { Keeper } from "../memory.ts";
import type { Sessions } from "../sessions.ts";
import { fileOnDisk } from "../vscode-files.ts";
import { later } from "./later.ts";
import { LostNotes } from "./lost-notes.ts";
import { noteNodes } from "./note-nodes.ts";
import type { Grouping, NoteNode } from "./note-nodes.ts";

export interface NotesTreeParts {
  readonly sessions: Sessions;
  readonly marks: Marks;
  readonly translate: Translate;
  readonly log: Log;
  readonly memory: Keeper;
  readonly item: (node: NoteNode) => vscode.TreeItem;
}

const REMEMBERED = "notes.grouping";

/** The data behind the view *Notes*. */
export class NotesTree implements vscode.TreeDataProvider<NoteNode>, Disposable {
  readonly #parts: NotesTreeParts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #redraw = later(() => this.#changed.fire());
  readonly #subscriptions: Disposable[];
  readonly #lost = new Map<Session, LostNotes>();
  #file = vscode.window.activeTextEditor?.document;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(parts: NotesTreeParts) {
    this.#parts = parts;
    this.#subscriptions = [
      this.#changed,
      this.#redraw,
      parts.sessions.onDidChange(() => this.#redraw.soon()),
      parts.sessions.onDidOpen(() => this.#followSessions()),
      parts.marks.onDidChange((document) => {
        if (document === this.#file) this.#redraw.soon();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
    ];
    this.#followSessions();
    this.groupBy(this.grouping());
  }

  grouping(): Grouping {
    const remembered = this.#parts.memory.get(REMEMBERED);
    return remembered === "folder" || remembered === "kind" || remembered === "milestone"
      ? remembered
      : "status";
  }

  groupBy(grouping: Grouping): void {
    void this.#parts.memory.update(REMEMBERED, grouping);
    void vscode.commands.executeCommand("setContext", "sightline.grouping", grouping);
    this.#changed.fire();
  }

  async getChildren(node?: NoteNode): Promise<NoteNode[]> {
    if (node !== undefined) return node.kind === "group" ? [...node.children] : [];
    const sessions = await this.#parts.sessions.opened();
    const screen = {
      whys: sessions.flatMap((session) => session.why() ?? []),
      rows: sessions.flatMap((session) => session.noteRows()),
      drafts: sessions.flatMap((session) => session.drafts()),
      unread: sessions.flatMap((session) => session.unreadRows()),
      inThisFile: this.#notesInThisFile(),
      lost: new Set(sessions.flatMap((session) => [...(this.#lost.get(session)?.known().lost ?? [])])),
      changed: new Set(sessions.flatMap((session) => [...(this.#lost.get(session)?.known().changed ?? [])])),
      grouping: this.grouping(),
      milestones: sessions.flatMap((session) => session.milestoneNames()),
    };
    return [...noteNodes(screen, this.#parts.translate)];
  }

  getTreeItem(node: NoteNode): vscode.TreeItem {
    return this.#parts.item(node);
  }

  dispose(): void {
    for (const subscription of [...this.#subscriptions, ...this.#lost.values()]) subscription.dispose();
  }

  #notesInThisFile(): ReadonlySet<RecordId> {
    return new Set(
      this.#file === undefined ? [] : this.#parts.marks.in(this.#file).map(({ note }) => note.id),
    );
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    // The panel, the output and the box of a comment take the place of the active editor without the file being left.
    const isFile = editor !== undefined && fileOnDisk(editor.document.uri) !== undefined;
    if (!isFile && vscode.window.visibleTextEditors.some(({ document }) => document === this.#file)) return;
    this.#file = editor?.document;
    this.#redraw.soon();
  }

  #followSessions(): void {
    const { sessions, log } = this.#parts;
    for (const [session, lost] of this.#lost) {
      if (sessions.all().includes(session)) continue;
      lost.dispose();
      this.#lost.delete(session);
    }
    for (const session of sessions.all()) {
      if (this.#lost.has(session)) continue;
      const lost = new LostNotes(session, (error) => log.failed("looking for lost notes", error));
      lost.onDidChange(() => this.#redraw.soon());
      this.#lost.set(session, lost);
    }
    this.#redraw.soon();
  }
}
