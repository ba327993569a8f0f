import type { Action, Refusal } from "../protocol/action.ts";
import { openNote } from "./actions/open-note.ts";
import { performOnNote } from "./actions/perform-on-note.ts";
import type { Book } from "./book.ts";
import { Pen } from "./pen.ts";
import type { Signature } from "./pen.ts";
import type { Chance } from "./ports.ts";
import { refused, tooLarge } from "./recorder.ts";
import type { Prepared } from "./records.ts";

/** Turns what a person does into lines to save, or into the reason why not. */
export function prepareAction(action: Action, book: Book, signature: Signature, chance: Chance): Prepared {
  if (action.type === "openNote") {
    const pen = Pen.forNewRecord(signature);
    const refusal = openNote({ fields: action.fields, anchors: action.anchors, nonce: chance.hex(16) }, pen);
    return prepared(refusal, pen, pen.lines[0]?.record, book);
  }
  const note = book.notes.get(action.note);
  if (note === undefined) {
    const isNewer = book.unreadable.get(action.note)?.kind === "newer";
    return { kind: "answer", outcome: refused({ kind: isNewer ? "newerRecord" : "noSuchNote" }) };
  }
  const pen = Pen.forNote(note, signature);
  return prepared(performOnNote(action, { note, me: signature.by, pen }), pen, note.id, book);
}

function prepared(refusal: Refusal | undefined, pen: Pen, note: string | undefined, book: Book): Prepared {
  if (note === undefined) return { kind: "answer", outcome: refused(refusal ?? { kind: "noSuchNote" }) };
  const reason = refusal ?? (pen.lines.length === 0 ? undefined : tooLarge(book.lines(note), pen.lines));
  return reason === undefined
    ? { kind: "lines", note, lines: pen.lines }
    : { kind: "answer", outcome: refused(reason) };
}
