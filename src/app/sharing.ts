import type { Disposable } from "../base/emitter.ts";
import type { Moment } from "../domain/dates.ts";
import type { Person } from "../domain/person.ts";
import type { ActionOutcome, Refusal } from "../protocol/action.ts";
import { openNote } from "./actions/open-note.ts";
import type { Drafts, StoredDraft } from "./drafts.ts";
import { laterBy, millisecondsBetween } from "./moments.ts";
import { Pen } from "./pen.ts";
import type { Chance, Clock, Log, Scheduler } from "./ports.ts";
import { NotWritable } from "./private-json.ts";
import { refused, tooLarge } from "./recorder.ts";
import type { Prepared, Records } from "./records.ts";

/** How long a share can be undone, in milliseconds. */
export const UNDO_MILLISECONDS = 10_000;

/** How much later another window takes a share over whose own window seems to be gone. */
const GRACE_MILLISECONDS = 5_000;

export interface SharingPorts {
  readonly drafts: Drafts;
  readonly records: Records;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly scheduler: Scheduler;
  readonly log: Log;
  readonly me: () => Promise<Person | undefined>;
  readonly isReadOnly: () => boolean;
  /** A share has ended: the note is on record, or the draft is one again. */
  readonly ended: (draft: StoredDraft, outcome: ActionOutcome) => void;
}

/**
 * Turns drafts into notes, ten seconds after a person said so. Until then there is a file on this machine and nothing else. The events are
 * made from what that file holds, so it does not matter who makes them, or how often.
 */
export class Sharing implements Disposable {
  readonly #ports: SharingPorts;
  readonly #timers = new Map<string, Disposable>();

  constructor(ports: SharingPorts) {
    this.#ports = ports;
  }

  /** Starts the ten seconds, or says at once why the note could not be shared after them. */
  async start(id: string): Promise<StoredDraft | ActionOutcome> {
    const { drafts, clock, chance, isReadOnly } = this.#ports;
    const draft = await drafts.reload(id);
    if (draft === undefined) return refused({ kind: "noSuchNote" });
    if (isReadOnly()) return refused({ kind: "readOnly" });
    const by = await this.#ports.me();
    if (by === undefined) return refused({ kind: "nameMissing" });
    const at = clock.now();
    const shared = {
      ...draft,
      share: { after: laterBy(at, UNDO_MILLISECONDS), at, by, nonce: chance.hex(16) },
    };
    const prepared = linesOf(shared);
    if (prepared.kind === "answer") return prepared.outcome;
    try {
      await drafts.keep(shared);
    } catch (error) {
      if (error instanceof NotWritable) return refused({ kind: "notWritable", detail: error.message });
      throw error;
    }
    this.#joinAt(shared, UNDO_MILLISECONDS);
    return shared;
  }

  /** Makes it a draft again; false where it is one already, or has joined the record. */
  async undo(id: string): Promise<boolean> {
    const draft = await this.#ports.drafts.reload(id);
    if (draft?.share === undefined) return false;
    if (!this.#timers.has(id) && this.#hasEnded(draft.share.after)) return false;
    this.#stop(id);
    await this.#ports.drafts.keep({ ...draft, share: undefined });
    return true;
  }

  /** Takes up shares that a crash, or a window that was closed, has left. */
  async resume(): Promise<void> {
    const { drafts, clock } = this.#ports;
    for (const draft of drafts.all()) {
      if (draft.share === undefined || this.#timers.has(draft.id)) continue;
      const left = millisecondsBetween(clock.now(), draft.share.after);
      if (left <= -GRACE_MILLISECONDS) await this.#join(draft.id);
      else this.#joinAt(draft, Math.max(0, left) + GRACE_MILLISECONDS);
    }
  }

  /** Milliseconds until the last of this window's shares joins the record; 0 where none is under way. */
  get busyFor(): number {
    const { drafts, clock } = this.#ports;
    const now = clock.now();
    const ends = drafts.all().flatMap(({ id, share }) => (share && this.#timers.has(id) ? share.after : []));
    return Math.max(0, ...ends.map((after) => millisecondsBetween(now, after)));
  }

  forget(id: string): void {
    this.#stop(id);
  }

  dispose(): void {
    for (const id of [...this.#timers.keys()]) this.#stop(id);
  }

  #hasEnded(after: Moment): boolean {
    return millisecondsBetween(this.#ports.clock.now(), after) <= 0;
  }

  #joinAt(draft: StoredDraft, milliseconds: number): void {
    this.#stop(draft.id);
    const timer = this.#ports.scheduler.after(milliseconds, () => {
      this.#timers.delete(draft.id);
      this.#join(draft.id).catch((error: unknown) =>
        this.#ports.log.warn("a share could not be finished; the draft is kept", error),
      );
    });
    this.#timers.set(draft.id, timer);
  }

  async #join(id: string): Promise<void> {
    const { drafts, records, isReadOnly, ended } = this.#ports;
    let draft: StoredDraft | undefined;
    const outcome = await records.save(async () => {
      // Read in its turn: it may have been taken back, or have joined the record by another window's hand.
      draft = await drafts.reload(id);
      if (draft?.share === undefined) return nothing;
      if (isReadOnly()) return { kind: "answer", outcome: refused({ kind: "readOnly" }) };
      const prepared = linesOf(draft);
      return prepared.kind === "lines" && records.book.has(prepared.record)
        ? { ...prepared, lines: [] }
        : prepared;
    });
    if (draft?.share === undefined) return;
    if (outcome.kind === "saved") await drafts.remove(id);
    else await drafts.keep({ ...draft, share: undefined });
    ended(draft, outcome);
  }

  #stop(id: string): void {
    this.#timers.get(id)?.dispose();
    this.#timers.delete(id);
  }
}

const nothing: Prepared = { kind: "answer", outcome: refused({ kind: "noSuchNote" }) };

/** The events of a draft that is being shared: the same ones whenever they are made. */
function linesOf({ fields, anchor, threatens = [], share }: StoredDraft): Prepared {
  if (share === undefined) return nothing;
  const pen = Pen.forNewRecord(share);
  const refusal: Refusal | undefined =
    openNote({ fields, anchors: anchor === undefined ? [] : [anchor], threatens, nonce: share.nonce }, pen) ??
    tooLarge(0, pen.lines);
  const record = pen.lines[0]?.record;
  return refusal !== undefined || record === undefined
    ? { kind: "answer", outcome: refused(refusal ?? { kind: "titleMissing" }) }
    : { kind: "lines", record, lines: pen.lines };
}
