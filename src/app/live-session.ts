import type { Cancel } from "../base/cancel.ts";
import { sha256Hex } from "../base/sha256.ts";
import { Emitter } from "../base/emitter.ts";
import type { Disposable } from "../base/emitter.ts";
import { toUtf8 } from "../base/utf8.ts";
import type { Day } from "../domain/dates.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import type { FoldedRecord, UnreadableRecord } from "../domain/fold.ts";
import type { Note } from "../domain/note.ts";
import type { RecordName, RecordOf } from "../domain/record-kinds.ts";
import type { Person } from "../domain/person.ts";
import type { Role } from "../domain/words.ts";
import { Action } from "../protocol/action.ts";
import type { ActionInput, ActionOutcome } from "../protocol/action.ts";
import type {
  IncidentState,
  MilestoneName,
  NotePage,
  NoteRow,
  NowRow,
  PlaceState,
  PutOffRow,
  SyncState,
  UnreadRecord,
} from "../protocol/panel-state.ts";
import type { Glossary } from "../protocol/together-state.ts";
import type { ViewRef, ViewState } from "../protocol/views.ts";
import { changeMe, readMe, whoIsHere } from "./author.ts";
import { isRunning } from "../domain/incident.ts";
import { isClosed, noteStatus } from "../domain/note-status.ts";
import { AreaSource } from "./briefs/area-source.ts";
import { currentWhy } from "./briefs/current-why.ts";
import type { CurrentWhy } from "./briefs/current-why.ts";
import { LearnedFromHistory } from "./briefs/learned-from-history.ts";
import { notesInAreas } from "./briefs/notes-in-areas.ts";
import { BackgroundSync } from "./background-sync.ts";
import type { BookChange } from "./book.ts";
import { watchDay } from "./day-watch.ts";
import type { Searched } from "./code-search.ts";
import { CodeSurvey } from "./code-survey.ts";
import { HistoryEvidenceOnRequest } from "./evidence/history-evidence.ts";
import { Drafts } from "./drafts.ts";
import type { StoredDraft } from "./drafts.ts";
import { callText } from "./incident/call-text.ts";
import { followUpsOf, incidentState } from "./incident/incident-state.ts";
import { RecentCommits } from "./incident/recent-commits.ts";
import { reviewMarkdown } from "./incident/review-markdown.ts";
import { milestoneNames } from "./roadmap/milestone-names.ts";
import { notePageState } from "./note-page.ts";
import { nowRowsOfOthers } from "./now/other-records.ts";
import type { Viewer } from "./now/viewer.ts";
import { isSame } from "./people.ts";
import { glossaryOf } from "./glossary.ts";
import { largeToTell } from "./large-record.ts";
import { PlacesIndex } from "./places-index.ts";
import { CodeLinks } from "./code-links.ts";
import { Places } from "./places.ts";
import { quotedPlaces } from "./quoted-places.ts";
import type { PlacesOfNotes } from "./quoted-places.ts";
import { recordFailureWords } from "./record-words.ts";
import { failureWords } from "./sync-words.ts";
import type { RemoteInfo } from "./ports.ts";
import { prepareAction } from "./prepare-action.ts";
import { refused } from "./recorder.ts";
import { redactionEvent } from "./redaction.ts";
import type { Redaction } from "./redaction.ts";
import { PutOffRows } from "./put-off-rows.ts";
import { Records } from "./records.ts";
import type { RemoteChoice } from "./remote-choice.ts";
import { replyAction, replyTo } from "./reply-to.ts";
import type { ReplyKind } from "./reply-to.ts";
import { Rows } from "./rows.ts";
import { SeenNotes } from "./seen-notes.ts";
import type { SessionPorts } from "./session-ports.ts";
import type {
  Change,
  Consent,
  Draft,
  EndedShare,
  IncidentText,
  NewDraft,
  RedactResult,
  Session,
  ShareOutcome,
  SyncAttempt,
  SyncResult,
} from "./session.ts";
import { Sharing } from "./sharing.ts";
import { Syncing } from "./syncing.ts";
import { OneOnOnes } from "./together/one-on-ones.ts";
import { tolerant } from "./tolerant-history.ts";
import { TypedTexts } from "./typed-texts.ts";
import { viewState } from "./views/view-state.ts";

