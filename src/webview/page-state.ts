import type { Translate } from "../base/translate.ts";
import { english } from "../base/translate.ts";
import type { RecordId } from "../domain/ids.ts";
import type { Route } from "../protocol/route.ts";
import type {
  Frame,
  MilestoneName,
  NotePage,
  NoteRow,
  NowRow,
  PutOffRow,
  UnreadRecord,
} from "../protocol/panel-state.ts";
import type { HistoryEvidence, OftenChanged } from "../protocol/history-evidence.ts";
import type { ActionInput } from "../protocol/action.ts";
import type { MoreNotes } from "../protocol/messages.ts";
import type { MoreNow } from "../protocol/now-change.ts";
import type { Glossary } from "../protocol/together-state.ts";
import type { ViewRef, ViewState } from "../protocol/views.ts";
import type { NotesQuery } from "./notes-query.ts";
import { EVERYTHING } from "./notes-query.ts";
import type { OpenForm } from "./open-form.ts";
import { TypedTexts } from "./typed-texts.ts";

/** The panel's width decides the layout, not the window's: narrow below 480 px, medium below 840, wide from there on. */
export type Breadth = "narrow" | "medium" | "wide";

export const breadthOf = (width: number): Breadth =>
  width < 480 ? "narrow" : width < 840 ? "medium" : "wide";

/** The note that is on screen, as far as it is known. */
export type ShownNote =
  | { readonly kind: "loading"; readonly id: RecordId }
  | { readonly kind: "here"; readonly page: NotePage }
  | { readonly kind: "missing"; readonly id: RecordId }
  | { readonly kind: "failed"; readonly id: RecordId; readonly explanation: string };

/** A view beside the notes that is on screen, as far as it is known. */
export type ShownView =
  | { readonly kind: "loading"; readonly ref: ViewRef }
  | { readonly kind: "here"; readonly ref: ViewRef; readonly view: ViewState }
  | { readonly kind: "missing"; readonly ref: ViewRef }
  | { readonly kind: "failed"; readonly ref: ViewRef; readonly explanation: string };

/** Something a person did that waits for their name. */
export interface NameAsked {
  readonly retry: {
    readonly place: string;
    readonly action: ActionInput;
    readonly repository?: string | undefined;
    readonly forget: readonly string[];
    readonly forgetIn?: RecordId | undefined;
  };
}

export interface PageState {
  /** Undefined until the host has answered for the first time. */
  readonly frame: Frame | undefined;
  readonly now: readonly NowRow[];
  /** Rows of Now that are not here. */
  readonly moreNow: MoreNow;
  readonly putOff: readonly PutOffRow[];
  readonly notes: readonly NoteRow[];
  /** Notes that are on their way. */
  readonly moreNotes: MoreNotes | undefined;
  readonly unread: readonly UnreadRecord[];
  readonly milestones: readonly MilestoneName[];
  readonly glossary: Glossary;
  readonly translate: Translate;
  /** A word or two that are selected on a note; empty where none are. */
  readonly selected: string;
  readonly route: Route;
  readonly shown: ShownNote | undefined;
  readonly view: ShownView | undefined;
  readonly query: NotesQuery;
  /** Index, in the list as filtered, of the row that the keyboard is on. */
  readonly row: number;
  /** In CSS pixels. */
  readonly width: number;
  readonly form: OpenForm | undefined;
  /** What stood in the boxes of the open form when it was opened. Filled as they are first drawn. */
  readonly openedOn: Map<string, string>;
  /** Options are being composed on this note: asked for, or put away, by hand. */
  readonly composing: boolean | undefined;
  /** Columns to write into, beside "Do nothing". */
  readonly columns: number;
  readonly folds: ReadonlySet<string>;
  readonly typed: TypedTexts;
  /** Where the host's answer is waited for. */
  readonly busy: ReadonlySet<string>;
  /** What the history told about the note on screen, or the one before. */
  readonly history: { readonly note: RecordId; readonly told: HistoryEvidence } | undefined;
  readonly oftenChanged: OftenChanged | undefined;
  /** What went wrong, by the place where it is said. */
  readonly problems: ReadonlyMap<string, string>;
  readonly nameAsked: NameAsked | undefined;
  /** For screen readers, and shown for a moment: what just happened. */
  readonly news: { readonly text: string; readonly count: number };
  /** Milliseconds since 1970; moves on once a minute. */
  readonly clock: number;
}

export const initialState = (clock: number): PageState => ({
  frame: undefined,
  now: [],
  moreNow: {},
  putOff: [],
  notes: [],
  moreNotes: undefined,
  unread: [],
  milestones: [],
  glossary: { words: [], people: [] },
  selected: "",
  translate: english,
  route: { section: "now" },
  shown: undefined,
  view: undefined,
  query: EVERYTHING,
  row: 0,
  width: 0,
  form: undefined,
  openedOn: new Map(),
  composing: undefined,
  columns: 0,
  folds: new Set(),
  typed: new TypedTexts(),
  busy: new Set(),
  history: undefined,
  oftenChanged: undefined,
  problems: new Map(),
  nameAsked: undefined,
  news: { text: "", count: 0 },
  clock,
});

export const noteOnScreen = ({ route }: PageState): RecordId | undefined =>
  route.section === "notes" ? route.note : undefined;

/** The view beside the notes that the route leads to. */
export const viewOnScreen = ({ route }: PageState): ViewRef | undefined =>
  "show" in route ? route.show : undefined;

/** Under which the page's place, scrolling and drawing are filed: another key is another page. */
export function pageKey(state: PageState): string {
  const view = viewOnScreen(state);
  return noteOnScreen(state) ?? (view === undefined ? state.route.section : JSON.stringify(view));
}
