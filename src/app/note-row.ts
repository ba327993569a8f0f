import { noteBadges, noteStatus } from "../domain/note-status.ts";
import type { Note } from "../domain/note.ts";
import { kindLabel, statusLabel } from "../protocol/labels.ts";
import type { NoteRow } from "../protocol/panel-state.ts";
import { plainLine } from "../base/plain-text.ts";
import { foldersOf } from "./folders.ts";
import { isMine } from "./people.ts";
import type { Viewer } from "./now/viewer.ts";

/** Characters of a note that search looks in: thousands of notes are in the panel at once. */
const MAX_SEARCH_CHARACTERS = 4_000;

/** Characters of the impact in a list. */
const MAX_IMPACT_CHARACTERS = 300;

/** A note in the list of notes. */
export function noteRow(note: Note, repository: string, waitsForMe: boolean, viewer: Viewer): NoteRow {
  const { fields } = note;
  return {
    id: note.id,
    repository,
    title: plainLine(fields.title.value),
    kind: fields.kind.value,
    status: noteStatus(note, viewer.today),
    badges: [...noteBadges(note)],
    impact: plainLine(fields.impact.value.slice(0, MAX_IMPACT_CHARACTERS)),
    neededBy: fields.neededBy.value?.day ?? null,
    milestones: [...new Set(note.threatens.map(({ milestone }) => milestone))],
    folders: foldersOf(note.anchors.map(({ anchor }) => anchor)),
    mine: isMine(note, viewer.me),
    waitsForMe,
    searchText: searchText(note, viewer),
    changed: note.lastSaid.at,
  };
}

/** What people wrote, what it is called on screen, and where it is; titles first, as what is too much is cut off. */
function searchText(note: Note, { today, wording: { translate } }: Viewer): string {
  const { fields } = note;
  const texts = [
    fields.title.value,
    kindLabel(fields.kind.value, translate),
    statusLabel(noteStatus(note, today), translate),
    fields.impact.value,
    ...note.labels.map(({ label }) => label),
    ...note.anchors.map(({ anchor }) => anchor.path),
    fields.neededBy.value?.why ?? "",
    ...note.options.flatMap((option) => [option.fields.title.value, option.fields.implications.value]),
    ...note.decisions.map(({ because }) => because),
    ...note.questions.map(({ text }) => text),
    fields.context.value,
    ...note.evidence.map(({ text }) => text),
    ...note.comments.map(({ text }) => text),
  ];
  let joined = "";
  for (const text of texts) {
    if (joined.length >= MAX_SEARCH_CHARACTERS) break;
    if (text !== "") joined += (joined === "" ? "" : " ") + text.slice(0, MAX_SEARCH_CHARACTERS);
  }
  return plainLine(joined.slice(0, MAX_SEARCH_CHARACTERS)).toLowerCase();
}
