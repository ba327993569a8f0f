import { codeFile, MAX_FILE_CHARACTERS } from "../anchoring/code-file.ts";
import type { CodeFile } from "../anchoring/code-file.ts";
import { locateIn } from "../anchoring/locate.ts";
import type { Location, OrphanedWhy } from "../anchoring/locate.ts";
import type { EventId } from "../domain/ids.ts";
import type { Note, PlacedAnchor } from "../domain/note.ts";
import type { PlaceState } from "../protocol/panel-state.ts";
import { placeReason } from "./place-reason.ts";
import type { CodeReader } from "./ports.ts";
import type { Wording } from "./wording.ts";

/** Files whose lines are kept ready at once. A window shows a handful, a note names a few. */
const FILES_KEPT = 32;

interface ReadyFile {
  readonly text: string;
  readonly file: CodeFile;
  /** By the event that added the place: an anchor never changes. */
  readonly found: Map<EventId, Location>;
}

/** Where the places of notes are now. A file that is as it was when it was last looked at costs its reading, and nothing else. */
export class Places {
  readonly #code: CodeReader;
  readonly #wording: Wording;
  readonly #ready = new Map<string, ReadyFile>();

  constructor(code: CodeReader, wording: Wording) {
    this.#code = code;
    this.#wording = wording;
  }

  /** Every place of a note. */
  async of(note: Note): Promise<readonly PlaceState[]> {
    const paths = [...new Set(note.anchors.map(({ anchor }) => anchor.path))];
    const files = new Map(
      await Promise.all(paths.map(async (path) => [path, await this.#file(path)] as const)),
    );
    return note.anchors.map((place) => this.#state(place, files.get(place.anchor.path) ?? "fileMissing"));
  }

  /** The places of some notes in one file, which is read once. */
  async inFile(
    path: string,
    notes: readonly Note[],
  ): Promise<readonly { readonly note: Note; readonly place: PlaceState }[]> {
    if (notes.length === 0) return [];
    const file = await this.#file(path);
    return notes.flatMap((note) =>
      note.anchors
        .filter(({ anchor }) => anchor.path === path)
        .map((place) => ({ note, place: this.#state(place, file) })),
    );
  }

  #state({ id, anchor }: PlacedAnchor, file: ReadyFile | OrphanedWhy): PlaceState {
    const location: Location =
      typeof file === "string" ? { kind: "orphaned", why: file } : locationIn(file, { id, anchor });
    const where = location.kind === "found" ? location : anchor;
    return {
      id,
      path: anchor.path,
      status: location.kind,
      startLine: where.startLine,
      endLine: where.endLine,
      reason: placeReason(location, this.#wording),
      quote: [...(anchor.quote ?? [])],
      ...(anchor.symbol === undefined ? {} : { symbol: anchor.symbol }),
    };
  }

  async #file(path: string): Promise<ReadyFile | OrphanedWhy> {
    const code = await this.#code.read(path);
    if (code.kind === "missing") return "fileMissing";
    if (code.kind !== "text") return code.kind;
    if (code.text.length > MAX_FILE_CHARACTERS) return "tooLarge";
    const before = this.#ready.get(path);
    const ready =
      before?.text === code.text ? before : { text: code.text, file: codeFile(code.text), found: new Map() };
    // Last in the map is last used.
    this.#ready.delete(path);
    this.#ready.set(path, ready);
    const [oldest] = this.#ready.keys();
    if (this.#ready.size > FILES_KEPT && oldest !== undefined) this.#ready.delete(oldest);
    return ready;
  }
}

function locationIn(
  { file, found }: ReadyFile,
  { id, anchor }: Pick<PlacedAnchor, "id" | "anchor">,
): Location {
  const before = found.get(id);
  if (before !== undefined) return before;
  const location = locateIn(anchor, file);
  found.set(id, location);
  return location;
}
