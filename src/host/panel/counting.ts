import type { Session } from "../../app/session.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Disposable } from "../../base/emitter.ts";
import type { HistoryEvidence, OftenChanged } from "../../protocol/history-evidence.ts";

/** Asks for what the history tells, one question of a kind at a time: a new one ends the one before, and so does leaving the page. */
export class Counting implements Disposable {
  readonly #running = new Map<"historyEvidence" | "oftenChanged", AbortController>();

  ofNote(session: Session, note: RecordId): Promise<HistoryEvidence> {
    return this.#counted("historyEvidence", (signal) => session.evidence.ofNote(note, signal));
  }

  /** Of every repository of the window; of those that can't say, the first says why. */
  oftenChanged(sessions: readonly Session[]): Promise<OftenChanged> {
    return this.#counted("oftenChanged", async (signal) => {
      const found: OftenChanged[] = [];
      for (const session of sessions) found.push(await session.evidence.oftenChanged(signal));
      if (found.some(({ kind }) => kind === "cancelled")) return { kind: "cancelled" };
      const why = found.flatMap((one) => (one.kind === "nothing" ? one.explanation : []))[0];
      const said = found.flatMap((one) => (one.kind === "found" ? [one.files] : []));
      if (said.length === 0) return { kind: "nothing", explanation: why ?? "" };
      return { kind: "found", files: said.flat(), ...(why === undefined ? {} : { remark: why }) };
    });
  }

  stop(what: "historyEvidence" | "oftenChanged"): void {
    this.#running.get(what)?.abort();
    this.#running.delete(what);
  }

  dispose(): void {
    this.stop("historyEvidence");
    this.stop("oftenChanged");
  }

  async #counted<Answer>(
    what: "historyEvidence" | "oftenChanged",
    count: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    this.stop(what);
    const controller = new AbortController();
    this.#running.set(what, controller);
    try {
      return await count(controller.signal);
    } finally {
      if (this.#running.get(what) === controller) this.#running.delete(what);
    }
  }
}
