import type { Line } from "../domain/event-line.ts";
import type { RecordId } from "../domain/ids.ts";
import { byRecord, eachLine } from "./record-lines.ts";
import { redactedBy, redactionsIn } from "./redacted.ts";
import { isRefusal } from "./remote-failure.ts";
import type { RemoteFailure } from "./remote-failure.ts";
import { done } from "./replica.ts";
import type { Attempt, CommitId, Difference, RemoteBranch, Replica, Tip } from "./replica.ts";
import type { AbortSignalLike, NewLine, RecordLines, SyncOutcome, SyncRequest } from "./store.ts";

/** How often a lost race is run again, and how long to wait before. Handed in, so that a test waits for nothing. */
export interface Pace {
  /** At least 1. */
  readonly attempts: number;
  /** From 0 to 1, 1 excluded. */
  readonly random: () => number;
  /** Resolves after `milliseconds`, or as soon as `signal` is aborted. */
  readonly pause: (milliseconds: number, signal: AbortSignalLike | undefined) => Promise<void>;
}

/** Longest wait before the second attempt, in milliseconds; it doubles with each, up to {@link LONGEST_PAUSE_MS}. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4000;

type Step =
  | { readonly kind: "over"; readonly outcome: SyncOutcome }
  /** Somebody was faster. */
  | { readonly kind: "again" };

interface Exchange {
  readonly replica: Replica;
  readonly remote: RemoteBranch;
  readonly request: SyncRequest;
  /** Over all attempts. */
  readonly received: Set<RecordId>;
  sent: number;
  redacted: number;
}

/**
 * Exchanges lines between this machine and the remote's branch.
 *
 * There are no conflicts: both sides hold sets of lines, and afterwards both hold the union. What is waiting stays waiting until a tip that
 * holds it has been taken over here, so a sync can break off anywhere.
 *
 * | rule | where things stand | what happens |
 * | --- | --- | --- |
 * | S1 | no branch there, nothing waits here | nothing; no branch is made |
 * | S2 | no branch there yet, lines wait | the first commit, pushed with "there is no branch" as its lease |
 * | S3 | their tip is the one taken over, nothing waits | nothing |
 * | S4 | their tip holds all our lines | it is taken over; no commit |
 * | S5 | lines wait that their tip lacks | one commit with them and the pages on top of their tip, never a merge; pushed with a lease; taken over |
 * | S6 | somebody pushed first, or another window took over a tip | again from the start, after a random pause |
 * | S7 | that happened at every attempt | gives up until the next sync; everything waits |
 * | S8 | their tip lacks lines that the one taken over holds | stops, says what is gone; nothing changes on either side |
 * | S9 | S8, and a person chose "put back" | the missing lines go on top of their tip with those that wait |
 * | S10 | S9, and the branch was deleted | the tip taken over is pushed again, with those that wait on top, so that its history is back too |
 * | S11 | S8, and a person chose "accept the removal" | their tip is taken over, the missing lines are gone; lines never sent go on as in S1 to S7 |
 * | S12 | the branch is new to us, and no record | stops; it belongs to somebody else |
 * | S13 | the remote, the network or this machine fails, or the sync is cancelled | stops with the reason; everything waits |
 * | S14 | a push went through, but its answer was lost | the next sync finds the lines there: S4 |
 * | S15 | lines are to be taken out for good | a first commit without them and without a past, with what waits, in place of their tip; pushed with a lease; taken over |
 * | S16 | their tip lacks lines that its record says were taken out | as if they had never been: nothing stops, and they are neither sent nor put back |
 * | S17 | the remote lets us read, and refuses the push | its tip is taken over; everything waits; stops with the reason |
 * | S18 | only fetching was asked for | as S4: their tip is taken over, whatever waits |
 * | S19 | S8, what they lack took lines out for good, and a person chose "put back" | as S15: written anew, without those lines and without the past that holds them |
 */
