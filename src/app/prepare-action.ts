import type { RecordId } from "../domain/ids.ts";
import type { RecordName, RecordOf } from "../domain/record-kinds.ts";
import type { Action, Refusal } from "../protocol/action.ts";
import { openBrief } from "./actions/brief/open-brief.ts";
import { performOnBrief } from "./actions/brief/perform-on-brief.ts";
import { openMilestone } from "./actions/milestone/open-milestone.ts";
import { performOnMilestone } from "./actions/milestone/perform-on-milestone.ts";
import { openNote } from "./actions/open-note.ts";
import { performOnNote } from "./actions/perform-on-note.ts";
import { noteWhatWasMade } from "./actions/retro/note-what-was-made.ts";
import { openRetro } from "./actions/retro/open-retro.ts";
import { performOnRetro } from "./actions/retro/perform-on-retro.ts";
import { editTerm } from "./actions/term/edit-term.ts";
import { openTerm } from "./actions/term/open-term.ts";
import type { Book } from "./book.ts";
import { Pen } from "./pen.ts";
import type { Signature } from "./pen.ts";
import type { Chance } from "./ports.ts";
import { refused, tooLarge } from "./recorder.ts";
import type { Prepared } from "./records.ts";

/** Turns what a person does into lines to save, or into the reason why not. */
export function prepareAction(action: Action, book: Book, signature: Signature, chance: Chance): Prepared {
  const start = (write: (nonce: string, pen: Pen) => Refusal | undefined): Prepared => {
    const pen = Pen.forNewRecord(signature);
    return prepared(write(chance.hex(16), pen), pen, pen.lines[0]?.record, book);
  };
  const change = <Name extends RecordName>(
    kind: Name,
    id: RecordId,
    write: (record: RecordOf<Name>, pen: Pen) => Refusal | undefined,
  ): Prepared => {
    const record = book.of(kind).get(id);
    if (record === undefined) {
      const isNewer = book.unreadable.get(id)?.kind === "newer";
      return { kind: "answer", outcome: refused({ kind: isNewer ? "newerRecord" : "noSuchNote" }) };
    }
    const pen = Pen.forRecord(record, signature);
    return prepared(write(record, pen), pen, id, book);
  };

  if (action.type === "openNote") return start((nonce, pen) => openNote({ ...action, nonce }, pen));
  if (action.type === "openMilestone") return start((nonce, pen) => openMilestone({ ...action, nonce }, pen));
  if (action.type === "openTerm") return start((nonce, pen) => openTerm({ ...action, nonce }, pen));
  if ("term" in action) return change("term", action.term, (term, pen) => editTerm(action.fields, term, pen));
  if (action.type === "openBrief") return start((nonce, pen) => openBrief({ ...action, nonce }, pen));
  if (action.type === "openRetro") return start((nonce, pen) => openRetro({ ...action, nonce }, pen));
  if (action.type === "makeNoteOfAction" || action.type === "makeWhyOfAction") {
    const made = start((nonce, pen) =>
      action.type === "makeNoteOfAction"
        ? openNote({ fields: action.fields, anchors: [], nonce }, pen)
        : openBrief({ fields: action.fields, nonce }, pen),
    );
    if (made.kind === "answer") return made;
    const noted = change("retro", action.retro, (retro, pen) =>
      noteWhatWasMade(action.action, made.record, { retro, pen }),
    );
    return noted.kind === "answer" ? noted : { ...made, lines: [...made.lines, ...noted.lines] };
  }
  if ("retro" in action)
    return change("retro", action.retro, (retro, pen) =>
      performOnRetro(action, { retro, me: signature.by, pen }),
    );
  if ("note" in action)
    return change("note", action.note, (note, pen) =>
      performOnNote(action, { note, me: signature.by, isDate: (id) => book.of("milestone").has(id), pen }),
    );
  if ("brief" in action)
    return change("brief", action.brief, (brief, pen) =>
      performOnBrief(action, { brief, me: signature.by, pen }),
    );
  return change("milestone", action.milestone, (milestone, pen) =>
    performOnMilestone(action, { milestone, me: signature.by, pen }),
  );
}

function prepared(
  refusal: Refusal | undefined,
  pen: Pen,
  record: RecordId | undefined,
  book: Book,
): Prepared {
  if (record === undefined) return { kind: "answer", outcome: refused(refusal ?? { kind: "noSuchNote" }) };
  const reason =
    refusal ?? (pen.lines.length === 0 ? undefined : tooLarge(book.sizeOf(record).bytes, pen.lines));
  return reason === undefined
    ? { kind: "lines", record, lines: pen.lines }
    : { kind: "answer", outcome: refused(reason) };
}
