import { plainLine } from "../../base/plain-text.ts";
import { isOne } from "../../app/wording.ts";
import type { Wording } from "../../app/wording.ts";
import { recordPath } from "../../git/record-path.ts";
import type { Finding } from "../documents/check-document.ts";
import type { Trouble } from "./find-trouble.ts";

/** Digits of an id in a sentence. */
const SHORT = 12;

/** What is the matter, and how to mend it. `branch` is the branch that notes travel on. */
export function findingOf(trouble: Trouble, branch: string, wording: Wording): Finding {
  const { translate } = wording;
  switch (trouble.kind) {
    case "unreadableLine":
      return lineFinding(trouble, {
        why: translate("This line can't be read ({why}).", { why: plainLine(trouble.why) }),
        mend: translate(
          "It is kept and does no harm. If somebody edited it by hand, add the line as it was before again: {history} shows it.",
          { history: historyOf(trouble.record, branch) },
        ),
      });
    case "newerLine":
      return lineFinding(trouble, {
        why: translate("This line is written by a newer Sightline ({why}).", { why: plainLine(trouble.why) }),
        mend: translate("It is kept. Update Sightline to read it."),
      });
    case "redactedLine":
      return lineFinding(trouble, {
        why: translate("This line was taken out of the record for good, and somebody has put it back."),
        mend: translate("It is shown nowhere. Run sightline redact with its note and its id again."),
      });
    case "misplacedLine":
      return lineFinding(trouble, {
        why: translate("This line belongs to the record {record}, so it counts for none.", {
          record: trouble.belongsTo.slice(0, SHORT),
        }),
        mend: translate("Add it to {path} as well, in a commit on the branch {branch}, and push that.", {
          path: recordPath(trouble.belongsTo),
          branch,
        }),
      });
    case "unreadableRecord":
      return recordFinding(trouble, {
        why: translate(
          "The first event of this record is not here, or can't be read, so it can't be shown as a note.",
        ),
        mend: translate(
          "Its lines are kept. Add the first line as it was before again: {history} shows it.",
          { history: historyOf(trouble.record, branch) },
        ),
      });
    case "newerRecord":
      return recordFinding(trouble, {
        why: translate("This record is written by a newer Sightline."),
        mend: translate("It is kept. Update Sightline to read it."),
      });
    case "missingEvent":
      return {
        ...recordFinding(trouble, {
          why: translate(
            isOne(trouble.namedBy, wording)
              ? "The event {event} is named by a later one and is not here: it was taken out, altered, or has not arrived yet."
              : "The event {event} is named by {n} later ones and is not here: it was taken out, altered, or has not arrived yet.",
            { event: trouble.event.slice(0, SHORT), n: trouble.namedBy },
          ),
          mend: translate(
            "Run sightline sync first. If it stays missing, look for the line in {history}, and add it again as it was.",
            { history: historyOf(trouble.record, branch) },
          ),
        }),
        event: trouble.event,
      };
    case "misplacedFile":
      return {
        kind: trouble.kind,
        path: trouble.path,
        record: trouble.record,
        why: translate("This file is not where its record belongs, so nothing in it is read."),
        mend: translate("Move it to {path}, in a commit on the branch {branch}, and push that.", {
          path: recordPath(trouble.record),
          branch,
        }),
      };
    case "strayFile":
      return {
        kind: trouble.kind,
        path: trouble.path,
        why: translate("This file is none of a record, so nothing in it is read."),
        mend: translate("If nobody needs it, remove it in a commit on the branch {branch}, and push that.", {
          branch,
        }),
      };
  }
}

interface Words {
  readonly why: string;
  readonly mend: string;
}

type AtLine = Extract<Trouble, { event: string }>;
type AtRecord = Extract<Trouble, { position: unknown }>;

const lineFinding = ({ kind, record, event, position }: AtLine, words: Words): Finding => ({
  kind,
  path: position?.path,
  line: position?.line,
  record,
  event,
  ...words,
});

const recordFinding = ({ kind, record, position }: AtRecord, words: Words): Finding => ({
  kind,
  path: position?.path,
  record,
  ...words,
});

/** The branch is only ever in the remote and in our own store, so its history is looked at where it was fetched. */
const historyOf = (record: string, branch: string): string =>
  `git fetch REMOTE ${branch} && git log -p FETCH_HEAD -- ${recordPath(record)}`;