export interface SessionStart {
  readonly branch: string;
  readonly choice: RemoteChoice;
  /** The remote that was agreed to, by name. */
  readonly remote: string | undefined;
}

/** Puts the parts of a session together; what each does is in its own file. */
export class LiveSession implements Session {
  readonly repository: Session["repository"];
  readonly evidence: Session["evidence"];
  readonly oneOnOnes: OneOnOnes;
  readonly #ports: SessionPorts;
  readonly #choice: RemoteChoice;
  readonly #records: Records;
  readonly #drafts: Drafts;
  readonly #sharing: Sharing;
  readonly #typed: TypedTexts;
  readonly #putOff: PutOffRows;
  readonly #seen: SeenNotes;
  readonly #areas: AreaSource;
  readonly #learned: LearnedFromHistory;
  readonly #places: PlacesOfNotes;
  readonly #codeLinks: CodeLinks;
  readonly #placesIndex = new PlacesIndex();
  readonly #recent: RecentCommits;
  readonly #survey: CodeSurvey;
  readonly #rows: Rows;
  readonly #syncing: Syncing;
  readonly #changes: Emitter<Change>;
  readonly #endedShares: Emitter<EndedShare>;
  readonly #dayWatch: Disposable;
  #background: BackgroundSync | undefined;
  #headCommit: string | undefined;
  #followsCode = false;
  #me: Person | undefined;
  #role: Role | null = null;

