import type { EventId } from "./ids.ts";

/** What the order needs to know of an event. */
export interface Caused {
  readonly id: EventId;
  /** The newest events of the record its writer knew. */
  readonly seen: readonly EventId[];
}

export interface CausalOrder<Event extends Caused> {
  /** Every event after all it has seen; those that may stand in any order stand by id. */
  readonly events: readonly Event[];
  /** Whether the writer of `event` knew `earlier`, directly or through what they had seen. */
  readonly saw: (event: EventId, earlier: EventId) => boolean;
  /** Events that no other has seen, by id. */
  readonly heads: readonly EventId[];
}

/**
 * Puts events in causal order: Kahn's topological sort (1962) with the smallest id first among those that are free, so that the same set
 * gives the same order whatever order it came in. A `seen` id that isn't here counts as known. Hashes make cycles impossible; should a
 * hostile line claim one with ids that aren't hashes, its events come last, by id.
 */
export function causalOrder<Event extends Caused>(unordered: Iterable<Event>): CausalOrder<Event> {
  const given = [...unordered];
  if (isChain(given)) return chain(given);
  const byId = new Map<EventId, Event>();
  for (const event of given) byId.set(event.id, event);
  const parents = new Map<EventId, EventId[]>();
  const children = new Map<EventId, EventId[]>();
  for (const { id, seen } of byId.values()) {
    const known = [...new Set(seen)].filter((parent) => parent !== id && byId.has(parent));
    parents.set(id, known);
    for (const parent of known) {
      const list = children.get(parent);
      if (list === undefined) children.set(parent, [id]);
      else list.push(id);
    }
  }

  const waiting = new Map([...parents].map(([id, known]) => [id, known.length]));
  const free = [...byId.keys()].filter((id) => waiting.get(id) === 0).sort();
  const events: Event[] = [];
  const position = new Map<EventId, number>();
  const place = (id: EventId) => {
    const event = byId.get(id);
    if (event === undefined || position.has(id)) return;
    position.set(id, events.length);
    events.push(event);
  };
  for (let id = free.shift(); id !== undefined; id = free.shift()) {
    place(id);
    for (const child of children.get(id) ?? []) {
      const left = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, left);
      if (left === 0) insertSorted(free, child);
    }
  }
  for (const id of [...byId.keys()].filter((id) => !position.has(id)).sort()) place(id);

  return {
    events,
    saw: ancestry(events, position, parents),
    heads: [...byId.keys()].filter((id) => !children.has(id)).sort(),
  };
}

/** Whether each event has seen the one before it, and nothing but what stands before it. Most records are that, in the order they were written in. */
function isChain(events: readonly Caused[]): boolean {
  const earlier = new Set<EventId>();
  let last: EventId | undefined;
  for (const { id, seen } of events) {
    if (earlier.has(id) || (last !== undefined && !seen.includes(last))) return false;
    if (seen.some((parent) => !earlier.has(parent))) return false;
    earlier.add(id);
    last = id;
  }
  return true;
}

/** All that came before is known, and nothing else is here: no other order is possible. */
function chain<Event extends Caused>(events: readonly Event[]): CausalOrder<Event> {
  let position: Map<EventId, number> | undefined;
  const at = (id: EventId): number | undefined => {
    position ??= new Map(events.map(({ id }, place) => [id, place]));
    return position.get(id);
  };
  return {
    events,
    saw: (event, earlier) => (at(earlier) ?? Infinity) < (at(event) ?? -1),
    heads: events.slice(-1).map(({ id }) => id),
  };
}

function insertSorted(list: EventId[], id: EventId): void {
  const at = list.findIndex((other) => other > id);
  if (at === -1) list.push(id);
  else list.splice(at, 0, id);
}

/** Answers "did this event know that one?". Most records are one chain, where everything earlier is known: then no sets are built. */
function ancestry(
  events: readonly Caused[],
  position: ReadonlyMap<EventId, number>,
  parents: ReadonlyMap<EventId, readonly EventId[]>,
): (event: EventId, earlier: EventId) => boolean {
  const isChain = events.every(
    (event, at) => at === 0 || (parents.get(event.id) ?? []).includes(events[at - 1]?.id ?? ""),
  );
  if (isChain) return (event, earlier) => (position.get(earlier) ?? Infinity) < (position.get(event) ?? -1);
  // One bit for each earlier event: five thousand events that nobody chained need 3 MB, not half a gigabyte of sets.
  const words = Math.ceil(events.length / 32);
  const ancestors = events.map(() => new Uint32Array(words));
  for (const [at, { id }] of events.entries()) {
    const known = ancestors[at] ?? new Uint32Array(words);
    for (const parent of parents.get(id) ?? []) {
      const bit = position.get(parent) ?? 0;
      known[bit >>> 5] = (known[bit >>> 5] ?? 0) | (1 << (bit & 31));
      for (const [word, bits] of (ancestors[bit] ?? []).entries()) known[word] = (known[word] ?? 0) | bits;
    }
  }
  return (event, earlier) => {
    const at = position.get(event);
    const bit = position.get(earlier);
    return (
      at !== undefined && bit !== undefined && ((ancestors[at]?.[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
    );
  };
}
