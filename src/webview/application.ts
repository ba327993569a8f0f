import { render } from "lit";
import { translator } from "../base/translate.ts";
import type { RecordId } from "../domain/ids.ts";
import { withNowChange } from "../protocol/now-change.ts";
import { Action, targetOf } from "../protocol/action.ts";
import type { HostMessage, MoreNotes, PageRequest, ReplyBody } from "../protocol/messages.ts";
import type { Route } from "../protocol/route.ts";
import type { NotePage, NoteRow } from "../protocol/panel-state.ts";
import { slotKeys } from "./comparison/columns.ts";
import type { HostLink } from "./host-link.ts";
import { focusable, focusBox, focusedKey, focusForm } from "./focus.ts";
import { KeptPage } from "./kept-page.ts";
import { questionToAnswer } from "./note/questions.ts";
import { focusRow, rowList } from "./notes/note-list.ts";
import { matchingNotes } from "./notes-query.ts";
import type { NotesQuery } from "./notes-query.ts";
import { EVERYTHING } from "./notes-query.ts";
import { formName } from "./open-form.ts";
import type { OpenForm } from "./open-form.ts";
import type { PageAction } from "./page-action.ts";
import { breadthOf, initialState, noteOnScreen, pageKey, viewOnScreen } from "./page-state.ts";
import type { PageState } from "./page-state.ts";
import { panelView } from "./panel-view.ts";
import { selectedWord } from "./selected-word.ts";
import { routeOfOpened } from "./route-of-opened.ts";
import type { ViewRef, ViewState } from "../protocol/views.ts";
import { refusalWords } from "./refusal-words.ts";
import { ScrollMemory } from "./scroll-memory.ts";
import { keepingFocus, keepingPlace, scroller } from "./scroll-place.ts";
import { shownValues } from "./shown-values.ts";
import type { ShownValues } from "./shown-values.ts";
import { TextKeeper } from "./text-keeper.ts";
import { NO_NOTE } from "./typed-texts.ts";
import type { View } from "./view.ts";
import type { LinkedRecord } from "../protocol/record-link.ts";

/** Pause before scroll position and the like are kept, in milliseconds. */
const KEEP_PAGE_AFTER = 200;
/** How long "Saved" stays on screen, in milliseconds. */
const NEWS_STAYS = 6_000;
/** After this many milliseconds without an answer the page says that it takes longer. */
const SLOW = 10_000;
/** Longest wait for a note to show what was just saved, in milliseconds. */
const ARRIVES_WITHIN = 1_500;
/** The clock in "Synced 2 min ago", in milliseconds. */
const CLOCK_STEP = 30_000;

/** What a way into the page asked to be started on the note. */
type Start = Extract<Route, { section: "notes" }>["open"];
type Performed = Extract<PageAction, { type: "perform" }>;

/** Holds the page's state, sends the requests and applies what comes back. Components only show what it holds. */
export class Application {
  readonly #root: HTMLElement;
  readonly #link: HostLink;
  #state: PageState = initialState(Date.now());
  #values: ShownValues = shownValues("en", "2000-01-01", this.#state.translate);
  #rows:
    | { readonly notes: readonly NoteRow[]; readonly query: NotesQuery; readonly found: readonly NoteRow[] }
    | undefined;
  #drawing = false;
  readonly #afterDrawing: (() => void)[] = [];
  /** Where the focus was when the form was opened. */
  #opener: string | undefined;
  /** The same, for the question of a name. */
  #nameOpener: string | undefined;
  /** What to start on a note once it is here. */
  #start: Start;
  readonly #scrolls: ScrollMemory;
  readonly #keeper: TextKeeper;
  /** Who waits for the note to be shown anew. */
  readonly #arrivals: (() => void)[] = [];
  /** Notes that went while the list was on its way. */
  readonly #goneMeanwhile = new Set<RecordId>();
  /** The host was asked for word of a view. */
  #watchesView = false;
  #keepPageTimer: number | undefined;
  #newsTimer: number | undefined;

  constructor(root: HTMLElement, connect: (heard: (message: HostMessage) => void) => HostLink) {
    this.#root = root;
    this.#link = connect((message) => this.#hear(message));
    this.#keeper = new TextKeeper(this.#link, this.#state.typed, (explanation) => this.#say(explanation));
    this.#scrolls = new ScrollMemory(root);
  }

