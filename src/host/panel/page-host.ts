import * as z from "zod/mini";
import type { IncidentText, Session } from "../../app/session.ts";
import { oneOnOneMarkdown } from "../../app/together/one-on-one-markdown.ts";
import type { Wording } from "../../app/wording.ts";
import type { Disposable } from "../../base/emitter.ts";
import type { Day } from "../../domain/dates.ts";
import type { RecordId } from "../../domain/ids.ts";
import { targetOf } from "../../protocol/action.ts";
import type { Action } from "../../protocol/action.ts";
import { Request } from "../../protocol/messages.ts";
import type { HostMessage, MoreNotes, PageRequest, ReplyBody, ToPage } from "../../protocol/messages.ts";
import type { Route } from "../../protocol/route.ts";
import type { Glossary, OneOnOneDoing } from "../../protocol/together-state.ts";
import { isDraftIn } from "../../protocol/brief-state.ts";
import { firstOfEachGroup, nowChange } from "../../protocol/now-change.ts";
import type { MoreNow } from "../../protocol/now-change.ts";
import type { MilestoneName, NotePage, NoteRow, NowRow, PutOffRow } from "../../protocol/panel-state.ts";
import type { ViewRef, ViewState } from "../../protocol/views.ts";
import { problemOf } from "../problem-of.ts";
import type { Problem } from "../problem.ts";
import { explainProblem } from "../explain-problem.ts";
import type { Log } from "../log.ts";
import type { SessionChange, Sessions } from "../sessions.ts";
import { Counting } from "./counting.ts";
import { exampleNote, isExample } from "./example-note.ts";
import { frameState } from "./frame-state.ts";
import { recordUri } from "../../protocol/record-link.ts";

/** What the page asks for that happens outside of it. A problem is told on the page, where the person is. */
export interface OutsideThePage {
  showPlace(session: Session, note: RecordId, place: string): Promise<Problem | undefined>;
  comparePlace(session: Session, note: RecordId, place: string): Promise<Problem | undefined>;
  chooseLines(note: RecordId, place: string): Promise<void>;
  searchPlace(note: RecordId, place: string): Promise<void>;
  tellYourPm(session: Session, note: RecordId): Promise<Problem | undefined>;
  sync(): Promise<void>;
  flag(): Promise<void>;
  showFile(session: Session, path: string): Promise<Problem | undefined>;
  /** Starts flagging at the first line of a file. */
  flagFile(session: Session, path: string): Promise<Problem | undefined>;
  startIncident(): Promise<void>;
  copyIncident(session: Session, note: RecordId, which: IncidentText): Promise<Problem | undefined>;
  /** Adds the lines that are selected in an editor beside the panel. */
  addPlace(session: Session, note: RecordId): Promise<Problem | undefined>;
  copy(text: string): Promise<void>;
  importDates(repository: string): Promise<void>;
  exportDates(repository: string): Promise<void>;
  /** Somebody said something here: where nobody was asked yet whether to share, now is the time. */
  said(session: Session): Promise<void>;
}

export interface PageHostParts {
  readonly sessions: Sessions;
  readonly outside: OutsideThePage;
  readonly today: () => Day;
  /** Whether *Together* was opened on this machine by one of its commands. */
  readonly togetherOpened: () => boolean;
  readonly wording: Wording;
  /** Translations by their English text. */
  readonly words: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly post: (message: ToPage) => void;
  /** Whether the page is on screen, and not behind another tab. */
  readonly isVisible: () => boolean;
}

/** Notes that go to the page with its state, and with each of its questions for more. */
const FIRST_NOTES = 200;
const MORE_NOTES = 1_000;

interface SentNow {
  readonly now: NowRow[];
  readonly moreNow?: MoreNow;
  readonly putOff: PutOffRow[];
}

/** The host's side of one page: answers each request once, and tells what changes. */
export class PageHost implements Disposable {
  readonly #parts: PageHostParts;
  readonly #subscriptions: Disposable[];
  readonly #counting = new Counting();
  readonly #following = new Map<Session, Disposable>();
  #watched: RecordId | null = null;
  #watchedView: ViewRef | null = null;
  /** What the page has of it, so that the same is not sent again. */
  #sentView = "";
  #sentGlossary = "";
  /** The notes of the last state, until the page has them all. */
  #noteList: { readonly number: number; readonly notes: readonly NoteRow[] } = { number: 0, notes: [] };
  #sentMilestones = "";
  /** Whether the page says of the watched note that nobody else has it yet. */
  #saysWaiting: boolean | undefined;
  /** The rows of Now that the page has. */
  #sentNow: SentNow = { now: [], putOff: [] };
  #route: Route | undefined;
  #isReady = false;

