import { plainLine } from "../base/plain-text.ts";
import type { Moment } from "../domain/dates.ts";
import type { Note } from "../domain/note.ts";
import type { Hurt, Likelihood } from "../domain/words.ts";
import type { NowRow } from "../protocol/panel-state.ts";
import { changedWhileClosing } from "./now/changed-while-closing.ts";
import { changedSinceSeen } from "./now/changed-since-seen.ts";
import { decidedForYou } from "./now/decided-for-you.ts";
import { decidedTwice } from "./now/decided-twice.ts";
import { decisionDue } from "./now/decision-due.ts";
import { due } from "./now/due.ts";
import type { NowEntry, NowRule } from "./now/entry.ts";
import { factsOf } from "./now/facts.ts";
import type { Facts } from "./now/facts.ts";
import { impactMissing } from "./now/impact-missing.ts";
import { incidentRunning } from "./now/incident-running.ts";
import { becauseFollows } from "./now/because-follows.ts";
import { callRemembered } from "./now/call-remembered.ts";
import { lookAgain } from "./now/look-again.ts";
import { namedOnCall } from "./now/named-on-call.ts";
import { newNote } from "./now/new-note.ts";
import { noOptions } from "./now/no-options.ts";
import { questions } from "./now/questions.ts";
import { withSilence } from "./now/silence.ts";
import { twoVersions } from "./now/two-versions.ts";
import type { Viewer } from "./now/viewer.ts";

/** Every reason for a note to be in Now. Of equal cost, what an earlier rule brings stands first. */
const rules: readonly NowRule[] = [
  incidentRunning,
  namedOnCall,
  callRemembered,
  decidedTwice,
  decisionDue,
  questions,
  lookAgain,
  impactMissing,
  noOptions,
  twoVersions,
  changedWhileClosing,
  becauseFollows,
  decidedForYou,
  newNote,
];

/** A row with what decides its place. */
export interface RankedRow {
  readonly row: NowRow;
  readonly rank: Rank;
}

/** What waiting costs, as far as the record says: smaller stands first, from left to right. */
type Rank = readonly [
  group: number,
  incident: number,
  dueIn: number,
  cost: number,
  risk: number,
  rule: number,
  since: number,
];

/** The rows a note has in somebody's Now; most notes have none, few have more than one. */
export function nowRowsOf(note: Note, viewer: Viewer): readonly RankedRow[] {
  const facts = factsOf(note, viewer);
  const entries = rules.flatMap((rule, order) => rule(facts).map((entry) => ({ order, ...entry })));
  const dated = withDate(withSilence(entries, facts), facts);
  const told = dated.length === 0 ? changedSinceSeen(facts) : dated;
  const isNeeded = told.some(isNeeds);
  return told
    .filter(({ group }) => !isNeeded || group !== "worthKnowing")
    .map((entry) => ({ row: rowOf(entry, note), rank: rankOf(entry, facts) }));
}

const isNeeds = ({ group }: NowEntry): boolean => group === "needsYou";

/** A date is told beside other reasons; by itself only where there are none, or it is what somebody has to act on. */
function withDate(entries: readonly NowEntry[], facts: Facts): readonly NowEntry[] {
  if (entries.some(isNeeds)) return entries;
  const dates = due(facts);
  return entries.length === 0 ? dates : [...entries, ...dates.filter(isNeeds)];
}

/** All rows in the order they are shown. */
export const sortedNow = (rows: Iterable<RankedRow>): readonly NowRow[] =>
  [...rows]
    .sort((one, other) => compareRanks(one.rank, other.rank) || (one.row.key < other.row.key ? -1 : 1))
    .map(({ row }) => row);

function rowOf(entry: NowEntry, note: Note): NowRow {
  const { rule, about, group, reason, action, decision, glyph } = entry;
  return {
    key: [note.id, rule, ...(about === undefined ? [] : [about])].join(":"),
    record: note.id,
    of: "note",
    group,
    title: plainLine(note.fields.title.value),
    reason: plainLine(reason.join(" ")),
    action,
    ...(decision === undefined ? {} : { decision }),
    glyph,
  };
}

const groups: readonly NowRow["group"][] = ["needsYou", "worthKnowing", "waitsForOthers"];
const likelihoods: readonly Likelihood[] = ["unlikely", "possible", "likely"];
const hurts: readonly Hurt[] = ["little", "some", "aLot"];

function rankOf(entry: NowEntry & { readonly order?: number }, { note, dueIn }: Facts): Rank {
  const { costOfDelay, likelihood, hurt } = note.fields;
  const risk =
    (likelihood.value === null ? 0 : likelihoods.indexOf(likelihood.value) + 1) *
    (hurt.value === null ? 0 : hurts.indexOf(hurt.value) + 1);
  return [
    groups.indexOf(entry.group),
    entry.rule === "incident" ? 0 : 1,
    dueIn ?? Infinity,
    costOfDelay.value === "" ? 1 : 0,
    -risk,
    entry.order ?? rules.length,
    Date.parse(entry.since) || 0,
  ];
}

/** The rank of a row about a record that is no note. `dueIn`: days until its date. */
export const rankOfOther = (group: NowRow["group"], dueIn: number | undefined, since: Moment): Rank => [
  groups.indexOf(group),
  1,
  dueIn ?? Infinity,
  1,
  0,
  rules.length,
  Date.parse(since) || 0,
];

function compareRanks(one: Rank, other: Rank): number {
  for (const [at, value] of one.entries()) {
    const against = other[at] ?? 0;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