  start(): void {
    this.#restore();
    this.#state = { ...this.#state, width: this.#root.clientWidth };
    new ResizeObserver(() => {
      if (this.#root.clientWidth !== this.#state.width) this.#update({ width: this.#root.clientWidth });
    }).observe(this.#root);
    this.#root.addEventListener("scroll", () => this.#scrolled(), { capture: true, passive: true });
    this.#root.addEventListener("focusout", () => this.#keeper.keep());
    document.addEventListener("visibilitychange", () => this.#keepAll());
    window.addEventListener("pagehide", () => this.#keepAll());
    document.addEventListener("selectionchange", () => this.#selected());
    window.setInterval(() => this.#update({ clock: Date.now() }), CLOCK_STEP);
    this.#draw();
    void this.#link.request({ type: "ready" }).then((body) => {
      if (body.type === "failed") this.#say(body.explanation);
    });
  }

  // State and drawing

  #update(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      keepingPlace(this.#root, () => keepingFocus(this.#root, () => this.#draw()));
      for (const task of this.#afterDrawing.splice(0)) task();
    });
  }

  #draw(): void {
    render(
      panelView(this.#view(), () => this.#found()),
      this.#root,
    );
  }

  #view(): View {
    return {
      state: this.#state,
      translate: this.#state.translate,
      values: this.#values,
      breadth: breadthOf(this.#state.width),
      act: (action) => this.#act(action),
    };
  }

  /** The notes as filtered and ordered; worked out anew only when notes or query are others. */
  #found(): readonly NoteRow[] {
    const { notes, query } = this.#state;
    if (this.#rows?.notes !== notes || this.#rows.query !== query)
      this.#rows = { notes, query, found: matchingNotes(notes, query) };
    return this.#rows.found;
  }

  #later(task: () => void): void {
    this.#afterDrawing.push(task);
    this.#update({});
  }

  #focus(key: string): void {
    this.#later(() => focusable(this.#root, key)?.focus());
  }

  /** Puts the focus where it was before, or on the title where that is gone. */
  #giveBack(key: string | undefined): void {
    this.#later(() => {
      const target =
        (key === undefined ? undefined : focusable(this.#root, key)) ??
        focusable(this.#root, "title-text") ??
        focusable(this.#root, "title");
      target?.focus();
    });
  }

  #say(text: string): void {
    window.clearTimeout(this.#newsTimer);
    this.#update({ news: { text, count: this.#state.news.count + 1 } });
    this.#newsTimer = window.setTimeout(
      () => this.#update({ news: { text: "", count: this.#state.news.count + 1 } }),
      NEWS_STAYS,
    );
  }

  #problem(place: string, text: string | undefined): void {
    const problems = new Map(this.#state.problems);
    if (text === undefined) problems.delete(place);
    else problems.set(place, text);
    this.#update({ problems });
  }

  #busy(place: string, busy: boolean): void {
    const places = new Set(this.#state.busy);
    if (busy) places.add(place);
    else places.delete(place);
    this.#update({ busy: places });
  }

  // What the host says

