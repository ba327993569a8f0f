import type { Day } from "../domain/dates.ts";
import type { EventId, RecordId } from "../domain/ids.ts";
import type { Role } from "../domain/words.ts";
import type { ActionInput } from "../protocol/action.ts";
import type { NowRow } from "../protocol/panel-state.ts";
import type { Route } from "../protocol/route.ts";
import type { OneOnOneDoing } from "../protocol/together-state.ts";
import type { NotesQuery } from "./notes-query.ts";
import type { OpenForm } from "./open-form.ts";
import type { LinkedRecord } from "../protocol/record-link.ts";

/** Everything that a component can ask of the application. */
export type PageAction =
  | { readonly type: "go"; readonly route: Route }
  | { readonly type: "query"; readonly query: Partial<NotesQuery> }
  | { readonly type: "clearQuery" }
  /** Moves the keyboard to a row of the list. */
  | { readonly type: "row"; readonly row: number }
  /** From the search box down to the rows. */
  | { readonly type: "enterList" }
  /** Something was typed. What is the same as `base`, the words that stood there before, is nothing typed. */
  | {
      readonly type: "type";
      readonly note: RecordId;
      readonly key: string;
      readonly text: string;
      readonly base?: string;
    }
  /** Throws away what was typed. */
  | { readonly type: "forget"; readonly note: RecordId; readonly keys: readonly string[] }
  | { readonly type: "openForm"; readonly form: OpenForm }
  /** What was chosen in the open form, beside its texts. */
  | { readonly type: "changeForm"; readonly form: OpenForm }
  | { readonly type: "closeForm" }
  | { readonly type: "fold"; readonly fold: string }
  | { readonly type: "compose"; readonly open: boolean }
  | { readonly type: "addColumn"; readonly columns: number }
  | { readonly type: "removeColumn"; readonly slot: string }
  /**
   * Does something to the record. `place` is where a problem is said; the texts under `forget` are let go of once it is saved. A form of the same
   * name closes then.
   */
  | {
      readonly type: "perform";
      readonly place: string;
      readonly action: ActionInput;
      /** Where a new record goes in a window that holds several repositories. */
      readonly repository?: string | undefined;
      readonly forget: readonly string[];
      /** What these texts belong to, where it is not the record that the action is about. */
      readonly forgetIn?: RecordId | undefined;
    }
  /** Does something with a 1:1; nothing of it goes to the record. */
  | { readonly type: "oneOnOne"; readonly place: string; readonly do: OneOnOneDoing }
  /** Says what is missing, and puts the focus there. */
  | { readonly type: "problem"; readonly place: string; readonly text: string; readonly focus?: string }
  | { readonly type: "setRole"; readonly role: Role }
  | { readonly type: "setName"; readonly name: string }
  | { readonly type: "cancelName" }
  | { readonly type: "comparePlace"; readonly note: RecordId; readonly place: EventId }
  | { readonly type: "showPlace"; readonly note: RecordId; readonly place: EventId }
  | { readonly type: "chooseLines"; readonly note: RecordId; readonly place: EventId }
  /** Puts a row of Now off until a day, or shows it again. */
  | { readonly type: "notNow"; readonly row: NowRow; readonly until: Day | null }
  | { readonly type: "searchPlace"; readonly note: RecordId; readonly place: EventId }
  | { readonly type: "tellYourPm"; readonly note: RecordId }
  | { readonly type: "sync" }
  | { readonly type: "startIncident" }
  /** To the clipboard: what to read on the call, or the review. */
  | { readonly type: "copyIncident"; readonly note: RecordId; readonly which: "call" | "review" }
  /** To the clipboard: what opens the page of a record. */
  | { readonly type: "copyLink"; readonly of: LinkedRecord; readonly id: RecordId }
  /** Adds the lines that are selected in the editor beside the panel. */
  | { readonly type: "addPlace"; readonly note: RecordId }
  | { readonly type: "flag" }
  | { readonly type: "historyEvidence"; readonly note: RecordId }
  | { readonly type: "oftenChanged" }
  | { readonly type: "stopCounting"; readonly what: "historyEvidence" | "oftenChanged" }
  | { readonly type: "showFile" | "flagFile"; readonly repository: string; readonly path: string }
  | { readonly type: "importDates" | "exportDates"; readonly repository: string }
  /** Asks again for the note on screen. */
  | { readonly type: "again" };
