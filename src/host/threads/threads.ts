import * as vscode from "vscode";
import type { Clock } from "../../app/ports.ts";
import type { Session } from "../../app/session.ts";
import type { Wording } from "../../app/wording.ts";
import { plainLine } from "../../base/plain-text.ts";
import type { Disposable } from "../../base/emitter.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import { plainMarkdown } from "../plain-markdown.ts";
import type { Sessions } from "../sessions.ts";
import { discussion } from "./discussion.ts";
import type { Entry } from "./discussion.ts";

interface OpenThread {
  readonly note: RecordId;
  readonly session: Session;
  readonly thread: vscode.CommentThread;
}

export interface ThreadsParts {
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly wording: Wording;
  readonly mayReply: () => boolean;
  /** Called with the first discussion: a controller alone already shows in VS Code. */
  readonly createController: () => vscode.CommentController;
}

/** Discussions at the line, in VS Code's own comments. A thread exists only once a person asked for it, until its file is closed. */
export class Threads implements Disposable {
  readonly #clock: Clock;
  readonly #wording: Wording;
  readonly #mayReply: () => boolean;
  readonly #create: () => vscode.CommentController;
  readonly #subscriptions: Disposable[];
  #controller: vscode.CommentController | undefined;
  #open: readonly OpenThread[] = [];

  constructor({ sessions, clock, wording, mayReply, createController }: ThreadsParts) {
    this.#clock = clock;
    this.#wording = wording;
    this.#mayReply = mayReply;
    this.#create = createController;
    this.#subscriptions = [
      sessions.onDidChange(({ session, change }) => {
        for (const open of this.#open)
          if (open.session === session && (change.records === "all" || change.records.has(open.note)))
            this.#fill(open);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#open.forEach((open) => this.#fill(open))),
      vscode.workspace.onDidCloseTextDocument(({ uri }) =>
        this.#close((open) => open.thread.uri.toString() === uri.toString()),
      ),
    ];
  }

  /** Opens the discussion of a note at a line of a file, counted from 1; the one that is there already, where it still fits. */
  show(session: Session, note: Note, uri: vscode.Uri, line: number): void {
    this.#controller ??= this.#createController();
    this.#close((open) => open.note === note.id);
    const thread = this.#controller.createCommentThread(uri, new vscode.Range(line - 1, 0, line - 1, 0), []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    const open = { note: note.id, session, thread };
    this.#open = [...this.#open, open];
    this.#fill(open);
  }

  /** The note a thread is about. */
  noteOf(thread: unknown): { readonly session: Session; readonly note: RecordId } | undefined {
    return this.#open.find((open) => open.thread === thread);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#controller?.dispose();
  }

  #createController(): vscode.CommentController {
    const { translate } = this.#wording;
    const controller = this.#create();
    controller.options = {
      prompt: translate("Reply"),
      placeHolder: translate("Answer the question, or say what others should know here"),
    };
    return controller;
  }

  #fill({ session, note: id, thread }: OpenThread): void {
    const note = session.note(id);
    if (note === undefined) return;
    thread.label = plainLine(note.fields.title.value);
    thread.canReply = this.#mayReply();
    thread.contextValue = session.replyTo(note).kind === "answer" ? "question" : "note";
    thread.comments = discussion(note, this.#clock.today(), this.#wording).map(comment);
  }

  #close(which: (open: OpenThread) => boolean): void {
    for (const open of this.#open) if (which(open)) open.thread.dispose();
    this.#open = this.#open.filter((open) => !which(open));
  }
}

/** What people wrote is shown as text: no links to commands, no HTML, no icons. */
function comment({ author, at, label, text }: Entry): vscode.Comment {
  const body = new vscode.MarkdownString(plainMarkdown(text));
  body.isTrusted = false;
  body.supportHtml = false;
  return {
    author: { name: author },
    body,
    mode: vscode.CommentMode.Preview,
    timestamp: new Date(at),
    ...(label === "" ? {} : { label }),
  };
}