  #hear(message: HostMessage): void {
    switch (message.type) {
      case "state": {
        const first = this.#state.frame === undefined;
        const translate = translator(message.words);
        this.#newFrame(message.frame, translate);
        this.#update({
          frame: message.frame,
          translate,
          now: message.now,
          moreNow: message.moreNow ?? {},
          putOff: message.putOff,
          notes: message.notes,
          moreNotes: message.moreNotes,
          unread: message.unread,
          milestones: message.milestones,
          clock: Date.now(),
        });
        if (message.route !== undefined) this.#go(message.route);
        else if (first) this.#go(this.#state.route, { restoring: true });
        this.#goneMeanwhile.clear();
        if (message.moreNotes !== undefined) void this.#fetchNotes(message.moreNotes);
        return;
      }
      case "frame":
        this.#newFrame(message.frame, this.#state.translate);
        this.#update({ frame: message.frame, clock: Date.now() });
        return;
      case "milestones":
        this.#update({ milestones: message.milestones });
        return;
      case "glossary":
        this.#update({ glossary: message.glossary });
        return;
      case "now":
        this.#update({ now: message.now, moreNow: message.moreNow ?? {}, putOff: message.putOff });
        return;
      case "nowChanged":
        this.#update({
          now: withNowChange(this.#state.now, message.change),
          moreNow: message.moreNow ?? {},
        });
        return;
      case "notesChanged": {
        const changed = new Map(message.changed.map((row) => [row.id, row]));
        const gone = new Set(message.removed);
        if (this.#state.moreNotes !== undefined) for (const id of gone) this.#goneMeanwhile.add(id);
        const kept = this.#state.notes
          .filter(({ id }) => !gone.has(id))
          .map((row) => {
            const now = changed.get(row.id);
            changed.delete(row.id);
            return now ?? row;
          });
        this.#update({ notes: [...kept, ...changed.values()], unread: message.unread });
        return;
      }
      case "note":
        if (message.note.id === noteOnScreen(this.#state)) this.#show(message.note);
        return;
      case "view":
        if (isOf(message.view, viewOnScreen(this.#state))) this.#showView(message.view);
        return;
      case "go":
        this.#go(message.route);
        return;
    }
  }

  /** Takes in the notes that did not come with the state, part by part, so that what a person does in between is not behind them. */
  async #fetchNotes(first: MoreNotes): Promise<void> {
    for (let more: MoreNotes | undefined = first; more !== undefined;) {
      const body: ReplyBody = await this.#link.request({ type: "moreNotes", more });
      // Another state has come meanwhile, which is fetched by itself.
      if (this.#state.moreNotes?.list !== first.list) return;
      if (body.type !== "moreNotes") {
        this.#update({ moreNotes: undefined });
        if (body.type === "failed") this.#say(body.explanation);
        return;
      }
      // What was told of a note since is newer than the list.
      const known = new Set(this.#state.notes.map(({ id }) => id));
      const notes = body.notes.filter(({ id }) => !known.has(id) && !this.#goneMeanwhile.has(id));
      more = body.more;
      this.#update({ notes: [...this.#state.notes, ...notes], moreNotes: more });
    }
    // The list is drawn only now: it is put where it was scrolled to.
    const { route } = this.#state;
    if (route.section === "notes" && route.note === undefined)
      this.#later(() => void this.#scrolls.goBack(this.#page()));
  }

  #showView(view: ViewState): void {
    const ref = viewOnScreen(this.#state);
    if (ref === undefined) return;
    const focused = focusedKey();
    if (view.view === "oneOnOne") this.#state.typed.keepPrivate(view.id);
    const under = "id" in view ? view.id : "draft" in view ? view.draft : undefined;
    if (under !== undefined && "typed" in view)
      this.#state.typed.receive(under, view.typed, (key) => key === focused);
    this.#update({ view: { kind: "here", ref, view } });
  }

  #newFrame(frame: NonNullable<PageState["frame"]>, translate: PageState["translate"]): void {
    document.documentElement.lang = frame.language;
    this.#values = shownValues(frame.language, frame.today, translate);
  }

  #show(page: NotePage): void {
    const focused = focusedKey();
    this.#state.typed.receive(page.id, page.typed, (key) => key === focused);
    this.#update({ shown: { kind: "here", page } });
    for (const settle of this.#arrivals.splice(0)) settle();
    const start = this.#start;
    if (start === undefined) return;
    this.#start = undefined;
    this.#startOn(page, start);
  }

  /** Begins what somebody chose elsewhere: in the editor, or in a row of Now. */
  #startOn(page: NotePage, start: NonNullable<Start>): void {
    switch (start) {
      case "options":
        this.#compose(true);
        return;
      case "ask":
        this.#openForm({ kind: "ask", options: [] });
        return;
      case "decide":
        this.#openForm({ kind: "decide", restsOn: [], more: false });
        return;
      case "impact":
        this.#openForm({ kind: "field", field: "impact" });
        return;
      case "answer": {
        const question = questionToAnswer(page);
        if (question === undefined) this.#focus("questions");
        else this.#openForm({ kind: "answer", question: question.id });
        return;
      }
      case "because":
        this.#openForm({ kind: "because" });
        return;
      case "correct": {
        const decision = page.incident?.namedIn;
        if (decision !== undefined) this.#openForm({ kind: "correct", decision });
        return;
      }
      case "settle":
        this.#focus(page.contested.length > 0 ? "contested" : "settle");
        return;
    }
  }

  // What a person does

  #act(action: PageAction): void {
    const state = this.#state;
    switch (action.type) {
      case "go":
        this.#go(action.route);
        return;
      case "query":
        this.#query({ ...state.query, ...action.query });
        return;
      case "clearQuery":
        this.#query({ ...EVERYTHING, order: state.query.order });
        this.#focus("search");
        return;
      case "row":
        this.#update({ row: action.row });
        return;
      case "enterList": {
        const list = rowList(this.#root);
        if (list !== undefined)
          void focusRow(list, this.#found(), Math.min(state.row, this.#found().length - 1));
        return;
      }
      case "type":
        this.#type(action);
        return;
      case "forget":
        state.typed.forget(action.note, action.keys);
        this.#update({ openedOn: new Map() });
        this.#keeper.keep();
        this.#keepPage();
        if (this.#state.form !== undefined) this.#focusForm(this.#state.form);
        return;
      case "openForm":
        this.#openForm(action.form);
        return;
      case "changeForm":
        this.#update({ form: action.form });
        this.#keepPageSoon();
        return;
      case "closeForm":
        this.#closeForm();
        return;
      case "fold": {
        const folds = new Set(state.folds);
        if (!folds.delete(action.fold)) folds.add(action.fold);
        this.#update({ folds });
        if (action.fold === "oftenChanged" && folds.has(action.fold) && state.oftenChanged === undefined)
          void this.#count({ type: "oftenChanged" });
        this.#keepPageSoon();
        return;
      }
      case "compose":
        this.#compose(action.open);
        return;
      case "addColumn":
        this.#update({ columns: action.columns });
        this.#focus(`compose.${action.columns - 1}.title`);
        this.#keepPageSoon();
        return;
      case "removeColumn":
        this.#removeColumn(action.slot);
        return;
      case "perform":
        void this.#perform(action);
        return;
      case "oneOnOne":
        void this.#oneOnOne(action);
        return;
      case "problem":
        this.#problemAt(action);
        return;
      case "setRole":
        void this.#ask("role", { type: "setRole", role: action.role });
        return;
      case "setName":
        void this.#setName(action.name);
        return;
      case "cancelName":
        this.#update({ nameAsked: undefined });
        this.#giveBack(this.#nameOpener);
        return;
      case "showPlace":
      case "comparePlace":
      case "chooseLines":
      case "searchPlace":
        void this.#ask(`place.${action.place}`, {
          type: action.type,
          note: action.note,
          place: action.place,
        });
        return;
      case "notNow":
        void this.#notNow(action);
        return;
      case "tellYourPm":
        void this.#tellYourPm(action.note);
        return;
      case "sync":
        void this.#ask("sync", { type: "sync" });
        return;
      case "flag":
        void this.#ask("flag", { type: "flag" });
        return;
      case "historyEvidence":
      case "oftenChanged":
        void this.#count(action);
        return;
      case "stopCounting":
        void this.#link.request(action);
        return;
      case "showFile":
      case "flagFile":
        void this.#ask(`often.${action.repository}.${action.path}`, action);
        return;
      case "startIncident":
        void this.#ask("startIncident", { type: "startIncident" });
        return;
      case "copyIncident":
        void this.#copyIncident(action.note, action.which);
        return;
      case "copyLink":
        void this.#copyLink(action.of, action.id);
        return;
      case "addPlace":
        void this.#ask("addPlace", { type: "addPlace", note: action.note });
        return;
      case "importDates":
      case "exportDates":
        void this.#ask(action.type, action);
        return;
      case "again":
        this.#go(state.route);
        return;
    }
  }

  #type({ note, key, text, base }: Extract<PageAction, { type: "type" }>): void {
    this.#state.typed.type(note, key, text);
    if (text === base) this.#state.typed.forget(note, [key]);
    const problems = new Map(this.#state.problems);
    problems.delete(`box.${key}`);
    this.#update({ problems });
    this.#keepPage();
    // VS Code keeps nothing of what is private, so the host gets each letter at once.
    if (this.#state.typed.isPrivate(note)) this.#keeper.keep();
    else this.#keeper.keepSoon();
  }

  #query(query: NotesQuery): void {
    this.#update({ query, row: 0 });
    if (this.#state.route.section !== "notes" || this.#state.route.note !== undefined) {
      // The search stands in the top bar: who types there goes to the list and goes on typing.
      this.#go({ section: "notes" }, { keepFocus: true });
    }
    const area = scroller(this.#root);
    if (area !== undefined) this.#later(() => void (area.scrollTop = 0));
    this.#keepPageSoon();
  }

  #openForm(form: OpenForm): void {
    const focused = focusedKey();
    // Opening one form from another, or from the name's question, still gives the focus back to where it all began.
    if (
      this.#state.form === undefined ||
      focused === undefined ||
      !focused.startsWith(formName(this.#state.form))
    )
      this.#opener = focused;
    this.#keeper.keep();
    this.#update({ form, openedOn: new Map() });
    this.#focusForm(form);
    this.#keepPageSoon();
  }

  #focusForm(form: OpenForm): void {
    this.#later(() => focusForm(this.#root, formName(form)));
  }

  #closeForm(isHere = true): void {
    this.#keeper.keep();
    this.#update({ form: undefined, openedOn: new Map() });
    if (isHere) this.#giveBack(this.#opener);
    this.#opener = undefined;
    this.#keepPageSoon();
  }

  #compose(open: boolean): void {
    this.#keeper.keep();
    const { shown } = this.#state;
    this.#update({ composing: open, ...(open ? { form: undefined } : {}) });
    if (!open) this.#giveBack("compose.open");
    else if (shown?.kind === "here")
      this.#later(() => {
        const first = focusable(this.#root, "compose.0.title");
        first?.focus();
        focusable(this.#root, "comparison")?.scrollIntoView({ block: "nearest" });
      });
    this.#keepPageSoon();
  }

  #removeColumn(slot: string): void {
    const { shown, typed } = this.#state;
    if (shown?.kind !== "here") return;
    typed.forget(shown.page.id, slotKeys(this.#state, shown.page, slot));
    this.#update({ columns: Number(slot) });
    this.#keeper.keep();
    this.#focus("compose.add");
    this.#keepPageSoon();
  }

  #problemAt({ place, text, focus }: Extract<PageAction, { type: "problem" }>): void {
    const problems = new Map(this.#state.problems);
    problems.set(place, text);
    if (focus !== undefined) problems.set(`box.${focus}`, text);
    this.#update({ problems });
    if (focus === undefined) return;
    this.#later(() => {
      const box = focusable(this.#root, focus);
      if (box !== undefined) focusBox(box);
    });
  }

  // Going from page to page

  #go(to: Route, { restoring = false, keepFocus = false } = {}): void {
    const from = this.#state.route;
    const note = to.section === "notes" ? to.note : undefined;
    const route: Route =
      to.section === "notes" ? { section: "notes", ...(note === undefined ? {} : { note }) } : to;
    const view = "show" in route ? route.show : undefined;
    const same = !restoring && pageKey(this.#state) === pageKey({ ...this.#state, route });
    this.#start = to.section === "notes" ? to.open : undefined;
    const { shown } = this.#state;
    if (same && shown?.kind === "here") {
      if (this.#start !== undefined) this.#show(shown.page);
      return;
    }
    this.#keeper.keep();
    if (!restoring) this.#rememberScroll();
    this.#update({
      route,
      shown: note === undefined ? undefined : { kind: "loading", id: note },
      ...(same ? {} : { view: view === undefined ? undefined : { kind: "loading", ref: view } }),
      ...(restoring || same
        ? {}
        : { form: undefined, openedOn: new Map(), composing: undefined, columns: 0 }),
      problems: new Map(),
      nameAsked: undefined,
      selected: "",
    });
    this.#keepPageSoon();
    void this.#watch(note, restoring ? "restored" : "new");
    void this.#watchView(view);
    if (note === undefined) this.#settle(from, restoring || keepFocus);
    else if (!restoring && !keepFocus) this.#focus("title-text");
  }

  async #watch(note: RecordId | undefined, arriving: "new" | "restored"): Promise<void> {
    const body = await this.#link.request({ type: "watch", note: note ?? null });
    if (note === undefined || noteOnScreen(this.#state) !== note) return;
    if (body.type === "note" && body.note !== null) {
      this.#show(body.note);
      this.#later(() => void this.#scrolls.goBack(this.#page()));
      const free = this.#state.form === undefined && this.#state.composing === undefined;
      if (arriving === "new" && free) this.#focus(firstOf(body.note));
    } else if (this.#state.shown?.kind === "here") {
      // What is on screen stays readable.
      if (body.type === "failed") this.#say(body.explanation);
    } else if (body.type === "failed") {
      this.#update({ shown: { kind: "failed", id: note, explanation: body.explanation } });
    } else {
      this.#update({ shown: { kind: "missing", id: note } });
    }
  }

  async #watchView(ref: ViewRef | undefined): Promise<void> {
    if (ref === undefined && !this.#watchesView) return;
    this.#watchesView = ref !== undefined;
    const body = await this.#link.request({ type: "watchView", view: ref ?? null });
    if (ref === undefined || JSON.stringify(viewOnScreen(this.#state)) !== JSON.stringify(ref)) return;
    if (body.type === "view" && body.view !== null) {
      this.#showView(body.view);
      this.#later(() => void this.#scrolls.goBack(this.#page()));
    } else if (this.#state.view?.kind === "here") {
      // What is on screen stays readable.
      if (body.type === "failed") this.#say(body.explanation);
    } else {
      this.#update({
        view:
          body.type === "failed"
            ? { kind: "failed", ref, explanation: body.explanation }
            : { kind: "missing", ref },
      });
    }
  }

  /** On a list: back to where it was, and to the row one came from. */
  #settle(from: Route, keepFocus: boolean): void {
    const cameFrom = from.section === "notes" ? from.note : undefined;
    this.#later(() => {
      if (!keepFocus) focusable(this.#root, "title")?.focus({ preventScroll: true });
      void this.#scrolls.goBack(this.#page()).then(() => {
        const list = rowList(this.#root);
        const index = this.#found().findIndex(({ id }) => id === cameFrom);
        const movedOn = document.activeElement !== focusable(this.#root, "title");
        if (!keepFocus && !movedOn && list !== undefined && index !== -1)
          void focusRow(list, this.#found(), index);
      });
    });
  }

  #page(): string {
    return pageKey(this.#state);
  }

  #scrolled(): void {
    this.#rememberScroll();
    this.#keepPageSoon();
  }

  #rememberScroll(): void {
    // Until the page is here, it is as high as nothing.
    if (this.#state.shown?.kind !== "loading" && this.#state.view?.kind !== "loading")
      this.#scrolls.remember(this.#page());
  }

  // Asking the host

  /** Asks for something that is done or failed, and says what went wrong where it was asked. */
  async #ask(place: string, request: PageRequest): Promise<ReplyBody | undefined> {
    if (this.#state.busy.has(place)) return undefined;
    this.#busy(place, true);
    this.#problem(place, undefined);
    const body = await this.#patiently(place, request);
    this.#busy(place, false);
    this.#problem(place, body.type === "failed" ? body.explanation : undefined);
    return body;
  }

  /** Asks for what takes as long as the history is; who waits can stop it. */
  async #count(request: Extract<PageRequest, { type: "historyEvidence" | "oftenChanged" }>): Promise<void> {
    const { type } = request;
    if (this.#state.busy.has(type)) return;
    this.#busy(type, true);
    this.#problem(type, undefined);
    const body = await this.#link.request(request);
    const wasHere = focusedKey() === type;
    this.#busy(type, false);
    if (body.type === "failed") this.#problem(type, body.explanation);
    if (body.type === "oftenChanged") this.#update({ oftenChanged: body.told });
    if (body.type !== "historyEvidence" || request.type !== "historyEvidence") return;
    this.#update({ history: { note: request.note, told: body.told } });
    if (wasHere && body.told.kind === "found") this.#focus("historyEvidence.told");
  }

  async #patiently(place: string, request: PageRequest): Promise<ReplyBody> {
    const slow = window.setTimeout(
      () =>
        this.#problem(place, this.#state.translate("This takes longer than usual. What you typed is kept.")),
      SLOW,
    );
    const body = await this.#link.request(request);
    window.clearTimeout(slow);
    return body;
  }

  async #perform({ place, action: input, repository, forget, forgetIn }: Performed): Promise<void> {
    if (this.#state.busy.has(place)) return;
    const action = Action.safeParse(input);
    if (!action.success) {
      this.#problem(place, this.#state.translate("This can't be saved as it is. What you typed is kept."));
      return;
    }
    if (this.#state.frame?.me === null) {
      this.#askName({ place, action: input, repository, forget, forgetIn });
      return;
    }
    const { typed } = this.#state;
    const target = forgetIn ?? targetOf(action.data) ?? NO_NOTE;
    const sent = new Map(forget.map((key) => [key, typed.text(target, key)]));
    this.#busy(place, true);
    this.#problem(place, undefined);
    const body = await this.#patiently(place, {
      type: "perform",
      action: action.data,
      ...(repository === undefined ? {} : { repository }),
    });
    const isTabled =
      action.data.type === "tableOptions" && body.type === "performed" && body.outcome.kind === "saved";
    if (isTabled) await this.#noteArrives();
    this.#busy(place, false);
    if (body.type !== "performed") {
      this.#problem(
        place,
        body.type === "failed"
          ? body.explanation
          : this.#state.translate("This was not saved. What you typed is kept; try again."),
      );
      return;
    }
    const { outcome } = body;
    if (outcome.kind === "refused") {
      if (outcome.refusal.kind === "nameMissing")
        this.#askName({ place, action: input, repository, forget, forgetIn });
      else this.#problem(place, body.explanation ?? refusalWords(outcome.refusal, this.#state.translate));
      return;
    }
    // A box that was left and entered again meanwhile keeps what is typed in it now.
    const unchanged = forget.filter((key) => typed.text(target, key) === sent.get(key));
    this.#saved(place, action.data, unchanged, target);
    const opened = routeOfOpened(action.data, outcome.record);
    if (opened !== undefined) this.#go(opened);
  }

  /** Settles when the note is shown anew, or after a moment: what was composed stays on screen until it is there as said. */
  #noteArrives(): Promise<void> {
    return new Promise((settle) => {
      this.#arrivals.push(settle);
      window.setTimeout(settle, ARRIVES_WITHIN);
    });
  }

  #saved(place: string, action: Action, forget: readonly string[], forgetIn = targetOf(action)): void {
    const { form, typed } = this.#state;
    // Whoever has gone on to the code or the palette meanwhile is not called back: the next keys are meant for what is there.
    const isHere = document.hasFocus();
    typed.forget(forgetIn ?? NO_NOTE, forget);
    this.#keeper.keep();
    this.#problem(place, undefined);
    if (action.type === "tableOptions") {
      this.#update({ composing: false, columns: 0 });
      if (isHere) this.#focus("comparison");
    } else if (form !== undefined && formName(form) === place) {
      this.#closeForm(isHere);
    }
    this.#say(this.#state.translate("Saved"));
    this.#keepPage();
  }

  #askName(retry: NonNullable<PageState["nameAsked"]>["retry"]): void {
    this.#nameOpener = focusedKey();
    this.#update({ nameAsked: { retry } });
    this.#focus("name");
  }

  async #setName(name: string): Promise<void> {
    const asked = this.#state.nameAsked;
    const body = await this.#ask("name", { type: "setName", name });
    if (body?.type !== "done" || asked === undefined) return;
    const { frame } = this.#state;
    this.#state.typed.forget(NO_NOTE, ["name"]);
    this.#update({
      nameAsked: undefined,
      ...(frame?.me === null ? { frame: { ...frame, me: { name, email: "" } } } : {}),
    });
    this.#giveBack(this.#nameOpener);
    await this.#perform({ type: "perform", ...asked.retry });
  }

  async #notNow({ row: { record, key }, until }: Extract<PageAction, { type: "notNow" }>): Promise<void> {
    const form = this.#state.form?.kind === "notNow" ? this.#state.form : undefined;
    const body = await this.#ask(form === undefined ? "putOff" : formName(form), {
      type: "notNow",
      record,
      row: key,
      until,
    });
    if (body?.type !== "done") return;
    this.#state.typed.forget(NO_NOTE, [`notNow.${key}.until`]);
    if (form !== undefined) this.#update({ form: undefined, openedOn: new Map() });
    this.#say(
      until === null
        ? this.#state.translate("It is back in the list.")
        : this.#state.translate("Not before {day}.", { day: this.#values.day(until) }),
    );
    this.#focus("title");
  }

  async #oneOnOne({ place, do: doing }: Extract<PageAction, { type: "oneOnOne" }>): Promise<void> {
    this.#keeper.keep();
    const body = await this.#ask(place, { type: "oneOnOne", do: doing });
    if (body?.type !== "done") return;
    const { typed, translate } = this.#state;
    switch (doing.type) {
      case "finish":
        typed.drop(doing.id);
        this.#say(translate("Finished. It stands below, on this machine only."));
        this.#focus("mind");
        return;
      case "delete":
        typed.drop(doing.id);
        this.#closeForm();
        this.#say(translate("Deleted for good."));
        return;
      case "copy":
        this.#say(translate("Copied as Markdown."));
        return;
      case "put":
        typed.dropPrivate();
        this.#closeForm();
        this.#say(translate("It stands in your 1:1. Only on this machine."));
        return;
    }
  }

  async #tellYourPm(note: RecordId): Promise<void> {
    const body = await this.#ask("tellYourPm", { type: "tellYourPm", note });
    if (body?.type === "done")
      this.#say(this.#state.translate("Copied. Paste it where you talk with your PM."));
  }

  async #copyIncident(note: RecordId, which: "call" | "review"): Promise<void> {
    const body = await this.#ask(`copyIncident.${which}`, { type: "copyIncident", note, which });
    if (body?.type === "done") this.#say(this.#state.translate("Copied."));
  }

  async #copyLink(of: LinkedRecord, id: RecordId): Promise<void> {
    const body = await this.#ask("copyLink", { type: "copyLink", of, id });
    if (body?.type === "done") this.#say(this.#state.translate("Link copied"));
  }

  /** What is selected on a note could be a word to explain. Where the selection just goes, the word stays until another page is shown. */
  #selected(): void {
    if (noteOnScreen(this.#state) === undefined || this.#state.form?.kind === "explain") return;
    const word = selectedWord(document.getSelection());
    if (word !== undefined && word !== this.#state.selected) this.#update({ selected: word });
  }

  // Keeping

  #keepPageSoon(): void {
    window.clearTimeout(this.#keepPageTimer);
    this.#keepPageTimer = window.setTimeout(() => this.#keepPage(), KEEP_PAGE_AFTER);
  }

  #keepPage(): void {
    window.clearTimeout(this.#keepPageTimer);
    const { route, query, row, form, composing, columns, folds, typed } = this.#state;
    this.#link.keep({
      version: 1,
      route,
      query,
      row,
      form,
      composing,
      columns,
      folds: [...folds].slice(-500),
      scroll: this.#scrolls.entries(),
      texts: [...typed.unkept(), ...typed.withoutNote()].filter(({ note }) => !typed.isPrivate(note)),
    } satisfies KeptPage);
  }

  #keepAll(): void {
    this.#rememberScroll();
    this.#keeper.keep();
    this.#keepPage();
  }

  #restore(): void {
    const kept = KeptPage.safeParse(this.#link.kept());
    if (!kept.success) return;
    const { route, query, row, form, composing, columns, folds, scroll, texts } = kept.data;
    for (const { note, key, text } of texts) this.#state.typed.type(note, key, text);
    this.#scrolls.restore(scroll);
    this.#state = { ...this.#state, route, query, row, form, composing, columns, folds: new Set(folds) };
  }
}

/** Whether the state is of the view that is asked for. */
const isOf = (view: ViewState, ref: ViewRef | undefined): boolean =>
  ref !== undefined &&
  view.view === ref.view &&
  (!("id" in ref) || ref.id === undefined || ("id" in view && view.id === ref.id)) &&
  (view.view !== "newBrief" || ref.view !== "newBrief" || ref.milestone === view.milestone?.id);

/** Where the focus goes on a page that was just opened: on an incident that nobody has decided on, to the first way out. */
function firstOf({ incident, decisions, options: [first] }: NotePage): string {
  const isToDecide = incident?.overSince === null && decisions.length === 0;
  return isToDecide && first !== undefined ? `way.${first.id}` : "title-text";
}
