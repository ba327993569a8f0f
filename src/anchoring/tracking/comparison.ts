import { alignLines } from "./align-lines.ts";
import type { Alignment, Span } from "./align-lines.ts";
import { at } from "./at.ts";
import { lineSimilarity } from "./line-similarity.ts";
import type { SourceFile } from "./source-file.ts";

/** A definition of the old text and what it may have become. */
export interface UnitMatch {
  readonly row: number;
  readonly likeness: number;
  readonly via: "name" | "name elsewhere" | "content";
  /** Of a namesake in place: 1 where no other has the name, otherwise how alike text and first line are. */
  readonly sure: number;
}

/** A renamed definition keeps at least this much of its text. */
const RENAMED = 0.5;
/** A definition of the same name in another place is the same one only if it keeps this much of its text. */
const SAME_NAME_ELSEWHERE = 0.4;
/** A definition of another name that keeps less than this is not looked at. */
const STRANGER = 0.15;
/** A line that stands in a text more often than this points nowhere. */
const OFTEN = 8;
/** Places whose text is compared in full. */
const COMPARED_PLACES = 4;
/** Pairs of namesakes whose text is compared; of more, only the first lines are. */
const COMPARED_NAMESAKES = 64;
/** More pairs of namesakes than this stay unpaired where their first lines do not pair them. */
const MOST_NAMESAKES = 4096;

interface Namesakes {
  /** New rows by old ones. */
  readonly found: ReadonlyMap<number, number>;
  /** Whether there is but one on either side. */
  readonly only: boolean;
}

/** Two texts compared, for as many regions as one likes: what is found once is kept. */
export class Comparison {
  readonly old: SourceFile;
  readonly now: SourceFile;
  /** Whether the new text is the old file at a later time, and not another file. */
  readonly sameFile: boolean;
  readonly #pairs = new Map<string, Namesakes>();
  readonly #likeness = new Map<number, number>();
  readonly #local = new Map<number, UnitMatch | undefined>();
  #matches: ReadonlyMap<number, UnitMatch> | undefined;
  #owners: ReadonlyMap<number, number> | undefined;
  #plainly: Alignment | undefined;
  #whole: Alignment | undefined;
  #taken: Int32Array | undefined;

  constructor(old: SourceFile, now: SourceFile, sameFile: boolean) {
    this.old = old;
    this.now = now;
    this.sameFile = sameFile;
  }

