import type { Answer, FoundReason, LineRange, OrphanReason } from "./answer.ts";
import { at } from "./at.ts";
import { judgement as usual } from "./judgement.ts";
import type { Judgement } from "./judgement.ts";
import { lineChanges } from "./line-changes.ts";
import { hasLines, places } from "./places.ts";
import type { Place, Region, Snapshot } from "./places.ts";
import { regionShape } from "./region-shape.ts";
import { SourceFile } from "./source-file.ts";

/** Two places are a tie where the odds of the one are less than this many times those of the other. */
const TIE = 1.2;

/** From this probability on a place on the way is taken as the new starting point; below, one goes on from the last sure one. */
const SURE_FOOTING = 0.5;

/** A way whose least sure step is this likely says more than a jump over all of it that is not. */
const WELL_FOLLOWED = 0.9;

/** Less of a region's lines unchanged than this, or a place less likely than that, and a person should look. */
const MOSTLY_KEPT = 0.5;
const LIKELY = 0.7;

/** The confidence of "gone" where nothing at all was like the region. */
const GONE = 0.99;

/** Lines longer than this are data or minified code: nobody can say what became of a part of one. */
export const LONGEST_LINE = 20_000;

/** One step: where the region of an old text is in the new texts. */
export const trackStep = (region: Region, snapshot: Snapshot, judgement: Judgement = usual): Answer =>
  arrive(region, startingAt(region), snapshot, judgement);

/**
 * Where the region is in the last of `snapshots`, oldest first. It is followed from one to the next, starting afresh from where it was found
 * each time, so that small changes do not add up; and looked for in the last one directly. The likelier of the two answers holds.
 */
export function trackWalk(
  region: Region,
  snapshots: readonly Snapshot[],
  judgement: Judgement = usual,
): Answer {
  const refusal = refused(region);
  if (refusal !== undefined) return orphaned(region, refusal, 1);
  let footing = startingAt(region);
  for (const snapshot of snapshots.slice(0, -1)) footing = advance(footing, snapshot, judgement);
  return arrive(region, footing, snapshots.at(-1) ?? { files: [] }, judgement);
}

/** How far a region has been followed: where it was last found for sure, and the least sure step on the way. */
export interface Footing {
  readonly region: Region;
  /** Probability, 0 to 1. */
  readonly weakest: number;
}

export const startingAt = (region: Region): Footing => ({ region, weakest: 1 });

/** One step on the way. Where the region is not found for sure the footing stays: it may be back in the next snapshot. */
export function advance(footing: Footing, snapshot: Snapshot, judgement: Judgement = usual): Footing {
  if (refused(footing.region) !== undefined) return footing;
  const { best, tie } = choose(footing.region, snapshot, judgement);
  if (best === undefined || tie.length > 0 || best.probability < SURE_FOOTING) return footing;
  return { region: best, weakest: Math.min(footing.weakest, best.probability) };
}

/** The last step: where the region `origin`, followed as far as `footing`, is in `last`. */
export function arrive(
  origin: Region,
  footing: Footing,
  last: Snapshot,
  judgement: Judgement = usual,
): Answer {
  const refusal = refused(origin) ?? refused(footing.region);
  if (refusal !== undefined) return orphaned(origin, refusal, 1);
  if (last.files.length === 0) return orphaned(footing.region, { kind: "no file" }, 1);
  if (tooLarge(footing.region.file.path, last)) return orphaned(footing.region, { kind: "too large" }, 1);
  const direct = choose(origin, last, judgement);
  if (footing.region === origin) return conclude(origin, origin, last, direct, judgement);
  const walked = weakened(choose(footing.region, last, judgement), footing.weakest);
  // A region that was followed for sure up to here is not taken, at a longer jump, for what stood beside it then.
  const isFollowed = footing.weakest >= WELL_FOLLOWED && walked.tie.length === 0;
  if (isFollowed && (direct.best?.probability ?? 0) < WELL_FOLLOWED)
    return conclude(origin, footing.region, last, walked, judgement);
  const walkedIsBetter =
    walked.tie.length === 0 && direct.tie.length === 0
      ? (walked.best?.probability ?? 0) >= (direct.best?.probability ?? 0)
      : walked.tie.length <= direct.tie.length;
  return conclude(origin, footing.region, last, walkedIsBetter ? walked : direct, judgement);
}

