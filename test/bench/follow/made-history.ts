import type { Dice } from "../../unit/tracking/look-alike-code.ts";
import {
  addDefinition,
  contentOf,
  deleteDefinition,
  editDefinition,
  moveDefinition,
  newFile,
  renameIdentifier,
} from "./made-tree.ts";
import type { TreeFile } from "./made-tree.ts";

const FILES_AT_FIRST = 2_500;
const FILES_WANTED = 3_000;

/** Of 1,000 commits, those that sweep over many files, as a renamed function or a new rule of the linter does; and how many files. */
const SWEEPS = 10;
const MOST_SWEPT = 60;

/** Files that a side branch works on. Nobody else touches them until it is merged, so no merge has conflicts. */
const SIDE_FILES = 3;
const MOST_SIDE_COMMITS = 6;

/** A branch beside the main one. */
interface Side {
  tip: number;
  left: number;
  readonly files: ReadonlySet<TreeFile>;
}

/** What a commit did to the tree. */
interface Changes {
  readonly written: Set<TreeFile>;
  readonly gone: Set<string>;
}

/** A made-up history as a stream for `git fast-import`: commits that edit a few files each, and all else that happens to code. */
export class MadeHistory {
  readonly files: TreeFile[] = [];
  readonly #paths = new Set<string>();
  /** Commits so far. The mark of each is its number, from 1. */
  commits = 0;
  readonly #dice: Dice;
  #tip = 0;
  #side: Side | undefined;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** Whether a side branch is open. */
  get isAside(): boolean {
    return this.#side !== undefined;
  }

  /** The next commit of the stream; a side branch is merged before `left` commits are made. */
  next(left = Infinity): string {
    if (this.commits === 0) return this.#first();
    const side = this.#side;
    if (side !== undefined && (side.left === 0 || left <= 1)) {
      this.#side = undefined;
      return this.#commit("refs/heads/main", { written: new Set(side.files), gone: new Set() }, side.tip);
    }
    if (side !== undefined && this.#dice.chance(50)) return this.#onSide(side);
    if (side === undefined && left > 2 * MOST_SIDE_COMMITS && this.#dice.chance(6)) {
      const files = new Set(Array.from({ length: SIDE_FILES }, () => this.#someFile()));
      this.#side = { tip: this.#tip, left: 1 + this.#dice.below(MOST_SIDE_COMMITS), files };
      return this.#onSide(this.#side);
    }
    return this.#commit("refs/heads/main", this.#work());
  }

  #first(): string {
    while (this.files.length < FILES_AT_FIRST) this.#newFile();
    return this.#commit("refs/heads/main", { written: new Set(this.files), gone: new Set() });
  }

  #onSide(side: Side): string {
    side.left -= 1;
    const file = this.#dice.pick([...side.files]);
    editDefinition(this.#dice, file);
    return this.#commit("refs/heads/side", { written: new Set([file]), gone: new Set() }, undefined, side);
  }

  /** What one commit of the main branch does. */
  #work(): Changes {
    const dice = this.#dice;
    const written = new Set<TreeFile>();
    const gone = new Set<string>();
    const swept = dice.below(1000) < SWEEPS ? 10 + dice.below(MOST_SWEPT - 10) : undefined;
    for (let count = swept ?? dice.pick([1, 1, 2, 2, 3, 4, 8]); count > 0; count--) {
      const file = this.#someFile();
      for (let edits = 1 + dice.below(8); edits > 0; edits--) editDefinition(dice, file);
      written.add(file);
    }
    const [file] = written;
    if (file === undefined) return { written, gone };
    const what = dice.below(1000);
    if (what < 40) {
      gone.add(file.path);
      this.#paths.delete(file.path);
      file.path = this.#otherPath(file.path);
      this.#paths.add(file.path);
    } else if (what < 70) {
      const ending = file.path.slice(file.path.lastIndexOf("."));
      const to = this.#someFile();
      if (to !== file && to.path.endsWith(ending)) {
        moveDefinition(dice, file, to);
        written.add(to);
      }
    } else if (what < 100) moveDefinition(dice, file, file);
    else if (what < 125) deleteDefinition(dice, file);
    else if (what < 165) addDefinition(dice, file);
    else if (what < 185) renameIdentifier(dice, file);
    else if (what < 200 && this.files.length > FILES_AT_FIRST) {
      gone.add(file.path);
      this.#paths.delete(file.path);
      written.delete(file);
      this.files.splice(this.files.indexOf(file), 1);
    } else if (what < 245 && this.files.length < FILES_WANTED) written.add(this.#newFile());
    return { written, gone };
  }

  #newFile(): TreeFile {
    const file = newFile(this.#dice, (path) => this.#isTaken(path));
    this.#paths.add(file.path);
    this.files.splice(this.#dice.below(this.files.length + 1), 0, file);
    return file;
  }

  /** Some files are edited far more often than others. */
  #someFile(): TreeFile {
    for (;;) {
      const at = Math.min(this.#dice.below(this.files.length), this.#dice.below(this.files.length));
      const file = this.files[at];
      if (file !== undefined && this.#side?.files.has(file) !== true) return file;
    }
  }

  #isTaken(path: string): boolean {
    return this.#paths.has(path);
  }

  #otherPath(path: string): string {
    const slash = path.lastIndexOf("/");
    const dot = path.lastIndexOf(".");
    for (let number = 2; ; number++) {
      const other = this.#dice.chance(50)
        ? `${path.slice(0, dot)}${number}${path.slice(dot)}`
        : `${path.slice(0, slash)}/part${number}${path.slice(slash)}`;
      if (!this.#isTaken(other)) return other;
    }
  }

  #commit(ref: string, { written, gone }: Changes, merged?: number, side?: Side): string {
    const from = side?.tip ?? this.#tip;
    this.commits += 1;
    if (side === undefined) this.#tip = this.commits;
    else side.tip = this.commits;
    const who = `Bench <bench@example.invalid> ${1_600_000_000 + this.commits * 600} +0000`;
    return [
      `commit ${ref}\nmark :${this.commits}\nauthor ${who}\ncommitter ${who}\n${data("Work on the shop")}`,
      from === 0 ? "" : `from :${from}\n`,
      merged === undefined ? "" : `merge :${merged}\n`,
      ...[...gone].map((path) => `D ${path}\n`),
      ...[...written].map((file) => `M 100644 inline ${file.path}\n${data(contentOf(file))}`),
      "\n",
    ].join("");
  }
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
