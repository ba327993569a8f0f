import type { CommandId } from "../command-ids.ts";
import { addPlace } from "./add-place.ts";
import type { Command } from "./command.ts";
import { copyLink } from "./copy-link.ts";
import { discardDraft } from "./discard-draft.ts";
import { discuss } from "./discuss.ts";
import { draftOption } from "./draft-option.ts";
import { exportDates } from "./export-dates.ts";
import { flagConstraint } from "./flag-constraint.ts";
import { groupByFolder, groupByKind, groupByMilestone, groupByStatus } from "./group-by.ts";
import { importDates } from "./import-dates.ts";
import { markAsDone } from "./mark-as-done.ts";
import { openNote } from "./open-note.ts";
import { openRecord } from "./open-record.ts";
import { forgetRecord } from "./forget-record.ts";
import { openPanel } from "./open-panel.ts";
import { openOneOnOne, openRetro, openWords } from "./open-together.ts";
import { redact } from "./redact.ts";
import { answer, comment } from "./reply.ts";
import { searchForIt } from "./search-for-it.ts";
import { seeExample } from "./see-example.ts";
import { setYourRole } from "./set-your-role.ts";
import { shareDraft } from "./share-draft.ts";
import { showInCode } from "./show-in-code.ts";
import { showLog } from "./show-log.ts";
import { showWhereItBelongs } from "./show-where-it-belongs.ts";
import { startIncident } from "./start-incident.ts";
import { sync } from "./sync.ts";
import { tellYourPm } from "./tell-your-pm.ts";
import { thenAndNow } from "./then-and-now.ts";
import { undoPlace } from "./undo-place.ts";
import { undoSharing } from "./undo-sharing.ts";

/** A command of the manifest that has no entry here does not compile. */
export const commands: Readonly<Record<CommandId, Command>> = {
  flagConstraint,
  startIncident,
  draftOption,
  discuss,
  openPanel,
  openRecord,
  forgetRecord,
  openOneOnOne,
  openRetro,
  openWords,
  openNote,
  showInCode,
  thenAndNow,
  showWhereItBelongs,
  addPlace,
  searchForIt,
  markAsDone,
  undoPlace,
  undoSharing,
  sync,
  redact,
  shareDraft,
  discardDraft,
  copyLink,
  tellYourPm,
  setYourRole,
  seeExample,
  showLog,
  groupByStatus,
  groupByFolder,
  groupByKind,
  groupByMilestone,
  importDates,
  exportDates,
  answer,
  comment,
};