const tooLarge = (path: string, { files }: Snapshot): boolean =>
  files.every((file) => file.tooLarge) || files.some((file) => file.path === path && file.tooLarge);

const weakened = ({ best, tie }: Choice, weakest: number): Choice => ({
  best: best === undefined ? undefined : { ...best, probability: Math.min(best.probability, weakest) },
  tie,
});

interface Choice {
  readonly best: Place | undefined;
  /** Other places that are as likely. */
  readonly tie: readonly Place[];
}

function choose(region: Region, snapshot: Snapshot, judgement: Judgement): Choice {
  const [best, ...others] = places(region, snapshot, judgement);
  if (best === undefined || best.probability < judgement.threshold) return { best, tie: [] };
  const tie = others.filter(
    (other) => odds(other.probability) * TIE > odds(best.probability) && !overlap(other, best),
  );
  return { best, tie };
}

const odds = (probability: number): number => probability / Math.max(1e-9, 1 - probability);

const overlap = (one: Region, other: Region): boolean =>
  one.file === other.file && one.startLine <= other.endLine && other.startLine <= one.endLine;

/** Why a region cannot be followed at all. */
function refused({ file, startLine, endLine }: Region): OrphanReason | undefined {
  if (file.tooLarge) return { kind: "too large" };
  if (!hasLines({ file, startLine, endLine })) return { kind: "no such lines" };
  for (let row = startLine - 1; row < endLine; row++)
    if (at(file.lines, row).length > LONGEST_LINE) return { kind: "too large" };
  return undefined;
}

const rangeOf = ({ file, startLine, endLine }: Region): LineRange => ({
  path: file.path,
  startLine,
  endLine,
});

const orphaned = (lastSeen: Region, reason: OrphanReason, confidence: number): Answer => ({
  status: "orphaned",
  lastSeen: rangeOf(lastSeen),
  confidence,
  reason,
});

function conclude(
  region: Region,
  footing: Region,
  snapshot: Snapshot,
  { best, tie }: Choice,
  judgement: Judgement,
): Answer {
  if (best === undefined) return orphaned(footing, { kind: "gone" }, GONE);
  if (best.probability < judgement.threshold)
    return orphaned(footing, { kind: "unlike", nearest: rangeOf(best) }, 1 - best.probability);
  if (tie.length > 0)
    return orphaned(footing, { kind: "tie", places: [best, ...tie].map(rangeOf) }, 1 - best.probability);
  const reason = foundReason(region, best, snapshot, footing === region);
  const before = reason.lines.removed + reason.lines.changed;
  const size = region.endLine - region.startLine + 1;
  const kept = 1 - before / size;
  return {
    ...rangeOf(best),
    status: kept < MOSTLY_KEPT || best.probability < LIKELY ? "changed" : "found",
    confidence: best.probability,
    reason,
  };
}

function foundReason(region: Region, place: Place, snapshot: Snapshot, isDirect: boolean): FoundReason {
  const path = region.file.path;
  const [old, now] = isDirect && place.by === "neighbours" ? [alone(region), alone(place)] : [region, place];
  const oldName = isDirect && place.by === "untouched" ? undefined : nameOf(old);
  const newName = oldName === undefined ? undefined : nameOf(now);
  return {
    kind: "followed",
    from:
      place.file.path === path
        ? undefined
        : { path, how: snapshot.renames?.get(path) === place.file.path ? "renamed" : "moved" },
    shiftedBy: place.startLine - region.startLine,
    renamed:
      oldName === undefined || newName === undefined || oldName === newName
        ? undefined
        : { from: oldName, to: newName },
    lines: lineChanges(old, now),
  };
}

/** A region without the text around it: that was looked at and does not matter any more, and to make it all ready takes far longer. */
function alone({ file, startLine, endLine }: Region): Region {
  const lines = file.lines.slice(startLine - 1, endLine);
  return { file: new SourceFile(file.path, lines.join("\n")), startLine: 1, endLine: lines.length };
}

function nameOf({ file, startLine, endLine }: Region): string | undefined {
  const shape = regionShape(file, startLine, endLine);
  const name = shape.kind === "unit" ? file.name(shape.head) : undefined;
  return name?.certain === true ? name.name : undefined;
}