export async function exchange(
  replica: Replica,
  remote: RemoteBranch,
  request: SyncRequest,
  pace: Pace,
): Promise<SyncOutcome> {
  const state: Exchange = { replica, remote, request, received: new Set(), sent: 0, redacted: 0 };
  for (let attempt = 1; ; attempt++) {
    if (request.signal?.aborted === true) {
      return failed(state, { reason: "cancelled", detail: "cancelled before it was done" });
    }
    const step = await attemptOnce(state);
    if (step.kind === "over") return step.outcome;
    if (attempt >= pace.attempts) {
      return { kind: "gaveUp", attempts: attempt, waiting: await countWaiting(replica) };
    }
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
    await pace.pause(Math.round(pace.random() * longest), request.signal);
  }
}

async function attemptOnce(state: Exchange): Promise<Step> {
  const { replica, remote, request } = state;
  let adopted = await replica.adopted();
  const fetched = await remote.fetch();
  if (fetched.kind === "failed") return over(await failed(state, fetched.failure));
  const tip = fetched.value;
  const { incoming, gone: missing } = tip === adopted ? nothing : await replica.compare(adopted, tip);
  const isRedacted = redactedBy(incoming);
  const gone = missing.filter((line) => !isRedacted(line));
  const redacted = missing.length - gone.length;
  if (adopted === null && tip !== null && incoming.size === 0 && !(await replica.isEmpty(tip))) {
    return over(await failed(state, { reason: "notOurs", detail: `the branch at ${tip} is no record` }));
  }
  const isPutBack = gone.length > 0 && request.whenRewritten === "putBack";
  if (gone.length > 0 && !isPutBack) {
    if (request.whenRewritten === undefined) return over(await rewritten(state, { gone, incoming, tip }));
    const taken = await replica.adopt(tip, adopted, "accepted");
    if (taken.kind === "failed") return over(await failed(state, taken.failure));
    if (taken.value === "moved") return again;
    adopted = tip;
  }

  const isWholeBranchPutBack = isPutBack && tip === null;
  const onto = isWholeBranchPutBack ? adopted : tip;
  const arrived = isWholeBranchPutBack ? nothing.incoming : incoming;
  for (const record of arrived.keys()) state.received.add(record);
  const putBack = isPutBack && !isWholeBranchPutBack ? gone : [];
  const outgoing =
    request.sends === false
      ? []
      : [...putBack, ...(await replica.unsent(onto)), ...(request.redactions ?? [])];

  state.redacted = redacted;
  const isUndone = isPutBack && redactionsIn(gone).length > 0;
  if ((request.redactions !== undefined || isUndone) && tip !== null) {
    const pushed = await pushAnew(state, tip, outgoing);
    if (pushed.kind === "failed") return over(await failed(state, pushed.failure));
    if (pushed.value === "moved") return again;
    state.sent += pushed.value.sent;
    state.redacted += pushed.value.redacted;
    return takeOver(state, pushed.value.commit, adopted);
  }
  if (outgoing.length > 0 || isWholeBranchPutBack) {
    const pushed = await push(state, { onto, expected: tip, outgoing, arrived });
    if (pushed.kind === "failed") {
      // What the others said is here, and is no worse for our not being heard.
      if (isRefusal(pushed.failure) && !isPutBack && tip !== adopted)
        await replica.adopt(tip, adopted, "none");
      return over(await failed(state, pushed.failure));
    }
    if (pushed.value === "moved") return again;
    state.sent += outgoing.length;
    return takeOver(state, pushed.value.commit, adopted);
  }
  const taken = tip === adopted ? synced(state) : await takeOver(state, tip, adopted);
  if (request.provePush !== true || tip === null || taken.kind === "again") return taken;
  // Where it is already: whoever may not push is told so, and nothing is sent.
  const proved = await remote.push(tip, tip);
  return proved.kind === "failed" && isRefusal(proved.failure)
    ? over(await failed(state, proved.failure))
    : taken;
}

interface Outgoing {
  readonly onto: Tip;
  /** What the remote's branch has to be at. */
  readonly expected: Tip;
  readonly outgoing: readonly NewLine[];
  readonly arrived: RecordLines;
}