  constructor(ports: SessionPorts, { branch, choice, remote }: SessionStart) {
    const { user, files, code, history, clock, chance, scheduler, wording, log, openStore } = ports;
    const listenerFailed = (error: unknown) => log.warn("a listener failed", error);
    const isReadOnly = () => ports.readOnly?.() ?? false;
    this.#ports = ports;
    this.#choice = choice;
    const { record } = ports;
    this.repository = {
      id: sha256Hex(toUtf8(user.top)).slice(0, 16),
      name: record?.name ?? user.top.split(/[\\/]/).findLast((part) => part !== "") ?? user.top,
      top: user.top,
      ...(record === undefined ? {} : { record }),
    };
    this.#changes = new Emitter(listenerFailed);
    this.#endedShares = new Emitter(listenerFailed);
    this.#rows = new Rows(this.repository.id);
    this.#records = new Records(
      openStore(remote),
      { changed: (change) => this.#recordChanged(change), saved: (record) => this.#saved(record) },
      log,
    );
    this.#drafts = new Drafts(files, log);
    this.#sharing = new Sharing({
      drafts: this.#drafts,
      records: this.#records,
      clock,
      chance,
      scheduler,
      log,
      me: () => this.me(),
      isReadOnly,
      ended: (draft, outcome) => this.#shareEnded(draft, outcome),
    });
    this.#typed = new TypedTexts(files);
    this.#putOff = new PutOffRows(files);
    this.#seen = new SeenNotes(files);
    this.oneOnOnes = new OneOnOnes(files, clock, chance);
    this.#areas = new AreaSource(user);
    this.#places =
      record === undefined ? new Places(code, tolerant(history, log), wording, listenerFailed) : quotedPlaces;
    this.#codeLinks = new CodeLinks({
      remote: async () => (await this.#agreed())?.remote,
      history: tolerant(history, log),
      ownHosts: ports.ownHosts ?? (() => new Map()),
      isElsewhere: record !== undefined,
      clock,
      arrived: (note) => this.#tell(new Set([note])),
    });
    const evidence = new HistoryEvidenceOnRequest({
      changes: ports.changes,
      history,
      user,
      code,
      clock,
      wording,
      isReadOnly,
      repository: this.repository.id,
      note: (id) => this.note(id),
      notes: () => this.notes(),
      places: (note) => this.places(note),
    });
    this.evidence = evidence;
    this.#learned = new LearnedFromHistory({
      changes: ports.changes,
      user,
      survey: (signal) => evidence.survey(signal),
      isReadOnly,
      scheduler,
      arrived: () => this.#tell(new Set()),
      failed: (error) => log.warn("learning from the history failed", error),
    });
    this.#survey = new CodeSurvey({
      find: (notes) => this.#lookFor(notes),
      note: (id) => this.note(id),
      scheduler,
      failed: (error) => log.warn("looking for the code of notes failed", error),
    });
    this.#recent = new RecentCommits(tolerant(history, log), clock, (id) => this.#tell(new Set([id])));
    this.#places.onDidMove((note) => this.#tell(new Set([note])));
    this.#syncing = new Syncing({
      openStore,
      files,
      clock,
      scheduler,
      wording,
      log,
      signIn: ports.signIn,
      records: this.#records,
      choice,
      openFor: remote,
      branch,
      isReadOnly,
      busyFor: () => this.#sharing.busyFor,
      failureWords: record === undefined ? failureWords : recordFailureWords,
    });
    this.#dayWatch = watchDay(clock, scheduler, () => this.#tell("all"));
  }

  /** Reads all there is. Fails where the record can't be read. */
  async begin(): Promise<void> {
    this.#role = (await readMe(this.#ports.files)).role ?? null;
    await this.#putOff.load();
    await this.#seen.load();
    await this.me();
    await this.refresh();
  }

  notes(): ReadonlyMap<RecordId, Note> {
    return this.#records.book.notes;
  }

  note(id: RecordId): Note | undefined {
    return this.#records.book.notes.get(id);
  }

  record(id: RecordId): FoldedRecord | undefined {
    return this.#records.book.get(id);
  }

  recordsOf<Name extends RecordName>(kind: Name): ReadonlyMap<RecordId, RecordOf<Name>> {
    return this.#records.book.of(kind);
  }

  unread(): readonly UnreadableRecord[] {
    return [...this.#records.book.unreadable.values()];
  }

  onDidChange(listener: (change: Change) => void): Disposable {
    return this.#changes.on(listener);
  }

  async refresh(): Promise<void> {
    await this.#records.refresh();
    if (await this.#drafts.load()) this.#tell(new Set());
    await this.#sharing.resume();
    await this.#syncing.look();
  }

  async me(): Promise<Person | undefined> {
    const { user, files } = this.#ports;
    const me = await whoIsHere(user, files);
    const isOther = JSON.stringify(me) !== JSON.stringify(this.#me);
    this.#me = me;
    if (isOther) this.#tell("all");
    return me;
  }

  async setName(name: string): Promise<void> {
    await changeMe(this.#ports.files, { name: name.trim() });
    await this.me();
  }

  role(): Role | null {
    return this.#role;
  }

  async setRole(role: Role): Promise<void> {
    await changeMe(this.#ports.files, { role });
    this.#role = role;
    this.#tell("all");
  }

  async perform(input: Action | ActionInput): Promise<ActionOutcome> {
    const { readOnly, clock, chance } = this.#ports;
    const action = Action.parse(input);
    if (readOnly?.() === true) return refused({ kind: "readOnly" });
    const by = await this.me();
    if (by === undefined) return refused({ kind: "nameMissing" });
    return this.#records.save(() =>
      prepareAction(action, this.#records.book, { by, at: clock.now() }, chance),
    );
  }

  drafts(): readonly Draft[] {
    return this.#drafts.all().map(draftOf);
  }

  async keepDraft({ fields, anchor, threatens }: NewDraft): Promise<Draft> {
    const { chance, clock } = this.#ports;
    const draft = {
      id: chance.hex(16),
      at: clock.now(),
      fields,
      anchor,
      threatens: threatens && [...threatens],
    };
    await this.#drafts.keep(draft);
    this.#tell(new Set());
    return draft;
  }

  async discardDraft(id: string): Promise<void> {
    this.#sharing.forget(id);
    await this.#drafts.remove(id);
    this.#tell(new Set());
  }

  async share(draftId: string): Promise<ShareOutcome> {
    const started = await this.#sharing.start(draftId);
    this.#tell(new Set());
    return "kind" in started
      ? { kind: "refused", outcome: started }
      : { kind: "sharing", draft: draftOf(started) };
  }

  async undoShare(draftId: string): Promise<boolean> {
    const isUndone = await this.#sharing.undo(draftId);
    if (isUndone) this.#tell(new Set());
    return isUndone;
  }

  onDidEndShare(listener: (end: EndedShare) => void): Disposable {
    return this.#endedShares.on(listener);
  }

  replyTo(note: Note): ReplyKind {
    return replyTo(note, this.#me);
  }

  replyAction(note: Note, text: string): ActionInput {
    return replyAction(note, this.#me, text);
  }

  keepTyped(note: RecordId, key: string, text: string): Promise<void> {
    return this.#typed.keep(note, key, text);
  }

  async places(note: Note): Promise<readonly PlaceState[]> {
    const places = await this.#places.of(note);
    return this.repository.record === undefined ? places : await this.#linked(note, places);
  }

  async searchCode(note: Note, id: EventId): Promise<Searched | undefined> {
    const place = note.anchors.find((one) => one.id === id);
    return place === undefined ? undefined : await this.#places.search(place);
  }

  placesIn(path: string): Promise<readonly { readonly note: Note; readonly place: PlaceState }[]> {
    const ids = new Set([...this.#placesIndex.notesIn(path), ...this.#places.movedTo(path)]);
    return this.#places.inFile(
      path,
      [...ids].flatMap((id) => this.note(id) ?? []),
    );
  }

  fileChanged(path: string): void {
    const put = this.#placesIndex.notesAtOrUnder(path);
    const notes = new Set([...put, ...this.#places.movedTo(path)]);
    if (notes.size > 0) this.#tell(notes);
    this.#survey.look(notes);
    this.#places.foundAgain(path).then(
      (again) => {
        if (again.size === 0) return;
        this.#tell(again);
        this.#survey.look(again);
      },
      (error: unknown) => this.#ports.log.warn("looking for lost code failed", error),
    );
  }

  branchesChanged(): void {
    this.#survey.look(this.#places.headMoved());
  }

  followCode(): void {
    this.#followsCode = true;
    this.#survey.look(this.notes().keys());
  }

  consent(): Promise<{
    readonly answer: Consent;
    readonly remote: RemoteInfo | undefined;
    readonly branch: string;
    readonly choices: readonly RemoteInfo[];
  }> {
    return this.#choice.read();
  }

  async setConsent(answer: "agreed" | "declined", remote: RemoteInfo): Promise<void> {
    await this.#choice.set(answer, remote);
    this.#codeLinks.remoteChanged();
    await this.#syncing.look();
  }

  sync(attempt: SyncAttempt): Promise<SyncResult> {
    return this.#syncing.sync(attempt);
  }

  syncState(): SyncState {
    return this.#syncing.state();
  }

  startBackgroundSync({ everyMilliseconds }: { readonly everyMilliseconds: number }): Disposable {
    this.#background?.dispose();
    const { scheduler, log } = this.#ports;
    const isUrgent = () => [...this.notes().values()].some(isRunning);
    const background = new BackgroundSync(this.#syncing, scheduler, log, everyMilliseconds, isUrgent);
    this.#background = background;
    return background;
  }

  async signInName(): Promise<string | undefined> {
    const remote = (await this.#agreed())?.remote;
    return remote && this.#ports.signIn?.nameFor(remote.url);
  }

  async redact(redaction: Redaction, signal?: Cancel): Promise<RedactResult> {
    const { readOnly, clock, log } = this.#ports;
    if (readOnly?.() === true) return { kind: "readOnly" };
    const by = await this.me();
    if (by === undefined) return { kind: "nameMissing" };
    const { record } = redaction;
    const all = (await this.#records.store.read()).records.get(record) ?? [];
    const event = { record, line: redactionEvent(redaction, all, { by, at: clock.now() }) };
    if ((await this.#choice.read()).answer !== "agreed") {
      const taken = await this.#records.store.takeOut([event]);
      if (taken.kind === "notWritable") {
        log.warn("a line could not be taken out", taken.detail);
        return { kind: "notWritable" };
      }
      await this.refresh();
      if (taken.kind === "takenOut") return { kind: "redacted", here: true };
    }
    const result = await this.sync({ byHand: true, redactions: [event], signal });
    return result.kind === "synced" ? { kind: "redacted", here: false } : result;
  }

  async largeToTell(): Promise<number | undefined> {
    const { storage, files, log } = this.#ports;
    return storage && largeToTell(storage, files, log);
  }

  async compact(): Promise<number | undefined> {
    return this.#ports.storage?.compact();
  }

  onDidChangeSync(listener: (state: SyncState) => void): Disposable {
    return this.#syncing.onDidChange(listener);
  }

  nowRows(): readonly NowRow[] {
    const today = this.today();
    const rows = this.#allNowRows();
    const isPutOff = ({ key }: NowRow) => this.#putOff.until(key, today) !== undefined;
    return rows.some(isPutOff) ? rows.filter((row) => !isPutOff(row)) : rows;
  }

  putOffRows(): readonly PutOffRow[] {
    const today = this.today();
    return this.#allNowRows().flatMap((row) => {
      const until = this.#putOff.until(row.key, today);
      return until === undefined ? [] : [{ row, until }];
    });
  }

  async putOffRow(key: string, until: Day | null): Promise<void> {
    await this.#putOff.set(key, until, this.today());
    this.#tell(new Set());
  }

  async markSeen(id: RecordId): Promise<void> {
    const note = this.note(id);
    if (note === undefined) return;
    const wasNews = this.#seen.newOn(note)?.some(({ by }) => !isSame(by, this.#me)) ?? false;
    await this.#seen.mark(note);
    if (wasNews) this.#tell(new Set([id]));
  }

  why(): CurrentWhy | undefined {
    return currentWhy(this.#records.book, this.today());
  }

  noteRows(only?: ReadonlySet<RecordId>): readonly NoteRow[] {
    const notes = only === undefined ? this.notes().values() : [...only].flatMap((id) => this.note(id) ?? []);
    return this.#rows.notes(notes, this.#viewer());
  }

  milestoneNames(): readonly MilestoneName[] {
    return milestoneNames(this.recordsOf("milestone").values(), this.repository.id);
  }

  unreadRows(): readonly UnreadRecord[] {
    return this.unread().map(({ id, kind, unread }) => ({
      id,
      repository: this.repository.id,
      kind,
      why: unread[0]?.why ?? "",
      lines: this.#records.book.sizeOf(id).lines,
    }));
  }

  async notePage(id: RecordId): Promise<NotePage | undefined> {
    const note = this.note(id);
    if (note === undefined) return undefined;
    const [places, typed] = await Promise.all([this.places(note), this.#typed.of(id)]);
    const from = note.fields.cameFrom.value;
    const source = from === null ? undefined : this.note(from);
    return notePageState(note, this.#viewer(), {
      incident: this.#incident(note),
      cameFrom: source && { note: source.id, title: source.fields.title.value },
      repository: this.repository.id,
      places: await this.#linked(note, places),
      typed,
      waiting: this.#syncing.isWaiting(id),
      milestones: this.recordsOf("milestone"),
    });
  }

  glossary(): Glossary {
    return glossaryOf(this.#records.book);
  }

  view(ref: ViewRef): Promise<ViewState | undefined> {
    return viewState(ref, {
      repository: this.repository.id,
      book: this.#records.book,
      viewer: this.#viewer(),
      oneOnOnes: this.oneOnOnes,
      typedOf: (record) => this.#typed.of(record),
      notesIn: (covers) =>
        notesInAreas(covers, {
          index: this.#placesIndex,
          places: this.#places,
          note: (id) => this.note(id),
          today: this.today(),
        }),
      learned: this.#learned,
      areaCandidates: () => this.#areas.candidates(),
    });
  }

  incidentText(id: RecordId, which: IncidentText): string | undefined {
    const note = this.note(id);
    if (note?.fields.kind.value !== "incident") return undefined;
    const viewer = this.#viewer();
    return which === "call"
      ? callText(note, viewer).join("\n")
      : reviewMarkdown(note, viewer, followUpsOf(note, this.notes(), viewer));
  }

  today(): Day {
    return this.#ports.clock.today();
  }

  dispose(): void {
    this.#dayWatch.dispose();
    this.#background?.dispose();
    this.#survey.dispose();
    this.#learned.dispose();
    this.#sharing.dispose();
    this.#syncing.dispose();
    this.#records.dispose();
  }

  /** Places with the pages on the git host that show their code as it was, where there are any. */
  #linked(note: Note, places: readonly PlaceState[]): Promise<readonly PlaceState[]> {
    return Promise.all(
      places.map(async (place) => {
        const anchor = note.anchors.find(({ id }) => id === place.id)?.anchor;
        const link = anchor && (await this.#codeLinks.to(note.id, anchor));
        return link === undefined ? place : { ...place, link };
      }),
    );
  }

  async #agreed() {
    const consent = await this.#choice.read();
    return consent.answer === "agreed" ? consent : undefined;
  }

  #viewer(): Viewer {
    return {
      me: this.#me,
      role: this.#role,
      today: this.today(),
      wording: this.#ports.wording,
      newOn: (note) => this.#seen.newOn(note),
    };
  }

  #allNowRows(): readonly NowRow[] {
    const viewer = this.#viewer();
    return this.#rows.now(this.notes(), viewer, () => nowRowsOfOthers(this.#records.book, viewer));
  }

  #incident(note: Note): IncidentState | undefined {
    if (note.fields.kind.value !== "incident") return undefined;
    const paths = [...new Set(note.anchors.map(({ anchor }) => anchor.path))];
    const inTheseFiles = new Set(paths.flatMap((path) => [...this.#placesIndex.notesIn(path)]));
    inTheseFiles.delete(note.id);
    return incidentState(note, this.#viewer(), {
      commits: this.#ports.readOnly?.() === true ? [] : this.#recent.of(note.id, paths),
      beside: [...inTheseFiles].flatMap((id) => this.note(id) ?? []),
      notes: this.notes(),
    });
  }

  #recordChanged(change: BookChange): void {
    this.#placesIndex.apply(change);
    if (this.#followsCode) this.#survey.look(change.keys());
    const incidents = [...change.keys()].flatMap((id) => this.note(id)?.fields.cameFrom.value ?? []);
    this.#tell(new Set([...change.keys(), ...incidents]));
  }

  async #lookFor(notes: readonly Note[]): Promise<void> {
    const { commit } = await this.#ports.user.head();
    if (commit !== this.#headCommit) {
      this.#headCommit = commit;
      this.#survey.look(this.#places.headMoved());
    }
    const today = this.today();
    await this.#places.find(notes.filter((note) => !isClosed(noteStatus(note, today))));
  }

  #shareEnded(draft: StoredDraft, outcome: ActionOutcome): void {
    this.#tell(new Set());
    this.#endedShares.emit({ draft: draftOf(draft), outcome });
  }

  #saved(record: RecordId): void {
    this.#syncing.saved(record);
    this.#background?.changed();
  }

  #tell(records: Change["records"]): void {
    this.#rows.forget(records === "all" ? [] : records);
    this.#changes.emit({ records });
  }
}

const draftOf = ({ id, at, fields, anchor, threatens, share }: StoredDraft): Draft => ({
  id,
  at,
  fields,
  ...(anchor === undefined ? {} : { anchor }),
  ...(threatens === undefined ? {} : { threatens }),
  ...(share === undefined ? {} : { shareAfter: share.after }),
});
