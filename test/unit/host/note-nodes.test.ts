import assert from "node:assert/strict";
import { english } from "../../../src/base/translate.ts";
import { noteNodes } from "../../../src/host/trees/note-nodes.ts";
import type { NoteNode, NotesOnScreen } from "../../../src/host/trees/note-nodes.ts";
import type { NoteRow } from "../../../src/protocol/panel-state.ts";

const row = (title: string, more: Partial<NoteRow> = {}): NoteRow => ({
  id: title.padEnd(64, "0"),
  repository: "shop",
  title,
  kind: "bottleneck",
  status: "onRecord",
  badges: [],
  impact: "",
  neededBy: null,
  milestones: [],
  folders: ["src"],
  mine: false,
  waitsForMe: false,
  searchText: title,
  changed: "2026-11-22T10:00:00Z",
  ...more,
});
const ids = (...rows: readonly NoteRow[]) => new Set(rows.map(({ id }) => id));

const screen = (rows: readonly NoteRow[], more: Partial<NotesOnScreen> = {}): NotesOnScreen => ({
  whys: [],
  rows,
  drafts: [],
  unread: [],
  inThisFile: new Set(),
  lost: new Set(),
  changed: new Set(),
  grouping: "status",
  milestones: [],
  ...more,
});

/** "Group: title, title" for each group. */
const shown = (nodes: readonly NoteNode[]): string[] =>
  nodes.map((node) => {
    assert.equal(node.kind, "group");
    if (node.kind !== "group") return "";
    const titles = node.children.map((child) =>
      child.kind === "note"
        ? child.row.title
        : child.kind === "draft"
          ? (child.draft.fields.title ?? "")
          : child.kind,
    );
    return `${node.label}: ${titles.join(", ")}`;
  });

describe("the view Notes", () => {
  it("says first why we are doing what we are doing", () => {
    const brief = "b".repeat(64);
    const [first] = noteNodes(screen([row("open")], { whys: [{ brief, text: "Support waits" }] }), english);
    assert.deepEqual(first, { kind: "why", id: `why/${brief}`, brief, text: "Support waits" });
  });

  it("knows which notes have lost their code, and which have it changed", () => {
    const rows = [row("lost"), row("changed"), row("there")];
    const [one, two, three] = rows.map((some) => ids(some));
    const nodes = noteNodes(
      screen(rows, {
        lost: one ?? new Set(),
        changed: new Set([...(one ?? []), ...(two ?? [])]),
        inThisFile: three ?? new Set(),
      }),
      english,
    );
    assert.deepEqual(
      nodes
        .flatMap((node) => (node.kind === "group" ? node.children : []))
        .map((node) => node.kind === "note" && [node.row.title, node.drift]),
      [
        ["there", "none"],
        ["lost", "lost"],
        ["changed", "changed"],
      ],
    );
  });

  const open = row("open");
  const ready = row("ready", { status: "optionsReady", kind: "techDebt", folders: ["src/billing"] });
  const decided = row("decided", { status: "decided", kind: "constraint", folders: ["src", "src/billing"] });
  const nowhere = row("nowhere", { folders: [] });
  const all = [open, ready, decided, nowhere];

  it("is empty when there is nothing, so that VS Code shows the welcome", () => {
    assert.deepEqual(noteNodes(screen([]), english), []);
  });

  it("groups by status", () => {
    assert.deepEqual(shown(noteNodes(screen(all), english)), [
      "On record: open, nowhere",
      "Options ready: ready",
      "Decided: decided",
    ]);
  });

  it("groups by kind", () => {
    assert.deepEqual(shown(noteNodes(screen(all, { grouping: "kind" }), english)), [
      "Bottleneck: open, nowhere",
      "Tech debt: ready",
      "Outside limit: decided",
    ]);
  });

  it("names folders as text, wherever a record says they lead", () => {
    const odd = row("odd", { folders: ["src/\u202Egpj\u001b[2J\n", "../../__proto__"] });
    assert.deepEqual(shown(noteNodes(screen([odd], { grouping: "folder" }), english)), [
      "__proto__: odd",
      "src/gpj[2J: odd",
    ]);
  });

  it("groups by folder, a note with places in two in both", () => {
    assert.deepEqual(shown(noteNodes(screen(all, { grouping: "folder" }), english)), [
      "src: open, decided",
      "src/billing: ready, decided",
      "No place in the code: nowhere",
    ]);
  });

  it("shows first what is in this file, then drafts, then what lost its code, each note once", () => {
    const nodes = noteNodes(
      screen(all, {
        inThisFile: ids(ready, decided),
        lost: ids(decided),
        drafts: [{ id: "d", at: "2026-11-22T10:00:00Z", fields: { title: "a draft" } }],
      }),
      english,
    );
    assert.deepEqual(shown(nodes), [
      "In this file: ready",
      "Drafts (only on this machine): a draft",
      "Lost their code: decided",
      "On record: open, nowhere",
    ]);
  });

  it("keeps what is closed folded", () => {
    const nodes = noteNodes(screen([row("over", { status: "done" }), open]), english);
    assert.deepEqual(
      nodes.map((node) => node.kind === "group" && node.open),
      [true, false],
    );
  });

  it("names records that it can't show", () => {
    const unread = [
      { id: "f".repeat(64), repository: "shop", kind: "newer" as const, why: "version 2", lines: 1 },
    ];
    assert.deepEqual(shown(noteNodes(screen([], { unread }), english)), ["Can't be shown here: unread"]);
  });

  it("gives every row an id of its own, also a note that stands twice", () => {
    const nodes = noteNodes(screen(all, { grouping: "folder" }), english);
    const seen = nodes.flatMap((node) =>
      node.kind === "group" ? [node.id, ...node.children.map(({ id }) => id)] : [],
    );
    assert.equal(new Set(seen).size, seen.length);
  });
});
