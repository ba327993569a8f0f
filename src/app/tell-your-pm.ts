import { plainLine, shortLine } from "../base/plain-text.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Note } from "../domain/note.ts";
import { notePagePath } from "../store/pages/note-page-path.ts";
import { fileOnHost } from "./git-host-links.ts";
import type { OwnHosts } from "./git-host-links.ts";
import type { Wording } from "./wording.ts";
import { recordUri } from "../protocol/record-link.ts";

/** Characters of the impact in the message. */
const MAX_IMPACT_CHARACTERS = 500;

/** The page of a note on the git host; undefined where the host's addresses are not known. */
export const noteOnHost = (
  remoteUrl: string,
  branch: string,
  note: RecordId,
  own?: OwnHosts,
): string | undefined => fileOnHost(remoteUrl, branch, notePagePath(note), own);

export interface Message {
  readonly note: Note;
  /** Where the note was pushed; undefined where it was not. */
  readonly remoteUrl: string | undefined;
  readonly branch: string;
  /** What the team says of git hosts of its own. */
  readonly ownHosts?: OwnHosts | undefined;
  readonly wording: Wording;
}

/** A message to paste: what is in the way, what users will notice, and where to read on, the way that needs nothing first. */
export function tellYourPm({ note, remoteUrl, branch, ownHosts, wording: { translate } }: Message): string {
  const page = remoteUrl === undefined ? undefined : noteOnHost(remoteUrl, branch, note.id, ownHosts);
  const impact = shortLine(note.fields.impact.value, MAX_IMPACT_CHARACTERS);
  return [
    plainLine(note.fields.title.value),
    impact === "" ? translate("Effect on users: not known yet. Can you help find out?") : impact,
    "",
    ...(page === undefined ? [] : [translate("Read it in the browser: {url}", { url: page })]),
    translate("Ask or decide in VS Code: {url}", { url: recordUri("note", note.id) }),
  ].join("\n");
}