async function push(
  { replica, remote, request }: Exchange,
  { onto, expected, outgoing, arrived }: Outgoing,
): Promise<Attempt<{ readonly commit: CommitId } | "moved">> {
  let commit = onto;
  if (outgoing.length > 0 || commit === null) {
    const before = await replica.linesAt(onto, new Set(outgoing.map(({ record }) => record)));
    const pages = request.render(new Map([...before, ...arrived]), outgoing);
    const written = await replica.commit(onto, outgoing, pages, `${oneLine(request.message)} [skip ci]`);
    if (written.kind === "failed") return written;
    commit = written.value;
  }
  const pushed = await remote.push(commit, expected);
  if (pushed.kind === "failed") return pushed;
  return done(pushed.value === "moved" ? "moved" : { commit });
}

/** The branch as it is with `outgoing`, without what was taken out and without its past. */
async function pushAnew(
  { replica, remote, request }: Exchange,
  tip: CommitId,
  outgoing: readonly NewLine[],
): Promise<
  Attempt<{ readonly commit: CommitId; readonly sent: number; readonly redacted: number } | "moved">
> {
  const there = (await replica.compare(null, tip)).incoming;
  const added = byRecord(outgoing);
  const isRedacted = redactedBy(there, added);
  const changed = new Map<RecordId, readonly Line[]>();
  let redacted = 0;
  for (const record of new Set([...there.keys(), ...added.keys()])) {
    const lines = [...(there.get(record) ?? []), ...(added.get(record) ?? [])];
    const kept = lines.filter((line) => !isRedacted({ record, line }));
    redacted += lines.length - kept.length;
    if (kept.length < lines.length || added.has(record)) changed.set(record, kept);
  }
  const kept = [...eachLine(there), ...outgoing].filter((line) => !isRedacted(line));
  // All pages are made anew: one that is left could hold what was taken out.
  const pages = request.render(new Map([...there, ...changed]), kept);
  const written = await replica.commitAnew(tip, changed, pages, `${oneLine(request.message)} [skip ci]`);
  if (written.kind === "failed") return written;
  const pushed = await remote.push(written.value, tip);
  if (pushed.kind === "failed") return pushed;
  return done(
    pushed.value === "moved" ? "moved" : { commit: written.value, sent: outgoing.length, redacted },
  );
}

async function takeOver(state: Exchange, tip: Tip, adopted: Tip): Promise<Step> {
  const taken = await state.replica.adopt(tip, adopted, "none");
  if (taken.kind === "failed") return over(await failed(state, taken.failure));
  return taken.value === "moved" ? again : synced(state);
}

const nothing: Difference = { incoming: new Map(), gone: [] };

const again: Step = { kind: "again" };

const over = (outcome: SyncOutcome): Step => ({ kind: "over", outcome });

const synced = ({ received, sent, redacted }: Exchange): Step =>
  over({ kind: "synced", received: [...received], sent, ...(redacted === 0 ? {} : { redacted }) });

const failed = async ({ replica }: Exchange, failure: RemoteFailure): Promise<SyncOutcome> => ({
  kind: "failed",
  failure,
  waiting: await countWaiting(replica),
});

async function rewritten(
  { replica }: Exchange,
  { gone: lines, incoming, tip }: { gone: readonly NewLine[]; incoming: RecordLines; tip: Tip },
): Promise<SyncOutcome> {
  const gone = new Map<RecordId, number>();
  for (const { record } of lines) gone.set(record, (gone.get(record) ?? 0) + 1);
  const isTakenOut = redactedBy(byRecord(redactionsIn(lines)));
  const back = [...eachLine(incoming)].filter(isTakenOut).length;
  return {
    kind: "rewritten",
    deleted: tip === null,
    gone,
    ...(back === 0 ? {} : { back }),
    waiting: await countWaiting(replica),
  };
}

/** How many lines the remote is not known to have. */
export const countWaiting = async (replica: Pick<Replica, "adopted" | "unsent">): Promise<number> =>
  (await replica.unsent(await replica.adopted())).length;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
