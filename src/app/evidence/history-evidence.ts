import type { Cancel } from "../../base/cancel.ts";
import type { RecordId } from "../../domain/ids.ts";
import type { Note } from "../../domain/note.ts";
import { isClosed, noteStatus } from "../../domain/note-status.ts";
import type { HistoryEvidence, OftenChanged } from "../../protocol/history-evidence.ts";
import type { PlaceState } from "../../protocol/panel-state.ts";
import type { Wording } from "../wording.ts";
import { CodeEvidence } from "./code-evidence.ts";
import type { EvidencePorts } from "./code-evidence.ts";
import { evidenceInWords, noEvidenceWords, oftenChangedReason } from "./evidence-words.ts";
import type { FileSurvey } from "./file-survey.ts";

/** Files that are suggested at once. */
const MOST_SUGGESTED = 10;

/** What the history of the code tells, on request, for people to read. A signal that aborts ends the counting: the answer is "cancelled". */
export interface HistoryEvidencePort {
  /** What it tells about the places of a note. */
  ofNote(id: RecordId, signal: Cancel): Promise<HistoryEvidence>;
  /** Files that change often and have no open note. */
  oftenChanged(signal: Cancel): Promise<OftenChanged>;
}

export interface HistoryEvidenceParts extends EvidencePorts {
  readonly wording: Wording;
  readonly isReadOnly: () => boolean;
  readonly repository: string;
  readonly note: (id: RecordId) => Note | undefined;
  readonly notes: () => ReadonlyMap<RecordId, Note>;
  readonly places: (note: Note) => Promise<readonly PlaceState[]>;
}

export class HistoryEvidenceOnRequest implements HistoryEvidencePort {
  readonly #parts: HistoryEvidenceParts;
  readonly #code: CodeEvidence;

  constructor(parts: HistoryEvidenceParts) {
    this.#parts = parts;
    this.#code = new CodeEvidence(parts);
  }

  async ofNote(id: RecordId, signal: Cancel): Promise<HistoryEvidence> {
    const { wording, isReadOnly, note, places, clock } = this.#parts;
    const asked = note(id);
    return await this.#unlessStopped(signal, async () => {
      if (isReadOnly()) return nothing(noEvidenceWords({ kind: "restricted" }, wording));
      const found = asked === undefined ? [] : (await places(asked)).filter(isInCode);
      const evidence = await this.#code.ofPlaces(found, { signal });
      if (evidence.kind !== "found") return nothing(noEvidenceWords(evidence, wording));
      const outcome = await this.#code.survey({ signal });
      const survey = outcome.kind === "surveyed" ? outcome.survey : undefined;
      return evidenceInWords(evidence, survey, clock.today(), wording);
    });
  }

  async oftenChanged(signal: Cancel): Promise<OftenChanged> {
    const { wording, isReadOnly, repository } = this.#parts;
    return await this.#unlessStopped(signal, async () => {
      if (isReadOnly()) return nothing(noEvidenceWords({ kind: "restricted" }, wording));
      const outcome = await this.#code.survey({ signal });
      if (outcome.kind !== "surveyed") return nothing(noEvidenceWords(outcome, wording));
      const noted = await this.#filesWithNotes();
      const files = outcome.survey.ranked
        .filter(({ path }) => !noted.has(path))
        .slice(0, MOST_SUGGESTED)
        .map((file) => ({ repository, path: file.path, reason: oftenChangedReason(file, wording) }));
      return { kind: "found", files };
    });
  }

  /** Files by how often they change for how complicated they are; undefined where the history tells nothing. */
  async survey(signal: Cancel): Promise<FileSurvey | undefined> {
    if (this.#parts.isReadOnly()) return undefined;
    const outcome = await this.#code.survey({ signal });
    return outcome.kind === "surveyed" ? outcome.survey : undefined;
  }

  /** Files with the code of an open note, wherever it is by now, and those where it was put. */
  async #filesWithNotes(): Promise<ReadonlySet<string>> {
    const { notes, places, clock } = this.#parts;
    const today = clock.today();
    const paths = new Set<string>();
    for (const note of notes().values()) {
      if (note.anchors.length === 0 || isClosed(noteStatus(note, today))) continue;
      for (const { anchor } of note.anchors) paths.add(anchor.path);
      for (const { path } of await places(note)) paths.add(path);
    }
    return paths;
  }

  async #unlessStopped<Answer>(
    signal: Cancel,
    count: () => Promise<Answer>,
  ): Promise<Answer | { readonly kind: "cancelled" }> {
    try {
      return await count();
    } catch (error) {
      if (signal.aborted) return { kind: "cancelled" };
      throw error;
    }
  }
}

const nothing = (explanation: string) => ({ kind: "nothing" as const, explanation });

const isInCode = ({ status }: PlaceState): boolean => status !== "orphaned";
