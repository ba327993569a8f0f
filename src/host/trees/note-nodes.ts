import path from "node:path/posix";
import type { Draft } from "../../app/session.ts";
import { plainLine } from "../../base/plain-text.ts";
import type { Translate } from "../../base/translate.ts";
import type { RecordId } from "../../domain/ids.ts";
import { kindLabel, statusLabel } from "../../protocol/labels.ts";
import type { MilestoneName, NoteRow, UnreadRecord } from "../../protocol/panel-state.ts";

// What the tree Notes shows, as data: VS Code's tree items are made from it in notes-tree.ts.

export type Grouping = "status" | "folder" | "kind" | "milestone";

/** What has become of the code of a note: it is where it can be found, it changed so much that a person should look, or it is lost. */
export type Drift = "none" | "changed" | "lost";

export type NoteNode =
  | { readonly kind: "why"; readonly id: string; readonly brief: RecordId; readonly text: string }
  | {
      readonly kind: "group";
      readonly id: string;
      readonly label: string;
      readonly open: boolean;
      readonly children: readonly NoteNode[];
    }
  | { readonly kind: "note"; readonly id: string; readonly row: NoteRow; readonly drift: Drift }
  | { readonly kind: "draft"; readonly id: string; readonly draft: Draft }
  | { readonly kind: "unread"; readonly id: string; readonly record: UnreadRecord };

export interface NotesOnScreen {
  /** Why we are doing what we are doing today; one for each repository that has one. */
  readonly whys: readonly { readonly brief: RecordId; readonly text: string }[];
  readonly rows: readonly NoteRow[];
  readonly drafts: readonly Draft[];
  readonly unread: readonly UnreadRecord[];
  readonly inThisFile: ReadonlySet<RecordId>;
  readonly lost: ReadonlySet<RecordId>;
  readonly changed: ReadonlySet<RecordId>;
  readonly grouping: Grouping;
  /** Dates of the roadmap, in the order in which their groups stand. */
  readonly milestones: readonly MilestoneName[];
}

const statuses = [
  "onRecord",
  "optionsReady",
  "decided",
  "putOff",
  "done",
  "acceptedAsIs",
  "withdrawn",
] as const;
const kinds = ["incident", "problem", "bottleneck", "techDebt", "constraint", "delay", "enabler"] as const;

/** First what is at hand, then what only this machine has, then what has lost its place, then all others in their groups. */
export function noteNodes(screen: NotesOnScreen, translate: Translate): readonly NoteNode[] {
  const { rows, drafts, unread, inThisFile, lost, changed } = screen;
  const note = (group: string, row: NoteRow): NoteNode => ({
    kind: "note",
    id: `${group}/${row.id}`,
    row,
    drift: lost.has(row.id) ? "lost" : changed.has(row.id) ? "changed" : "none",
  });
  const group = (
    id: string,
    label: string,
    children: readonly NoteNode[],
    open = true,
  ): readonly NoteNode[] => (children.length === 0 ? [] : [{ kind: "group", id, label, open, children }]);
  const notes = (id: string, label: string, some: readonly NoteRow[], open = true) =>
    group(
      id,
      label,
      some.map((row) => note(id, row)),
      open,
    );
  const here = rows.filter(({ id }) => inThisFile.has(id) && !lost.has(id));
  const others = rows.filter(({ id }) => !inThisFile.has(id) && !lost.has(id));
  return [
    ...screen.whys.map(({ brief, text }): NoteNode => ({ kind: "why", id: `why/${brief}`, brief, text })),
    ...notes("here", translate("In this file"), here),
    ...group(
      "drafts",
      translate("Drafts (only on this machine)"),
      drafts.map((draft) => ({ kind: "draft", id: `drafts/${draft.id}`, draft })),
    ),
    ...notes(
      "lost",
      translate("Lost their code"),
      rows.filter(({ id }) => lost.has(id)),
    ),
    ...groupsOf(others, screen, translate).flatMap(({ id, label, some, open }) =>
      notes(id, label, some, open),
    ),
    ...group(
      "unread",
      translate("Can't be shown here"),
      unread.map((record) => ({ kind: "unread", id: `unread/${record.id}`, record })),
      false,
    ),
  ];
}

interface Group {
  readonly id: string;
  readonly label: string;
  readonly some: readonly NoteRow[];
  readonly open: boolean;
}

function groupsOf(
  rows: readonly NoteRow[],
  { grouping, milestones }: NotesOnScreen,
  translate: Translate,
): readonly Group[] {
  switch (grouping) {
    case "status":
      return statuses.map((status) => ({
        id: `status:${status}`,
        label: statusLabel(status, translate),
        some: rows.filter((row) => row.status === status),
        open: status === "onRecord" || status === "optionsReady" || status === "decided",
      }));
    case "kind":
      return kinds.map((kind) => ({
        id: `kind:${kind}`,
        label: kindLabel(kind, translate),
        some: rows.filter((row) => row.kind === kind),
        open: true,
      }));
    case "folder":
      return folderGroups(rows, translate);
    case "milestone":
      return [
        ...milestones.map(({ id, title, closed }) => ({
          id: `milestone:${id}`,
          label: title,
          some: rows.filter((row) => row.milestones.includes(id)),
          open: !closed,
        })),
        {
          id: "milestone:none",
          label: translate("Threatens no date"),
          some: rows.filter((row) => !milestones.some(({ id }) => row.milestones.includes(id))),
          open: true,
        },
      ];
  }
}

/** A note with places in several folders stands in each of them. */
function folderGroups(rows: readonly NoteRow[], translate: Translate): readonly Group[] {
  const byFolder = new Map<string, NoteRow[]>();
  for (const row of rows)
    for (const folder of row.folders.length === 0 ? [undefined] : row.folders) {
      const id = folder === undefined ? "nowhere" : `folder:${path.join("/", folder)}`;
      byFolder.set(id, [...(byFolder.get(id) ?? []), row]);
    }
  return [...byFolder]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, some]) => ({
      id,
      label:
        id === "nowhere"
          ? translate("No place in the code")
          : id === "folder:/"
            ? translate("Top folder")
            : plainLine(id.slice("folder:/".length)),
      some,
      open: true,
    }));
}
