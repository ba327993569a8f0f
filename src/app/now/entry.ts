import type { EventId } from "../../domain/ids.ts";
import type { Moment } from "../../domain/dates.ts";
import type { NowRow } from "../../protocol/panel-state.ts";
import type { Facts } from "./facts.ts";

/** A row of Now before it has found its place in the list. */
export interface NowEntry {
  /** Which rule put it here; with `about`, what makes two rows of a note two. */
  readonly rule: string;
  readonly about?: EventId | undefined;
  readonly group: NowRow["group"];
  /** Sentences: why it is here, since when, what waiting costs. */
  readonly reason: readonly string[];
  readonly action: NowRow["action"];
  /** The decision to confirm, where the action is that. */
  readonly decision?: EventId | undefined;
  readonly glyph: NowRow["glyph"];
  readonly since: Moment;
}

/** One reason for a note to be in Now. No entry: not for this viewer, or not now. */
export type NowRule = (facts: Facts) => readonly NowEntry[];
