import * as z from "zod/mini";
import { Day } from "../domain/dates.ts";
import { EventId, RecordId } from "../domain/ids.ts";
import { Role } from "../domain/words.ts";
import { Action, ActionOutcome } from "./action.ts";
import { HistoryEvidence, OftenChanged } from "./history-evidence.ts";
import { MoreNow, NowChange } from "./now-change.ts";
import { Frame, MilestoneName, NotePage, NoteRow, NowRow, PutOffRow, UnreadRecord } from "./panel-state.ts";
import { Route } from "./route.ts";
import { Glossary, OneOnOneDoing } from "./together-state.ts";
import { ViewRef, ViewState } from "./views.ts";
import { LinkedRecord } from "./record-link.ts";

/**
 * Watching this note shows one as a team might have it, for whoever has none yet. It is never saved. No event has this id: hashes don't come out
 * as nothing but zeros and a one.
 */
export const EXAMPLE_NOTE: RecordId = "1".padStart(64, "0");

/** The notes from an index on of a list that the host keeps until the page has all of it. */
const MoreNotes = z.object({ list: z.int(), from: z.int().check(z.gte(0)) });
export type MoreNotes = z.infer<typeof MoreNotes>;

/** From the host, unasked. Each replaces what the page had of it. */
export const HostMessage = z.discriminatedUnion("type", [
  /** The answer to `ready`, and after anything that changes everything: the whole state. */
  z.object({
    type: z.literal("state"),
    frame: Frame,
    now: z.array(NowRow),
    moreNow: z.optional(MoreNow),
    putOff: z.array(PutOffRow),
    notes: z.array(NoteRow),
    /** The notes are the first ones of many: the page asks for the others, so that it stands before they are all there. */
    moreNotes: z.optional(MoreNotes),
    unread: z.array(UnreadRecord),
    milestones: z.array(MilestoneName),
    /** Translations for this page, by the English text. */
    words: z.record(z.string(), z.string()),
    /** Where to go, where somebody outside the page chose it. */
    route: z.optional(Route),
  }),
  z.object({ type: z.literal("frame"), frame: Frame }),
  /** Dates of the roadmap, for notes to name: those still to come first, by day. */
  z.object({ type: z.literal("milestones"), milestones: z.array(MilestoneName) }),
  z.object({
    type: z.literal("now"),
    now: z.array(NowRow),
    moreNow: z.optional(MoreNow),
    putOff: z.array(PutOffRow),
  }),
  /** The same where little changed. */
  z.object({ type: z.literal("nowChanged"), change: NowChange, moreNow: z.optional(MoreNow) }),
  /** Rows that are new or other than before, and ids that are gone. */
  z.object({
    type: z.literal("notesChanged"),
    changed: z.array(NoteRow),
    removed: z.array(RecordId),
    unread: z.array(UnreadRecord),
  }),
  /** The note that was watched changed. */
  z.object({ type: z.literal("note"), note: NotePage }),
  /** What is shown in the view that was watched changed. */
  z.object({ type: z.literal("view"), view: ViewState }),
  /** The words of the team, of all repositories of the window. */
  z.object({ type: z.literal("glossary"), glossary: Glossary }),
  z.object({ type: z.literal("go"), route: Route }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** From the page, each answered once, by a {@link Reply} with the same id. */
export const PageRequest = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  /** Answered with the next notes of a list, and with none where the page is to have another. */
  z.object({ type: z.literal("moreNotes"), more: MoreNotes }),
  /** Asks for a note, and for word of its changes until another is watched, or none. */
  z.object({ type: z.literal("watch"), note: z.nullable(RecordId) }),
  /** Asks for a view beside the notes, and for word of its changes until another is watched, or none. */
  z.object({ type: z.literal("watchView"), view: z.nullable(ViewRef) }),
  /** `repository`: where a new record goes in a window that holds several; the first of them where absent. */
  z.object({ type: z.literal("perform"), action: Action, repository: z.optional(z.string()) }),
  /** Keeps what is being typed, so that it survives a crash; an empty text forgets it. */
  z.object({
    type: z.literal("keepTyped"),
    note: RecordId,
    key: z.string().check(z.maxLength(200)),
    text: z.string().check(z.maxLength(8_000_000)),
  }),
  /** Puts a row of Now off until a day, or shows it again. */
  z.object({
    type: z.literal("notNow"),
    record: RecordId,
    row: z.string().check(z.maxLength(500)),
    until: z.nullable(Day),
  }),
  z.object({ type: z.literal("oneOnOne"), do: OneOnOneDoing }),
  z.object({ type: z.literal("setRole"), role: Role }),
  z.object({ type: z.literal("setName"), name: z.string().check(z.minLength(1), z.maxLength(200)) }),
  z.object({ type: z.literal("showPlace"), note: RecordId, place: z.string() }),
  /** Shows the lines of a place when the note was made beside those that they have become. */
  z.object({ type: z.literal("comparePlace"), note: RecordId, place: EventId }),
  /** Lets a person select, in the editor, the lines where a place that lost its code belongs now. */
  z.object({ type: z.literal("chooseLines"), note: RecordId, place: EventId }),
  /** Looks through all files for the code of such a place, and lets a person choose. */
  z.object({ type: z.literal("searchPlace"), note: RecordId, place: EventId }),
  z.object({ type: z.literal("tellYourPm"), note: RecordId }),
  z.object({ type: z.literal("sync") }),
  z.object({ type: z.literal("flag") }),
  /** Asks what the history tells about the places of a note. It may take a while; asking again ends the one before. */
  z.object({ type: z.literal("historyEvidence"), note: RecordId }),
  /** Asks which files change often and have no note. */
  z.object({ type: z.literal("oftenChanged") }),
  z.object({ type: z.literal("stopCounting"), what: z.enum(["historyEvidence", "oftenChanged"]) }),
  /** A file by its path from the top of a repository. */
  z.object({
    type: z.enum(["showFile", "flagFile"]),
    repository: z.string(),
    path: z.string().check(z.maxLength(10_000)),
  }),
  z.object({ type: z.literal("startIncident") }),
  /** Puts an incident on the clipboard: what to read on the call, or its review as Markdown. */
  z.object({ type: z.literal("copyIncident"), note: RecordId, which: z.enum(["call", "review"]) }),
  /** Puts a link to a record on the clipboard: it opens its page in VS Code. */
  z.object({ type: z.literal("copyLink"), of: LinkedRecord, id: RecordId }),
  /** Adds the lines selected in an editor that is on screen to the note. */
  z.object({ type: z.literal("addPlace"), note: RecordId }),
  /** Lets a person choose a file of dates to read, or to write. */
  z.object({ type: z.literal("importDates"), repository: z.string() }),
  z.object({ type: z.literal("exportDates"), repository: z.string() }),
]);
export type PageRequest = z.infer<typeof PageRequest>;

/** What a request is answered with. */
export const ReplyBody = z.discriminatedUnion("type", [
  z.object({ type: z.literal("done") }),
  z.object({ type: z.literal("note"), note: z.nullable(NotePage) }),
  z.object({ type: z.literal("view"), view: z.nullable(ViewState) }),
  z.object({
    type: z.literal("moreNotes"),
    notes: z.array(NoteRow),
    /** Absent: these were the last. */
    more: z.optional(MoreNotes),
  }),
  z.object({ type: z.literal("historyEvidence"), told: HistoryEvidence }),
  z.object({ type: z.literal("oftenChanged"), told: OftenChanged }),
  z.object({
    type: z.literal("performed"),
    outcome: ActionOutcome,
    /** The refusal in words. */ explanation: z.optional(z.string()),
  }),
  /** The host could not do it; a sentence for a person. */
  z.object({ type: z.literal("failed"), explanation: z.string() }),
]);
export type ReplyBody = z.infer<typeof ReplyBody>;

export const Request = z.object({ id: z.int().check(z.gte(1)), request: PageRequest });
export type Request = z.infer<typeof Request>;

/** Everything that goes to the page. */
export const ToPage = z.union([
  z.object({ reply: z.int().check(z.gte(1)), body: ReplyBody }),
  z.object({ message: HostMessage }),
]);
export type ToPage = z.infer<typeof ToPage>;
