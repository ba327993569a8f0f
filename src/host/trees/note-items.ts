import * as vscode from "vscode";
import { dayWords } from "../../app/date-words.ts";
import type { Clock } from "../../app/ports.ts";
import type { Draft } from "../../app/session.ts";
import type { Wording } from "../../app/wording.ts";
import { plainLine, shortLine } from "../../base/plain-text.ts";
import { badgeLabel, kindLabel, statusLabel } from "../../protocol/labels.ts";
import type { NoteRow, UnreadRecord } from "../../protocol/panel-state.ts";
import { markPicture } from "../marks/mark-picture.ts";
import type { MarkShape } from "../marks/mark.ts";
import { plainParagraphs } from "../plain-markdown.ts";
import type { Drift, NoteNode } from "./note-nodes.ts";

/** Longest title that a row of a tree gets, in characters: VS Code cuts it to the width, but a tooltip of a page helps nobody. */
const LONGEST = 200;

export interface NoteItemParts {
  readonly media: vscode.Uri;
  readonly clock: Clock;
  readonly wording: Wording;
  /** The name of a repository by its id, where the window holds more than one; else undefined. */
  readonly repositoryName: (id: string) => string | undefined;
}

/** How the nodes of the view *Notes* look. */
export const noteItems =
  (parts: NoteItemParts) =>
  (node: NoteNode): vscode.TreeItem => {
    const item = itemFor(node, parts);
    item.id = node.id;
    return item;
  };

function itemFor(node: NoteNode, parts: NoteItemParts): vscode.TreeItem {
  switch (node.kind) {
    case "group": {
      const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
      const item = new vscode.TreeItem(node.label, node.open ? Expanded : Collapsed);
      item.description = String(node.children.length);
      item.contextValue = "group";
      return item;
    }
    case "why":
      return whyItem(node, parts.wording);
    case "note":
      return noteItem(node.row, node.drift, parts);
    case "draft":
      return draftItem(node.draft, parts.wording);
    case "unread":
      return unreadItem(node.record, parts.wording);
  }
}

function whyItem({ brief, text }: Extract<NoteNode, { kind: "why" }>, { translate }: Wording) {
  const item = new vscode.TreeItem(translate("Why: {text}", { text: shortLine(text, LONGEST) }));
  item.tooltip = tooltip([text]);
  item.iconPath = new vscode.ThemeIcon("compass");
  item.contextValue = "why";
  item.command = {
    command: "sightline.openPanel",
    title: translate("Open"),
    arguments: [{ section: "roadmap", show: { view: "brief", id: brief } }],
  };
  return item;
}

function noteItem(row: NoteRow, drift: Drift, { media, clock, wording, repositoryName }: NoteItemParts) {
  const { translate } = wording;
  const title = shortLine(row.title, LONGEST);
  const status = statusLabel(row.status, translate);
  const badges = row.badges.map((badge) => badgeLabel(badge, translate));
  const drifted =
    drift === "none" ? [] : [drift === "lost" ? translate("Lost its code") : translate("Code changed")];
  const needed =
    row.neededBy === null
      ? []
      : [translate("Needed by {day}", { day: dayWords(row.neededBy, clock.today(), wording) })];
  const repository = repositoryName(row.repository) ?? [];
  const item = new vscode.TreeItem(title);
  item.description = [...(drift === "changed" ? drifted : []), ...needed, ...badges]
    .concat(repository)
    .join(" · ");
  item.tooltip = tooltip([
    row.impact.trim() === ""
      ? translate("Effect on users: not known yet. Can you help find out?")
      : row.impact,
    title,
    [kindLabel(row.kind, translate), status, ...drifted, ...badges, ...needed].concat(repository).join(" · "),
  ]);
  item.iconPath = markPicture(media, shapeFor(row, drift));
  item.contextValue = [
    "note",
    ...(row.folders.length > 0 ? [drift === "lost" ? "lost" : "placed"] : []),
  ].join(" ");
  item.accessibilityInformation = { label: [title, status, ...drifted, ...badges, ...needed].join(", ") };
  item.command = {
    command: "sightline.openNote",
    title: translate("Open"),
    arguments: [{ note: row.id }],
  };
  return item;
}

const shapeFor = ({ status }: NoteRow, drift: Drift): MarkShape => {
  if (drift !== "none") return drift;
  return status === "onRecord" || status === "optionsReady"
    ? status === "onRecord"
      ? "on-record"
      : "options-ready"
    : "decided";
};

function draftItem(draft: Draft, { translate }: Wording): vscode.TreeItem {
  const title = shortLine(draft.fields.title ?? "", LONGEST);
  const item = new vscode.TreeItem(title === "" ? translate("(no title yet)") : title);
  item.description =
    draft.shareAfter === undefined ? plainLine(draft.anchor?.path ?? "") : translate("Sharing");
  item.tooltip = tooltip([draft.fields.impact ?? "", title, draft.anchor?.path ?? ""]);
  item.iconPath = new vscode.ThemeIcon("edit");
  item.contextValue = draft.shareAfter === undefined ? "draft" : "sharing";
  return item;
}

function unreadItem(record: UnreadRecord, { translate }: Wording): vscode.TreeItem {
  const item = new vscode.TreeItem(
    record.kind === "newer"
      ? translate("Written by a newer Sightline. You can read it; update to change it.")
      : translate("A line can't be read"),
  );
  item.description = record.id.slice(0, 12);
  item.tooltip = tooltip([record.why]);
  item.iconPath = new vscode.ThemeIcon("question");
  item.contextValue = "unread";
  return item;
}

const tooltip = (lines: readonly string[]) => new vscode.MarkdownString(plainParagraphs(lines));
