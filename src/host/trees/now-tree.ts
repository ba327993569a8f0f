import * as vscode from "vscode";
import type { Disposable } from "../../base/emitter.ts";
import { numberWords } from "../../app/wording.ts";
import type { Wording } from "../../app/wording.ts";
import { plainLine, shortLine } from "../../base/plain-text.ts";
import { routeOfRow } from "../../protocol/route-of-row.ts";
import type { NowRow } from "../../protocol/panel-state.ts";
import { plainParagraphs } from "../plain-markdown.ts";
import type { Sessions } from "../sessions.ts";
import { later } from "./later.ts";

export type NowNode =
  | { readonly kind: "group"; readonly group: NowRow["group"]; readonly rows: readonly NowRow[] }
  | { readonly kind: "row"; readonly row: NowRow };

const groups = ["needsYou", "worthKnowing", "waitsForOthers"] as const satisfies readonly NowRow["group"][];

const glyphs: Record<NowRow["glyph"], string> = {
  question: "question",
  decision: "pass",
  atRisk: "warning",
  late: "stop-circle",
  broken: "stop-circle",
  impact: "person",
  versions: "git-compare",
  answer: "comment",
  options: "list-selection",
  silent: "mute",
};

/** The rows of what waits, in the groups and the order of the panel. */
export function nowNodes(rows: readonly NowRow[]): readonly NowNode[] {
  return groups
    .map((group) => ({ kind: "group", group, rows: rows.filter((row) => row.group === group) }) as const)
    .filter(({ rows }) => rows.length > 0);
}

/** The data behind the view *Now*. */
export class NowTree implements vscode.TreeDataProvider<NowNode>, Disposable {
  readonly #sessions: Sessions;
  readonly #wording: Wording;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #redraw = later(() => {
    this.#tellWhatIsOnRecord();
    this.#changed.fire();
  });
  readonly #subscriptions: Disposable[];
  #view: vscode.TreeView<NowNode> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sessions: Sessions, wording: Wording) {
    this.#sessions = sessions;
    this.#wording = wording;
    this.#subscriptions = [
      this.#changed,
      this.#redraw,
      sessions.onDidChange(() => this.#redraw.soon()),
      sessions.onDidOpen(() => this.#redraw.soon()),
    ];
  }

  /** The view that shows this: above its empty list stands how much is on record. */
  shownIn(view: vscode.TreeView<NowNode>): void {
    this.#view = view;
    this.#tellWhatIsOnRecord();
  }

  async getChildren(node?: NowNode): Promise<NowNode[]> {
    if (node !== undefined)
      return node.kind === "group" ? node.rows.map((row) => ({ kind: "row", row })) : [];
    await this.#sessions.opened();
    return [...nowNodes(this.#rows())];
  }

  getTreeItem(node: NowNode): vscode.TreeItem {
    const { translate } = this.#wording;
    if (node.kind === "group") {
      const item = new vscode.TreeItem(
        groupLabel(node.group, this.#wording),
        vscode.TreeItemCollapsibleState.Expanded,
      );
      item.id = node.group;
      item.description = String(node.rows.length);
      return item;
    }
    const { key, title, reason, glyph } = node.row;
    const item = new vscode.TreeItem(shortLine(title, 200));
    item.id = key;
    item.description = plainLine(reason);
    item.tooltip = new vscode.MarkdownString(plainParagraphs([title, reason]));
    item.iconPath = new vscode.ThemeIcon(glyphs[glyph]);
    item.accessibilityInformation = { label: `${plainLine(title)}. ${plainLine(reason)}` };
    item.command = {
      command: "sightline.openPanel",
      title: translate("Open"),
      arguments: [routeOfRow(node.row, true)],
    };
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #rows(): readonly NowRow[] {
    return this.#sessions.all().flatMap((session) => session.nowRows());
  }

  /** In the place of an empty list. Without any note VS Code shows the welcome of the manifest instead. */
  #tellWhatIsOnRecord(): void {
    if (this.#view === undefined) return;
    const notes = this.#sessions.all().reduce((count, session) => count + session.notes().size, 0);
    this.#view.message = notes === 0 || this.#rows().length > 0 ? "" : this.#nothingWaits(notes);
  }

  #nothingWaits(notes: number): string {
    const { translate } = this.#wording;
    return notes === 1
      ? translate("Nothing waits for you. One note is on record.")
      : translate("Nothing waits for you. {n} notes are on record.", {
          n: numberWords(notes, this.#wording),
        });
  }
}

function groupLabel(group: NowRow["group"], { translate }: Wording): string {
  switch (group) {
    case "needsYou":
      return translate("Needs you");
    case "worthKnowing":
      return translate("Worth knowing");
    case "waitsForOthers":
      return translate("Waits for others");
  }
}