  constructor(parts: PageHostParts, route: Route | undefined) {
    this.#parts = parts;
    this.#route = route;
    this.#subscriptions = [
      parts.sessions.onDidChange((change) => this.#inBackground(() => this.#changed(change))),
      parts.sessions.onDidOpen(() => this.#inBackground(() => this.#postState())),
    ];
  }

  /** Shows a place of the panel, at once or as soon as the page is there. */
  go(route: Route): void {
    if (this.#isReady) {
      this.#post({ type: "go", route });
      // Whoever opens *Together* by its command has it in the bar from now on.
      if (route.section === "together") this.#inBackground(() => this.#postFrame());
    } else this.#route = route;
  }

  /** The page is behind another tab, where VS Code ends it and drops what is sent to it. It says `ready` again when it is back. */
  hidden(): void {
    this.#isReady = false;
  }

  /** Takes whatever came from the page. */
  async receive(raw: unknown): Promise<void> {
    const parsed = Request.safeParse(raw);
    if (!parsed.success) {
      this.#parts.log.warn("a message from the panel does not fit", z.prettifyError(parsed.error));
      return;
    }
    const { id, request } = parsed.data;
    this.#parts.post({ reply: id, body: await this.#answerOrExplain(request) });
  }

  dispose(): void {
    this.#counting.dispose();
    for (const subscription of [...this.#subscriptions, ...this.#following.values()]) subscription.dispose();
  }

  async #answerOrExplain(request: PageRequest): Promise<ReplyBody> {
    try {
      return await this.#answer(request);
    } catch (error) {
      const { log, wording } = this.#parts;
      log.failed(`answering "${request.type}" of the panel`, error);
      const problem = problemOf(error);
      return {
        type: "failed",
        explanation:
          problem === undefined
            ? wording.translate(
                "Something went wrong in Sightline. What is saved is still saved. The log has the details.",
              )
            : explainProblem(problem, wording),
      };
    }
  }

  async #answer(request: PageRequest): Promise<ReplyBody> {
    const { sessions, outside } = this.#parts;
    switch (request.type) {
      case "ready":
        await sessions.opened();
        this.#isReady = true;
        await this.#postState(this.#route);
        this.#route = undefined;
        return { type: "done" };
      case "moreNotes":
        return this.#moreNotes(request.more);
      case "watch":
        if (request.note !== this.#watched) this.#counting.stop("historyEvidence");
        this.#watched = request.note;
        if (request.note !== null) this.#seen(request.note);
        return { type: "note", note: request.note === null ? null : await this.#pageToShow(request.note) };
      case "watchView":
        this.#watchedView = request.view;
        return { type: "view", view: request.view === null ? null : await this.#viewToShow(request.view) };
      case "perform":
        return await this.#perform(request.action, request.repository);
      case "keepTyped":
        return await this.#keepTyped(request);
      case "notNow":
        await sessions.withRecord(request.record)?.putOffRow(request.row, request.until);
        return { type: "done" };
      case "oneOnOne":
        return await this.#onOneOnOne(request.do);
      case "setRole":
        for (const session of sessions.all()) await session.setRole(request.role);
        this.#inBackground(() => this.#postState());
        return { type: "done" };
      case "setName":
        for (const session of sessions.all()) await session.setName(request.name);
        this.#inBackground(() => this.#postFrame());
        return { type: "done" };
      case "showPlace":
        return await this.#onNote(request.note, ({ session }) =>
          outside.showPlace(session, request.note, request.place),
        );
      case "comparePlace":
        return await this.#onNote(request.note, ({ session }) =>
          outside.comparePlace(session, request.note, request.place),
        );
      case "chooseLines":
        // Answered at once: the person now goes and looks for the lines.
        this.#inBackground(() => outside.chooseLines(request.note, request.place));
        return { type: "done" };
      case "searchPlace":
        this.#inBackground(() => outside.searchPlace(request.note, request.place));
        return { type: "done" };
      case "tellYourPm":
        return await this.#onNote(request.note, ({ session }) => outside.tellYourPm(session, request.note));
      case "sync":
        await outside.sync();
        return { type: "done" };
      case "importDates":
        this.#inBackground(() => outside.importDates(request.repository));
        return { type: "done" };
      case "exportDates":
        this.#inBackground(() => outside.exportDates(request.repository));
        return { type: "done" };
      case "flag":
        this.#inBackground(() => outside.flag());
        return { type: "done" };
      case "historyEvidence":
        return await this.#historyEvidence(request.note);
      case "oftenChanged":
        return { type: "oftenChanged", told: await this.#counting.oftenChanged(sessions.all()) };
      case "stopCounting":
        this.#counting.stop(request.what);
        return { type: "done" };
      case "showFile":
        return await this.#onFile(request.repository, (session) => outside.showFile(session, request.path));
      case "flagFile":
        return await this.#onFile(request.repository, (session) => outside.flagFile(session, request.path));
      case "startIncident":
        this.#inBackground(() => outside.startIncident());
        return { type: "done" };
      case "copyIncident":
        return await this.#onNote(request.note, ({ session }) =>
          outside.copyIncident(session, request.note, request.which),
        );
      case "copyLink":
        if (isExample(request.id)) return this.#failed({ kind: "exampleOnly" });
        await outside.copy(recordUri(request.of, request.id));
        return { type: "done" };
      case "addPlace":
        return await this.#onNote(request.note, ({ session }) => outside.addPlace(session, request.note));
    }
  }

  async #historyEvidence(note: RecordId): Promise<ReplyBody> {
    const session = this.#parts.sessions.withNote(note)?.session;
    if (session !== undefined)
      return { type: "historyEvidence", told: await this.#counting.ofNote(session, note) };
    return this.#failed({ kind: isExample(note) ? "exampleOnly" : "noSuchNote" });
  }

  async #onFile(
    repository: string,
    act: (session: Session) => Promise<Problem | undefined>,
  ): Promise<ReplyBody> {
    const session = this.#parts.sessions.ofRepository(repository);
    const problem: Problem | undefined = session === undefined ? { kind: "noFile" } : await act(session);
    return problem === undefined ? { type: "done" } : this.#failed(problem);
  }

  async #keepTyped({ note, key, text }: Extract<PageRequest, { type: "keepTyped" }>): Promise<ReplyBody> {
    const { sessions } = this.#parts;
    const ofOneOnOne = sessions.withOneOnOne(note);
    if (ofOneOnOne === undefined) await this.#keeperOf(note)?.keepTyped(note, key, text);
    else if ((await ofOneOnOne.oneOnOnes.keep(note, key, text)) === "gone") return this.#oneOnOneGone();
    // What is suggested for a why, and what is known of its areas, follows what is typed.
    if (this.#watchedView?.view === "newBrief" || this.#watchedView?.view === "brief")
      this.#inBackground(() => this.#postView());
    return { type: "done" };
  }

  async #onOneOnOne(doing: OneOnOneDoing): Promise<ReplyBody> {
    const { sessions, outside, wording } = this.#parts;
    if (doing.type === "put") {
      await (sessions.withNote(doing.note)?.session ?? sessions.all()[0])?.oneOnOnes.put(doing.text);
      return { type: "done" };
    }
    const oneOnOnes = sessions.withOneOnOne(doing.id)?.oneOnOnes;
    const one = await oneOnOnes?.one(doing.id);
    if (oneOnOnes === undefined || one === undefined) return this.#oneOnOneGone();
    switch (doing.type) {
      case "copy":
        await outside.copy(oneOnOneMarkdown(one, wording.translate));
        return { type: "done" };
      case "finish": {
        const end = await oneOnOnes.finish(doing.id);
        if (end === "gone") return this.#oneOnOneGone();
        if (end === "empty")
          return {
            type: "failed",
            explanation: wording.translate("There is nothing in the boxes yet. Write a word first."),
          };
        await this.#postView();
        return { type: "done" };
      }
      case "delete":
        await oneOnOnes.remove(doing.id);
        await this.#postView();
        return { type: "done" };
    }
  }

