import * as vscode from "vscode";
import type { Disposable } from "../base/emitter.ts";
import type { Wording } from "../app/wording.ts";
import type { Session } from "../app/session.ts";
import { clockWords } from "../app/date-words.ts";
import { beganAt } from "../app/incident/timeline.ts";
import { isRunning } from "../domain/incident.ts";
import type { CommandEnd } from "./commands/command.ts";
import { plainLine, shortLine } from "../base/plain-text.ts";
import type { SyncState } from "../protocol/panel-state.ts";
import { plainParagraphs } from "./plain-markdown.ts";
import type { Sessions } from "./sessions.ts";
import { statusText } from "./status-text.ts";
import { syncWords } from "./sync-words.ts";

/** Milliseconds a passing remark stays. */
const REMARK_MS = 5_000;

/** Milliseconds in which something just done can be taken back with a click: as long as a note that is being shared. */
const UNDO_MS = 10_000;

/** Rows of what waits that the tooltip names. */
const NAMED = 5;

/** Characters of the current why in the tooltip. */
const LONGEST_WHY = 300;

/** The one status bar item: what waits for this person, and for a moment what has just happened to their words. */
export class StatusBar implements Disposable {
  readonly #sessions: Sessions;
  readonly #wording: Wording;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: Disposable[];
  readonly #following = new Map<Session, Disposable>();
  #remark: string | undefined;
  #undo: (() => Promise<CommandEnd>) | undefined;
  #remarkEnds: NodeJS.Timeout | undefined;
  // "Synced 2 min ago" grows older by itself.
  readonly #minute = setInterval(() => this.#draw(), 60_000);

  constructor(sessions: Sessions, wording: Wording, item: vscode.StatusBarItem) {
    this.#sessions = sessions;
    this.#wording = wording;
    this.#item = item;
    this.#item.name = "Sightline";
    this.#subscriptions = [
      this.#item,
      sessions.onDidChange(() => this.#draw()),
      sessions.onDidOpen(() => {
        this.#follow();
        this.#draw();
      }),
    ];
    this.#follow();
    this.#draw();
    this.#item.show();
  }

  /** Says something in passing, in the place of what waits. */
  remark(text: string): void {
    this.#say(text, undefined, REMARK_MS);
  }

  /** Says what was done, and takes it back when it is clicked. */
  offerUndo(text: string, undo: () => Promise<CommandEnd>): void {
    this.#say(text, undo, UNDO_MS);
  }

  /** What can be taken back now. It is offered no longer. */
  takeUndo(): (() => Promise<CommandEnd>) | undefined {
    const undo = this.#undo;
    if (undo !== undefined) this.#say(undefined, undefined, 0);
    return undo;
  }

  #say(text: string | undefined, undo: (() => Promise<CommandEnd>) | undefined, milliseconds: number): void {
    clearTimeout(this.#remarkEnds);
    this.#remark = text;
    this.#undo = undo;
    this.#remarkEnds = setTimeout(() => {
      this.#remark = undefined;
      this.#undo = undefined;
      this.#draw();
    }, milliseconds);
    this.#draw();
  }

  dispose(): void {
    clearTimeout(this.#remarkEnds);
    clearInterval(this.#minute);
    for (const subscription of [...this.#subscriptions, ...this.#following.values()]) subscription.dispose();
  }

  #follow(): void {
    for (const [session, following] of this.#following)
      if (!this.#sessions.all().includes(session)) {
        following.dispose();
        this.#following.delete(session);
      }
    for (const session of this.#sessions.all())
      if (!this.#following.has(session))
        this.#following.set(
          session,
          session.onDidChangeSync(() => this.#draw()),
        );
  }

  #draw(): void {
    const sessions = this.#sessions.all();
    const sharing = sessions.some((session) =>
      session.drafts().some(({ shareAfter }) => shareAfter !== undefined),
    );
    // What is being shared can be taken back for ten seconds only; a place can be put back on its page at any time.
    if (sharing) this.#remark = this.#undo = undefined;
    const syncs = sessions.map((session) => session.syncState());
    const rows = sessions.flatMap((session) => session.nowRows()).filter(({ group }) => group === "needsYou");
    const { text, spoken } = statusText(
      {
        sharing,
        remark: this.#remark,
        incident: this.#incident(),
        waiting: rows.length,
        syncing: syncs.some(({ kind }) => kind === "syncing"),
      },
      this.#wording,
    );
    this.#item.text = text;
    this.#item.accessibilityInformation = { label: spoken, role: "button" };
    this.#item.command = sharing
      ? "sightline.undoSharing"
      : this.#undo === undefined
        ? "sightline.openPanel"
        : "sightline.undoPlace";
    this.#item.tooltip = this.#tooltip(
      rows.map(({ title, reason }) => `${plainLine(title)}: ${plainLine(reason)}`),
      syncs,
      sessions.flatMap((session) => session.why()?.text ?? []),
    );
    void vscode.commands.executeCommand("setContext", "sightline.sharing", sharing);
    void vscode.commands.executeCommand("setContext", "sightline.placeSet", this.#undo !== undefined);
  }

  /** Since when the incident that began first is running; undefined where none is. */
  #incident(): string | undefined {
    const [first] = this.#sessions
      .all()
      .flatMap((session) => [...session.notes().values()].map((note) => ({ note, today: session.today() })))
      .filter(({ note }) => isRunning(note))
      .sort((one, other) => Date.parse(beganAt(one.note)) - Date.parse(beganAt(other.note)));
    return first && clockWords(beganAt(first.note), first.today, this.#wording);
  }

  #tooltip(
    waiting: readonly string[],
    syncs: readonly SyncState[],
    whys: readonly string[],
  ): vscode.MarkdownString {
    const { translate } = this.#wording;
    const rest = waiting.length - NAMED;
    const lines = [
      ...(waiting.length === 0 ? [translate("Nothing waits for you.")] : waiting.slice(0, NAMED)),
      ...(rest > 0 ? [translate("And {n} more.", { n: rest })] : []),
      ...whys.map((text) => translate("Why: {text}", { text: shortLine(text, LONGEST_WHY) })),
      ...syncs.map((sync) => syncWords(sync, Date.now(), translate)),
    ];
    return new vscode.MarkdownString(plainParagraphs(lines));
  }
}