  get #plain(): Alignment {
    return (this.#plainly ??= alignLines(this.old, { from: 0, to: this.old.count }, this.now, {
      from: 0,
      to: this.now.count,
    }));
  }

  /**
   * Every line of the old text: the two texts aligned, and definitions that were found again each aligned with what it became, wherever that
   * is. So the lines of definitions that changed places have their partners too, which one alignment in order cannot give them.
   */
  get whole(): Alignment {
    if (this.#whole !== undefined) return this.#whole;
    const plain = this.#plain;
    if (!this.sameFile) return (this.#whole = plain);
    const whole: Alignment = { from: 0, to: plain.to.slice(), likeness: plain.likeness.slice() };
    const owner = new Int32Array(this.now.count).fill(-1);
    whole.to.forEach((row, old) => {
      if (row >= 0) owner[row] = old;
    });
    const set = (old: number, row: number, likeness: number): void => {
      const before = at(whole.to, old);
      if (before >= 0 && at(owner, before) === old) owner[before] = -1;
      whole.to[old] = row;
      whole.likeness[old] = likeness;
      if (row < 0) return;
      const rival = at(owner, row);
      if (rival >= 0) whole.to[rival] = -1;
      owner[row] = old;
    };
    for (const [row, match] of [...this.#clearMatches()].sort((one, other) => one[0] - other[0])) {
      const end = at(this.old.units.end, row);
      const newEnd = at(this.now.units.end, match.row);
      if (at(whole.to, row) === match.row && at(whole.to, end) === newEnd) continue;
      const inner = alignLines(this.old, { from: row, to: end + 1 }, this.now, {
        from: match.row,
        to: newEnd + 1,
      });
      for (let line = row; line <= end; line++) set(line, -1, 0);
      for (let line = row; line <= end; line++) {
        const to = at(inner.to, line - row);
        if (to >= 0) set(line, to, at(inner.likeness, line - row));
      }
    }
    return (this.#whole = whole);
  }

  /** For each new line the old line that it is aligned with, or -1. */
  get taken(): Int32Array {
    if (this.#taken !== undefined) return this.#taken;
    const taken = new Int32Array(this.now.count).fill(-1);
    this.whole.to.forEach((row, old) => {
      if (row >= 0) taken[row] = old;
    });
    return (this.#taken = taken);
  }

  /** What became of the definition that starts at `row` of the old text, as far as it is clear; each new definition is one old one's. */
  unit(row: number): UnitMatch | undefined {
    if (this.sameFile) return this.#clearMatches().get(row);
    if (!this.#local.has(row)) {
      this.#local.set(row, undefined);
      this.#local.set(row, this.unitCandidates(row).find(clear));
    }
    return this.#local.get(row);
  }

  /** The new span of what the definition at `row` became, the whole file for -1. */
  spanOf(row: number): Span | undefined {
    if (row < 0) return { from: 0, to: this.now.count };
    const match = this.unit(row);
    return match === undefined ? undefined : { from: match.row, to: at(this.now.units.end, match.row) + 1 };
  }

  /** The old definition that has become the one at `row` of the new text; -1 where none clearly has. */
  ownerOf(row: number): number {
    return this.sameFile && this.#clearMatches().size > 0 ? (this.#owners?.get(row) ?? -1) : -1;
  }

  /** The clear matches: by name in place from the outside in, then by name elsewhere and by content, the most alike first. */
  #clearMatches(): ReadonlyMap<number, UnitMatch> {
    if (this.#matches !== undefined) return this.#matches;
    const matches = new Map<number, UnitMatch>();
    const owners = new Map<number, number>();
    this.#matches = matches;
    this.#owners = owners;
    const match = (row: number, found: UnitMatch): void => {
      if (matches.has(row) || owners.has(found.row)) return;
      matches.set(row, found);
      owners.set(found.row, row);
    };
    const depths = new Map<number, number>();
    const levels: number[][] = [];
    for (const row of [...this.old.definitions.values()].flat().sort((one, other) => one - other)) {
      const depth = (depths.get(at(this.old.containers, row)) ?? -1) + 1;
      depths.set(row, depth);
      (levels[depth] ??= []).push(row);
    }
    for (const rows of levels) {
      for (const row of rows) {
        const own = matches.has(row) ? undefined : this.#inPlace(row);
        if (own !== undefined) match(row, own);
      }
      const rest = rows
        .filter((row) => !matches.has(row))
        .flatMap((row) =>
          this.#strangersLike(row)
            .filter(clear)
            .map((found) => ({ row, found })),
        );
      rest.sort((one, other) => other.found.likeness - one.found.likeness);
      for (const { row, found } of rest) match(row, found);
    }
    return matches;
  }

  /** What may have become of the definition that starts at `row` of the old text: its namesake in its place first, then by likeness. */
  unitCandidates(row: number): UnitMatch[] {
    const own = this.sameFile ? this.unit(row) : this.#inPlace(row);
    const rest = this.#strangersLike(row).filter((match) => match.row !== own?.row);
    rest.sort((one, other) => other.likeness - one.likeness);
    return own === undefined ? rest : [own, ...rest];
  }

  /** The definition of the same name in what the definition around `row` became. */
  #inPlace(row: number): UnitMatch | undefined {
    const name = this.old.name(row)?.name;
    const container = at(this.old.containers, row);
    const around = container < 0 ? -1 : this.unit(container)?.row;
    if (name === undefined || around === undefined) return undefined;
    const pairs = this.#namesakes(name, container, around);
    const own = pairs.found.get(row);
    if (own === undefined) return undefined;
    const likeness = () => this.likeness(row, own);
    return {
      row: own,
      via: "name",
      // Hardly anybody asks how alike namesakes are, and to say it takes an alignment of the two.
      get likeness() {
        return likeness();
      },
      sure: pairs.only ? 1 : (likeness() + lineSimilarity(this.old, row, this.now, own)) / 2,
    };
  }

  /** The definitions of one name in one definition, paired with those in what that became. */
  #namesakes(name: string, container: number, around: number): Namesakes {
    const key = `${String(container)} ${String(around)} ${name}`;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const olds = (this.old.definitions.get(name) ?? []).filter(
      (unit) => at(this.old.containers, unit) === container,
    );
    const news = (this.now.definitions.get(name) ?? []).filter(
      (unit) => at(this.now.containers, unit) === around,
    );
    const pairs = { found: this.#pairUp(olds, news), only: olds.length === 1 && news.length === 1 };
    this.#pairs.set(key, pairs);
    return pairs;
  }

  /** Namesakes anywhere, and definitions with a new name that hold telling lines of the one at `row`. */
  #strangersLike(row: number): UnitMatch[] {
    const name = this.old.name(row)?.name;
    const namesakes = name === undefined ? [] : (this.now.definitions.get(name) ?? []);
    const found: UnitMatch[] = namesakes
      .slice(0, OFTEN)
      .map((unit) => ({ row: unit, likeness: this.likeness(row, unit), via: "name elsewhere", sure: 0 }));
    for (const unit of this.#similarUnits(row)) {
      const likeness = namesakes.includes(unit) ? 0 : this.likeness(row, unit);
      if (likeness >= STRANGER) found.push({ row: unit, likeness, via: "content", sure: 0 });
    }
    return found;
  }

  #similarUnits(row: number): number[] {
    const votes = new Map<number, number>();
    const last = at(this.old.units.end, row);
    let all = 0;
    const vote = (to: number, weight: number): void => {
      const unit = this.now.isDefinition(to) ? to : at(this.now.containers, to);
      const name = unit < 0 ? undefined : this.now.name(unit)?.name;
      if (name !== undefined && !this.old.definitions.has(name))
        votes.set(unit, (votes.get(unit) ?? 0) + weight);
    };
    for (let line = row; line <= last; line++) {
      const weight = at(this.old.weights, line);
      all += weight;
      const rows = this.now.rowsByKey.get(at(this.old.keys, line)) ?? [];
      if (weight > 0 && rows.length <= OFTEN) for (const to of rows) vote(to, weight / rows.length);
      const aligned = this.sameFile ? at(this.#plain.to, line) : -1;
      if (aligned >= 0) vote(aligned, weight * at(this.#plain.likeness, line) * 0.5);
    }
    return [...votes]
      .filter(([, weight]) => weight >= all * STRANGER * 0.5)
      .sort((one, other) => other[1] - one[1])
      .slice(0, COMPARED_PLACES)
      .map(([unit]) => unit);
  }

  /** Overloads and repeated names: the same first line first, in order; of the rest the most alike pair first. */
  #pairUp(olds: readonly number[], news: readonly number[]): Map<number, number> {
    const found = new Map<number, number>();
    if (olds.length === 1 && news.length === 1) return found.set(at(olds, 0), at(news, 0));
    const many = olds.length * news.length > COMPARED_NAMESAKES;
    const used = new Set<number>();
    if (many) {
      const byHeader = new Map<string, number[]>();
      for (const row of news)
        byHeader.set(at(this.now.keys, row), [...(byHeader.get(at(this.now.keys, row)) ?? []), row]);
      for (const row of olds) {
        const same = byHeader.get(at(this.old.keys, row))?.shift();
        if (same === undefined) continue;
        found.set(row, same);
        used.add(same);
      }
    }
    const left = olds.filter((row) => !found.has(row));
    const open = news.filter((row) => !used.has(row));
    if (left.length * open.length > MOST_NAMESAKES) return found;
    const alike = left.length * open.length <= COMPARED_NAMESAKES;
    const pairs = left.flatMap((old) =>
      open.map((now) => ({
        old,
        now,
        worth: (alike ? this.likeness(old, now) : 0) + lineSimilarity(this.old, old, this.now, now),
      })),
    );
    pairs.sort((one, other) => other.worth - one.worth);
    for (const { old, now } of pairs) {
      if (found.has(old) || used.has(now)) continue;
      found.set(old, now);
      used.add(now);
    }
    return found;
  }

  /** How alike the unit at `row` and the new unit at `other` are: Dice's coefficient over what their aligned lines tell. */
  likeness(row: number, other: number): number {
    const key = row * this.now.count + other;
    const known = this.#likeness.get(key);
    if (known !== undefined) return known;
    const likeness = spanLikeness(this.old, { from: row, to: at(this.old.units.end, row) + 1 }, this.now, {
      from: other,
      to: at(this.now.units.end, other) + 1,
    });
    this.#likeness.set(key, likeness);
    return likeness;
  }
}

const clear = ({ via, likeness }: UnitMatch): boolean =>
  via === "name" || likeness >= (via === "content" ? RENAMED : SAME_NAME_ELSEWHERE);

export function spanLikeness(old: SourceFile, span: Span, now: SourceFile, newSpan: Span): number {
  const { to, likeness } = alignLines(old, span, now, newSpan);
  let shared = 0;
  let all = 0;
  to.forEach((row, index) => {
    const weight = at(old.weights, span.from + index);
    all += weight;
    if (row >= 0) shared += (weight + at(now.weights, row)) * at(likeness, index);
  });
  for (let row = newSpan.from; row < newSpan.to; row++) all += at(now.weights, row);
  return all === 0 ? 0 : shared / all;
}