  #oneOnOneGone(): ReplyBody {
    return {
      type: "failed",
      explanation: this.#parts.wording.translate(
        "This 1:1 was finished or deleted meanwhile. What you type here is not kept; open the page again for the next one.",
      ),
    };
  }

  /** The session that keeps what is typed under an id: the one with that record, or where a why is being written under it. */
  #keeperOf(id: RecordId): Session | undefined {
    const { sessions } = this.#parts;
    return sessions.withRecord(id) ?? sessions.all().find(({ repository }) => isDraftIn(repository.id, id));
  }

  async #onNote(
    note: RecordId,
    act: (found: { readonly session: Session }) => Promise<Problem | undefined>,
  ): Promise<ReplyBody> {
    const found = this.#parts.sessions.withNote(note);
    const problem: Problem | undefined = isExample(note)
      ? { kind: "exampleOnly" }
      : found === undefined
        ? { kind: "noSuchNote" }
        : await act(found);
    return problem === undefined ? { type: "done" } : this.#failed(problem);
  }

  #failed(problem: Problem): ReplyBody {
    return { type: "failed", explanation: explainProblem(problem, this.#parts.wording) };
  }

  async #perform(action: Action, repository: string | undefined): Promise<ReplyBody> {
    const { sessions, outside, wording } = this.#parts;
    const target = targetOf(action);
    if (target !== undefined && isExample(target)) return this.#failed({ kind: "exampleOnly" });
    const session = target === undefined ? sessions.ofRepository(repository) : sessions.withRecord(target);
    if (session === undefined) return this.#failed({ kind: "noSuchNote" });
    const outcome = await session.perform(action);
    if (outcome.kind === "saved") {
      this.#inBackground(() => outside.said(session));
      return { type: "performed", outcome };
    }
    const explanation = explainProblem({ kind: "refused", refusal: outcome.refusal }, wording);
    return { type: "performed", outcome, explanation };
  }

  async #page(note: RecordId): Promise<NotePage | null> {
    const { sessions, today, wording } = this.#parts;
    if (isExample(note)) return exampleNote(today(), wording);
    return (await sessions.withNote(note)?.session.notePage(note)) ?? null;
  }

  async #postState(route?: Route): Promise<void> {
    if (!this.#isReady) return;
    this.#followSync();
    const { sessions, words } = this.#parts;
    const frame = await this.#frame();
    const all = sessions.all();
    this.#post({
      type: "state",
      frame,
      ...this.#takeNow(),
      ...this.#firstNotes(all.flatMap((session) => [...session.noteRows()])),
      unread: all.flatMap((session) => [...session.unreadRows()]),
      milestones: this.#takeMilestones(),
      words: { ...words },
      ...(route === undefined ? {} : { route }),
    });
    this.#sentGlossary = "";
    this.#postGlossary();
    await this.#postWatched();
    await this.#postView();
  }

  #firstNotes(notes: readonly NoteRow[]): { notes: NoteRow[]; moreNotes?: MoreNotes } {
    const first = notes.slice(0, FIRST_NOTES);
    const number = this.#noteList.number + 1;
    this.#noteList = { number, notes: first.length < notes.length ? notes : [] };
    return first.length === notes.length
      ? { notes: first }
      : { notes: first, moreNotes: { list: number, from: first.length } };
  }

  #moreNotes({ list, from }: MoreNotes): ReplyBody {
    const { number, notes } = this.#noteList;
    if (list !== number) return { type: "moreNotes", notes: [] };
    const next = from + MORE_NOTES;
    if (next < notes.length)
      return { type: "moreNotes", notes: notes.slice(from, next), more: { list, from: next } };
    this.#noteList = { number, notes: [] };
    return { type: "moreNotes", notes: notes.slice(from) };
  }

  /** The names of the dates as they are, which the page is about to get. */
  #takeMilestones(): MilestoneName[] {
    const milestones = this.#parts.sessions.all().flatMap((session) => [...session.milestoneNames()]);
    this.#sentMilestones = JSON.stringify(milestones);
    return milestones;
  }

  #postMilestones(): void {
    const sent = this.#sentMilestones;
    const milestones = this.#takeMilestones();
    if (this.#sentMilestones !== sent) this.#post({ type: "milestones", milestones });
  }

  /** Sends the words of the team, where they are other than what the page has. */
  #postGlossary(): void {
    const all = this.#parts.sessions.all().map((session) => session.glossary());
    const glossary: Glossary = {
      words: all.flatMap(({ words }) => words),
      people: [...new Set(all.flatMap(({ people }) => people))],
    };
    const sent = JSON.stringify(glossary);
    if (sent === this.#sentGlossary) return;
    this.#sentGlossary = sent;
    this.#post({ type: "glossary", glossary });
  }

  async #changed({ session, change }: SessionChange): Promise<void> {
    if (!this.#isReady) return;
    if (change.records === "all") {
      await this.#postState();
      return;
    }
    const { sessions } = this.#parts;
    const changed = session.noteRows(change.records);
    const shown = new Set(changed.map(({ id }) => id));
    this.#post({
      type: "notesChanged",
      changed: [...changed],
      removed: [...change.records].filter((id) => !shown.has(id)),
      unread: sessions.all().flatMap((one) => [...one.unreadRows()]),
    });
    this.#postMilestones();
    this.#postGlossary();
    this.#postNow();
    await this.#postFrame();
    // A note names dates of the roadmap, so its page changes with theirs.
    const dates = session.recordsOf("milestone");
    const isOther =
      this.#watched !== null &&
      [...change.records].some((record) => record === this.#watched || dates.has(record));
    if (isOther) await this.#postWatched();
    await this.#postView();
  }

  async #postWatched(): Promise<void> {
    const watched = this.#watched;
    const note = watched === null ? null : await this.#pageToShow(watched);
    if (note === null || this.#watched !== watched) return;
    this.#post({ type: "note", note });
    this.#seen(note.id);
  }

  /** What is on screen is seen; that nobody could keep it is no reason to say anything. */
  #seen(note: RecordId): void {
    if (!this.#parts.isVisible()) return;
    this.#inBackground(async () => await this.#parts.sessions.withNote(note)?.session.markSeen(note));
  }

  /** The rows of Now as they are, which the page is about to get. */
  #takeNow(): SentNow {
    const all = this.#parts.sessions.all();
    this.#sentNow = {
      ...firstOfEachGroup(all.flatMap((session) => [...session.nowRows()])),
      putOff: all.flatMap((session) => [...session.putOffRows()]),
    };
    return this.#sentNow;
  }

  #postNow(): void {
    const before = this.#sentNow;
    const { now, moreNow, putOff } = this.#takeNow();
    const more = moreNow === undefined ? {} : { moreNow };
    const change =
      JSON.stringify(before.putOff) === JSON.stringify(putOff) ? nowChange(before.now, now) : undefined;
    if (change === undefined) this.#post({ type: "now", now, ...more, putOff });
    else if (
      change.removed.length + change.put.length > 0 ||
      JSON.stringify(before.moreNow) !== JSON.stringify(moreNow)
    )
      this.#post({ type: "nowChanged", change, ...more });
  }

  /** Sends the view that is watched, where it is other than what the page has. */
  async #postView(): Promise<void> {
    const watched = this.#watchedView;
    if (watched === null) return;
    const before = this.#sentView;
    const view = await this.#viewToShow(watched);
    if (view !== null && this.#watchedView === watched && this.#sentView !== before)
      this.#post({ type: "view", view });
  }

  async #viewToShow(ref: ViewRef): Promise<ViewState | null> {
    const { sessions } = this.#parts;
    const id = "id" in ref ? ref.id : ref.view === "newBrief" ? ref.milestone : undefined;
    const session =
      id === undefined
        ? sessions.ofRepository("repository" in ref ? ref.repository : undefined)
        : sessions.withRecord(id);
    const view = (await session?.view(ref)) ?? null;
    this.#sentView = JSON.stringify(view);
    return view;
  }

  async #pageToShow(id: RecordId): Promise<NotePage | null> {
    const note = await this.#page(id);
    this.#saysWaiting = note?.waiting;
    return note;
  }

  /** A sync changes no note that it only sends, but what is said of it. */
  async #syncChanged(): Promise<void> {
    await this.#postFrame();
    if (this.#watched === null) return;
    const note = await this.#page(this.#watched);
    if (note?.waiting !== this.#saysWaiting) await this.#postWatched();
  }

  async #postFrame(): Promise<void> {
    if (this.#isReady) this.#post({ type: "frame", frame: await this.#frame() });
  }

  #frame() {
    const { sessions, today, wording, togetherOpened } = this.#parts;
    return frameState(sessions, today(), wording, togetherOpened());
  }

  #followSync(): void {
    const all = this.#parts.sessions.all();
    for (const [session, following] of this.#following) {
      if (all.includes(session)) continue;
      following.dispose();
      this.#following.delete(session);
    }
    for (const session of all)
      if (!this.#following.has(session))
        this.#following.set(
          session,
          session.onDidChangeSync(() => this.#inBackground(() => this.#syncChanged())),
        );
  }

  #post(message: HostMessage): void {
    this.#parts.post({ message });
  }

  #inBackground(task: () => Promise<void>): void {
    task().catch((error: unknown) => this.#parts.log.failed("keeping the panel current", error));
  }
}
