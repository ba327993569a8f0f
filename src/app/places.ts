import type { Answer, OrphanReason } from "../anchoring/tracking/answer.ts";
import { Emitter } from "../base/emitter.ts";
import type { Disposable } from "../base/emitter.ts";
import type { Anchor } from "../domain/anchor.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import type { Note, PlacedAnchor } from "../domain/note.ts";
import type { PlaceState } from "../protocol/panel-state.ts";
import { CodeFollower } from "./code-follower.ts";
import type { CodeHistory } from "./code-history.ts";
import { searchCode } from "./code-search.ts";
import type { Searched } from "./code-search.ts";
import { placeReason, wholeReason } from "./place-reason.ts";
import type { CodeReader } from "./ports.ts";
import { WholePlaces } from "./whole-places.ts";
import { readAhead, stampOf, WorkFiles } from "./work-files.ts";
import type { Wording } from "./wording.ts";

/** Answers that are remembered for one place: as many branches as somebody goes back and forth between. */
const ANSWERS_KEPT = 8;

/** Times that a search is begun anew because files changed meanwhile: a branch switch writes for a while. */
const MOST_SEARCHES = 4;

/** What was found for a place, and the texts that it was found in: with the same texts it is the same again. */
interface Known {
  readonly own: string;
  readonly there: string;
  readonly answer: Answer;
}

/** Where the places of notes are now. What was found once in texts that are as they were is not looked for again. */
export class Places {
  readonly #files: WorkFiles;
  readonly #follower: CodeFollower;
  readonly #wholes: WholePlaces;
  /** What was found for files and folders as a whole, and how many changes had been told of by then. */
  readonly #wholeKnown = new Map<EventId, { readonly changes: number; readonly answer: Answer }>();
  readonly #history: CodeHistory;
  readonly #wording: Wording;
  readonly #known = new Map<EventId, readonly Known[]>();
  /** Notes whose code is in another file than where they were put, by that file and place. */
  readonly #away = new Map<EventId, { readonly path: string; readonly note: RecordId }>();
  /** Places whose code is nowhere, with the lines by which it would be told. */
  readonly #lost = new Map<EventId, { readonly note: RecordId; readonly anchor: Anchor }>();
  /** What was last said of each place, in a word. */
  readonly #said = new Map<EventId, string>();
  readonly #moves: Emitter<RecordId>;
  /** How often files or HEAD were said to have changed. */
  #changes = 0;

  constructor(code: CodeReader, history: CodeHistory, wording: Wording, failed: (error: unknown) => void) {
    this.#files = new WorkFiles(code);
    this.#follower = new CodeFollower(history);
    this.#wholes = new WholePlaces(code, history);
    this.#history = history;
    this.#wording = wording;
    this.#moves = new Emitter(failed);
  }

  /** A note's code turned out to be elsewhere than was last said, or to be lost or back. */
  onDidMove(listener: (note: RecordId) => void): Disposable {
    return this.#moves.on(listener);
  }

