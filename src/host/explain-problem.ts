import { explainRefusal } from "../app/explain-refusal.ts";
import { noRecordWords, notFetchedWords } from "../app/record-words.ts";
import { DEFAULT_BRANCH } from "../app/session-ports.ts";
import { numberWords } from "../app/wording.ts";
import type { Wording } from "../app/wording.ts";
import type { Problem } from "./problem.ts";

/** What happened, what it means, what to do. */
export function explainProblem(problem: Problem, wording: Wording): string {
  const { translate } = wording;
  switch (problem.kind) {
    case "noFolder":
      return translate(
        "No folder is open. Notes live in the git repository of a folder: open one, or open a record by its address, then try again.",
      );
    case "noRecordThere":
      return noRecordWords(wording);
    case "noRecordKnown":
      return translate("No record was opened by its address on this computer, so there is none to forget.");
    case "recordNotFetched":
      return notFetchedWords(
        problem.failure,
        { remote: problem.remote, branch: DEFAULT_BRANCH, waiting: 0 },
        wording,
      );
    case "recordNotKept":
      return translate(
        "This machine could not keep the record: its disk is full, or the folder can't be written. Make room, then try again.",
      );
    case "recordUnsent":
      return translate(
        "{name} is not forgotten: what you said and nobody has yet ({unsent}), and your drafts ({drafts}), would be lost. Sync, and share or discard the drafts, then forget it.",
        {
          name: problem.name,
          unsent: numberWords(problem.unsent, wording),
          drafts: numberWords(problem.drafts, wording),
        },
      );
    case "codeElsewhere":
      return translate("The code is not on this computer. The note shows the lines as they were quoted.");
    case "notARepository":
      return translate(
        "This folder is not a git repository. Notes need one to live in. Open a folder that is, or run git init.",
      );
    case "gitNotFound":
      return translate("Git was not found. Install git, then reload this window. Drafts are safe here.");
    case "gitTooOld":
      return translate(
        "Git {version} is older than Sightline can use; it needs {needed}. Drafts are safe here. Update git, then reload this window.",
        { version: problem.version, needed: problem.needed },
      );
    case "notTrusted":
      return translate(
        "Git does not read this folder, because it belongs to another user of this machine. Its notes can't be shown. If you trust it, add it to git's safe.directory in a terminal, then reload this window.",
      );
    case "bare":
      return translate(
        "This repository has no files, only history, so there are no lines to put notes on. Open a clone of it.",
      );
    case "insideGitFolder":
      return translate("This is a folder of git's own. Notes belong to the code: open the folder above it.");
    case "missingFolder":
      return translate(
        "This folder is not there any more. Its notes are kept where they were. Open it again where it is now.",
      );
    case "unknownFormat":
      return translate(
        "This repository uses something that the git on this machine is too old to know. The folder was not touched. Update git, then reload this window.",
      );
    case "unreadable":
    case "failed":
      return translate(
        "The notes of this folder could not be opened. The folder itself was not touched. The log says why.",
      );
    case "noEditor":
      return translate("No code is open. Open a file, select the lines it is about, and flag them.");
    case "notText":
      return translate(
        "This file is not text, so it has no lines to put a note on. Flag the code that uses it.",
      );
    case "notSaved":
      return translate(
        "This file has not been saved yet, so a note would have no place. Save it in the repository, then flag it.",
      );
    case "notOnDisk":
      return translate(
        "This is a view of the code, not the file itself. Open the file from its folder, and flag it there.",
      );
    case "emptyFile":
      return translate(
        "This file is empty, so there is no line to put a note on. Flag another file, or write the first line.",
      );
    case "outside":
      return translate(
        "{file} lies outside the repositories of this window, so its notes would have no home. Open its folder, then flag it.",
        { file: problem.file },
      );
    case "restricted":
      return translate(
        "This window is in Restricted Mode: notes can be read, not changed. Trust the folder to go on.",
      );
    case "restrictedDraft":
      return translate(
        "This window is in Restricted Mode, so nothing is shared. Your note is kept as a draft on this machine. Trust the folder, then share it.",
      );
    case "notKept":
      return translate(
        "The note could not be saved: the repository's .git folder can't be written. Make it writable, then flag it again. Your words are still here to copy.",
      );
    case "refused":
      return explainRefusal(problem.refusal, wording);
    case "draftRefused":
      return `${explainRefusal(problem.refusal, wording)} ${translate("It is kept as a draft on this machine.")}`;
    case "noSuchNote":
      return translate(
        "This note is not in the repositories of this window. Open the folder it belongs to, or sync, then try again.",
      );
    case "noNotes":
      return translate("No notes are on record here yet. Select code that will hurt later and flag it.");
    case "noDrafts":
      return translate("There are no drafts on this machine.");
    case "elsewhere":
      return problem.reason;
    case "notQuoted":
      return translate(
        "The lines were not shared with this note, so what they were is not known here. Open the note to see where they are now.",
      );
    case "noPlace":
      return translate("This note has no place in the code. Its page says what it is about.");
    case "lostItsCode":
      return translate(
        "This place moved or changed too much to be sure. The note is kept; show where it belongs now.",
      );
    case "nothingToLookFor":
      return translate(
        "The lines were not shared with this note, so there is nothing to search for. Select the lines it is about now.",
      );
    case "wholePlace":
      return translate(
        "This note is about a file or a folder as a whole, so there are no lines to search for or to compare. Open what it is about now, and show where it belongs.",
      );
    case "nothingLikeIt":
      return translate(
        "No file here holds code like it. It may be on another branch, or removed for good: then mark the note as done.",
      );
    case "noPlaceToUndo":
      return translate("There is nothing to take back any more. A place can be put back on the note's page.");
    case "otherRepository":
      return translate(
        "These lines are in another repository than the note, so it can't be moved there. Choose lines of its own repository, or flag these anew.",
      );
    case "tooLateToUndo":
      return translate(
        "The note has joined the record, so it can't be taken back without a trace. You can withdraw it on its page.",
      );
    case "noFile":
      return translate("This file is not here any more. Count again.");
    case "noDates":
      return translate(
        "No dates are on the roadmap yet. Add what was promised, or import a CSV or calendar file.",
      );
    case "noDatesInFile":
      return translate(
        "No dates were found in this file. It has to be a calendar (.ics), or a CSV file whose first row names the columns Title and Date.",
      );
    case "tooManyDates":
      return translate(
        "This file has more than {limit} dates. Every date stays in the record for good: keep those that were promised to somebody, and import these.",
        { limit: problem.limit },
      );
    case "exampleOnly":
      return translate("This is an example: nothing in it is saved. Flag a constraint of your own to begin.");
  }
}
