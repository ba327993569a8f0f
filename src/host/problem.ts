import type { RecordId } from "../domain/ids.ts";
import type { RemoteFailure } from "../store/remote-failure.ts";
import type { Refusal } from "../protocol/action.ts";

/** Why a folder has no notes. `detail` is for the log. */
export type FolderProblem =
  | {
      readonly kind:
        | "notARepository"
        | "notTrusted"
        | "bare"
        | "insideGitFolder"
        | "unknownFormat"
        | "missingFolder"
        | "unreadable"
        | "gitNotFound"
        | "failed";
      readonly detail: string;
    }
  | { readonly kind: "gitTooOld"; readonly version: string; readonly needed: string };

/** What a person can meet and can be told. Anything else is a bug, and thrown. */
export type Problem =
  | FolderProblem
  | { readonly kind: "noFolder" }
  | { readonly kind: "noRecordThere" }
  | { readonly kind: "noRecordKnown" }
  /** The first fetch of a record; `remote` is what sentences call the place. */
  | { readonly kind: "recordNotFetched"; readonly failure: RemoteFailure; readonly remote: string }
  | { readonly kind: "recordNotKept"; readonly detail: string }
  | {
      readonly kind: "recordUnsent";
      readonly name: string;
      readonly unsent: number;
      readonly drafts: number;
    }
  /** There is the record alone, and no page of a git host is known that shows the code. */
  | { readonly kind: "codeElsewhere" }
  | { readonly kind: "noEditor" }
  | { readonly kind: "notText" }
  | { readonly kind: "notSaved" }
  | { readonly kind: "notOnDisk" }
  | { readonly kind: "emptyFile" }
  | { readonly kind: "outside"; readonly file: string }
  | { readonly kind: "restricted" }
  | { readonly kind: "restrictedDraft" }
  | { readonly kind: "notKept"; readonly text: string; readonly detail: string }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly text?: string | undefined }
  | { readonly kind: "draftRefused"; readonly refusal: Refusal; readonly text: string }
  | { readonly kind: "noSuchNote" }
  | { readonly kind: "noNotes" }
  | { readonly kind: "noDrafts" }
  | { readonly kind: "noPlace" }
  | { readonly kind: "notQuoted" }
  /** The code is on another branch; `reason` says on which. */
  | { readonly kind: "elsewhere"; readonly reason: string }
  | { readonly kind: "lostItsCode"; readonly note: RecordId }
  | { readonly kind: "nothingToLookFor" }
  | { readonly kind: "wholePlace" }
  | { readonly kind: "nothingLikeIt"; readonly note: RecordId }
  | { readonly kind: "noPlaceToUndo" }
  | { readonly kind: "otherRepository" }
  | { readonly kind: "tooLateToUndo" }
  | { readonly kind: "exampleOnly" }
  | { readonly kind: "noFile" }
  | { readonly kind: "noDates" }
  | { readonly kind: "noDatesInFile" }
  | { readonly kind: "tooManyDates"; readonly limit: number };