  /** Every place of a note. */
  async of(note: Note): Promise<readonly PlaceState[]> {
    const found = await this.#find(note.anchors.map((place) => ({ note: note.id, place })));
    return found.map(({ place, answer }) => this.#state(place, answer));
  }

  /** What in the work tree is most like the code of a place, for a person to choose from. */
  search({ anchor }: PlacedAnchor): Promise<Searched> {
    return searchCode(anchor, this.#history, this.#files.look());
  }

  /** Finds the places of many notes, so that what they need is read once for all of them. */
  async find(notes: readonly Note[]): Promise<void> {
    await this.#find(notes.flatMap(({ id, anchors }) => anchors.map((place) => ({ note: id, place }))));
  }

  /** The places of some notes that are in one file now, and those that were put there and have lost their code (not those whose code is on another branch); from top to bottom. */
  async inFile(
    path: string,
    notes: readonly Note[],
  ): Promise<readonly { readonly note: Note; readonly place: PlaceState }[]> {
    const byId = new Map(notes.map((note) => [note.id, note]));
    const asked = notes.flatMap((note) =>
      note.anchors
        .filter(({ id, anchor }) => anchor.path === path || this.#away.get(id)?.path === path)
        .map((place) => ({ note: note.id, place })),
    );
    const found = await this.#find(asked);
    const here = found.flatMap(({ note: id, place, answer }) => {
      const note = byId.get(id);
      const isHere =
        answer.status === "orphaned"
          ? place.anchor.path === path && !isElsewhere(answer)
          : answer.path === path;
      return note !== undefined && isHere ? [{ note, place: this.#state(place, answer) }] : [];
    });
    return here.sort((one, other) => one.place.startLine - other.place.startLine);
  }

  /** The notes that are known to have their code in a file, or in one of a folder, where they were not put. */
  movedTo(path: string): ReadonlySet<RecordId> {
    return this.movedWhere((away) => away === path || away.startsWith(`${path}/`));
  }

  /** The same for files of which `holds` is true. */
  movedWhere(holds: (path: string) => boolean): ReadonlySet<RecordId> {
    return new Set([...this.#away.values()].flatMap((away) => (holds(away.path) ? away.note : [])));
  }

  /** The notes without code of which a file that has changed holds lines: they are looked for again. */
  async foundAgain(path: string): Promise<ReadonlySet<RecordId>> {
    this.#changes++;
    const again = new Set<RecordId>();
    if (this.#lost.size === 0) return again;
    for (const [id, { note, anchor }] of this.#lost) {
      if (!mayBeBack(anchor, path)) continue;
      this.#forgetLost(id);
      again.add(note);
    }
    const file = await this.#files.read(path);
    if (file.kind !== "text") return again;
    for (const [id, { note, anchor }] of this.#lost) {
      if (!anchor.quote?.some((line) => line.trim().length > 8 && file.text.includes(line.trim()))) continue;
      this.#forgetLost(id);
      again.add(note);
    }
    return again;
  }

  /** HEAD or a branch is at another commit now: what was not found is looked for again along the other way. The notes that this is about. */
  headMoved(): ReadonlySet<RecordId> {
    this.#changes++;
    this.#follower.headMoved();
    const again = new Set([...this.#lost.values()].map(({ note }) => note));
    for (const id of [...this.#lost.keys()]) this.#forgetLost(id);
    return again;
  }

  #forgetLost(id: EventId): void {
    this.#lost.delete(id);
    this.#known.set(
      id,
      (this.#known.get(id) ?? []).filter(({ answer }) => answer.status !== "orphaned"),
    );
  }

  async #find<Asked extends { readonly note: RecordId; readonly place: PlacedAnchor }>(
    asked: readonly Asked[],
  ): Promise<readonly (Asked & { readonly answer: Answer })[]> {
    for (let search = 1; ; search++) {
      const changes = this.#changes;
      const found = await this.#findNow(asked);
      const lost = found.filter(({ answer }) => answer.status === "orphaned");
      if (changes === this.#changes || lost.length === 0 || search === MOST_SEARCHES) {
        for (const { answer, ...one } of found) this.#takeDown(one, answer);
        return found;
      }
      // What was not there when it was looked for may be there now, and nobody says so again.
      for (const { place } of lost) this.#forgetLost(place.id);
    }
  }

  async #findNow<Asked extends { readonly note: RecordId; readonly place: PlacedAnchor }>(
    asked: readonly Asked[],
  ): Promise<readonly (Asked & { readonly answer: Answer })[]> {
    const answers = new Map<EventId, Answer>();
    const unknown: Asked[] = [];
    const ofLines: Asked[] = [];
    for (const one of asked) {
      const { whole } = one.place.anchor;
      if (whole === undefined) ofLines.push(one);
      else answers.set(one.place.id, await this.#findWhole(one.place, whole));
    }
    const read = this.#files.look();
    await readAhead(
      ofLines.map(({ place }) => place.anchor.path),
      read,
    );
    const stamp = async (path: string): Promise<string> => stampOf(await read(path));
    for (const one of ofLines) {
      const { id, anchor } = one.place;
      const own = await stamp(anchor.path);
      let known: Answer | undefined;
      for (const before of this.#known.get(id) ?? [])
        if (
          known === undefined &&
          before.own === own &&
          before.there === (await stamp(pathOf(before.answer)))
        )
          known = before.answer;
      if (known === undefined) unknown.push(one);
      else answers.set(id, known);
    }
    const found = await this.#follower.follow(
      unknown.map(({ place }) => place.anchor),
      read,
    );
    for (const [at, { place }] of unknown.entries()) {
      const answer = found[at];
      if (answer === undefined) continue;
      answers.set(place.id, answer);
      const known = { own: await stamp(place.anchor.path), there: await stamp(pathOf(answer)), answer };
      this.#known.set(place.id, [known, ...(this.#known.get(place.id) ?? [])].slice(0, ANSWERS_KEPT));
    }
    return asked.flatMap((one) => {
      const answer = answers.get(one.place.id);
      return answer === undefined ? [] : [{ ...one, answer }];
    });
  }

  async #findWhole({ id, anchor }: PlacedAnchor, whole: "file" | "folder"): Promise<Answer> {
    const known = this.#wholeKnown.get(id);
    if (known?.changes === this.#changes) return known.answer;
    const changes = this.#changes;
    const answer = await this.#wholes.find(anchor, whole);
    this.#wholeKnown.set(id, { changes, answer });
    return answer;
  }

  #takeDown({ note, place: { id, anchor } }: { note: RecordId; place: PlacedAnchor }, answer: Answer): void {
    if (answer.status === "orphaned") this.#lost.set(id, { note, anchor });
    else this.#lost.delete(id);
    const away = answer.status === "orphaned" || answer.path === anchor.path ? undefined : answer.path;
    if (away === undefined) this.#away.delete(id);
    else this.#away.set(id, { path: away, note });
    const before = this.#said.get(id);
    const now = inAWord(answer);
    this.#said.set(id, now);
    // The first time it is news only where it is not in the file that the note names.
    if (before === undefined ? away !== undefined : before !== now) this.#moves.emit(note);
  }

  #state({ id, anchor, insteadOf }: PlacedAnchor, answer: Answer): PlaceState {
    const { path, startLine, endLine } = answer.status === "orphaned" ? answer.lastSeen : answer;
    return {
      id,
      path,
      status: answer.status,
      startLine,
      endLine,
      reason:
        anchor.whole === undefined
          ? placeReason(answer, this.#wording)
          : wholeReason(answer, anchor.whole, this.#wording),
      ...(anchor.whole === undefined ? {} : { whole: anchor.whole }),
      quote: [...(anchor.quote ?? [])],
      ...(isElsewhere(answer) ? { elsewhere: true } : {}),
      ...(anchor.symbol === undefined ? {} : { symbol: anchor.symbol }),
      ...(insteadOf === undefined ? {} : { before: rangeOf(insteadOf.anchor) }),
    };
  }
}

/** Whether what came or changed at a path may be the file or folder that was lost: it has its name, or the ending of its name. */
const mayBeBack = ({ whole, path: was }: Anchor, path: string): boolean =>
  whole !== undefined &&
  (path === was || path.startsWith(`${was}/`) || whole === "folder" || endingOf(path) === endingOf(was));

const endingOf = (path: string): string => /\.[^./]*$/.exec(path)?.[0] ?? "";

/** Nothing is lost: another branch has the code. */
const isElsewhere = (answer: Answer): boolean =>
  answer.status === "orphaned" && answer.reason.kind === "other branch";

const rangeOf = ({ path, startLine, endLine }: Anchor) => ({ path, startLine, endLine });

const pathOf = (answer: Answer): string =>
  answer.status === "orphaned" ? answer.lastSeen.path : answer.path;

const branchesOf = (reason: OrphanReason): readonly string[] =>
  reason.kind === "other branch" ? reason.branches : [];

const inAWord = (answer: Answer): string =>
  answer.status === "orphaned"
    ? [answer.status, answer.reason.kind, ...branchesOf(answer.reason)].join(" ")
    : `${answer.status} ${answer.startLine}-${answer.endLine} ${answer.path}`;
