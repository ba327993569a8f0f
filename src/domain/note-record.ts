import { anchorAdded } from "./events/anchor-added.ts";
import { commented } from "./events/commented.ts";
import { dateThreatened } from "./events/date-threatened.ts";
import { decided } from "./events/decided.ts";
import { decisionConfirmed } from "./events/decision-confirmed.ts";
import { decisionCorrected } from "./events/decision-corrected.ts";
import { decisionExplained } from "./events/decision-explained.ts";
import { dissented } from "./events/dissented.ts";
import { evidenceAdded } from "./events/evidence-added.ts";
import { heard } from "./events/heard.ts";
import { itemsRemoved } from "./events/items-removed.ts";
import { labelAdded } from "./events/label-added.ts";
import { noteEdited } from "./events/note-edited.ts";
import { noteOpened } from "./events/note-opened.ts";
import { optionAdded } from "./events/option-added.ts";
import { optionEdited } from "./events/option-edited.ts";
import { questionAccepted } from "./events/question-accepted.ts";
import { questionAnswered } from "./events/question-answered.ts";
import { questionAsked } from "./events/question-asked.ts";
import { questionFurthered } from "./events/question-furthered.ts";
import type { Note, Option, Question } from "./note.ts";
import { startNote } from "./note-builder.ts";
import type { NoteBuilder, OpenOption, OpenQuestion } from "./note-builder.ts";
import { lettersFor } from "./option-letter.ts";
import { defineRecord } from "./record-kind.ts";
import type { Saw } from "./record-kind.ts";
import type { HistoryEntry } from "./record.ts";
import { isContested, versionsOf } from "./register.ts";
import { whoseTurn } from "./whose-turn.ts";

/** A note and its events. */
export const noteRecord = defineRecord({
  name: "note",
  events: [
    noteOpened,
    noteEdited,
    anchorAdded,
    evidenceAdded,
    labelAdded,
    dateThreatened,
    itemsRemoved,
    optionAdded,
    optionEdited,
    questionAsked,
    questionAnswered,
    questionFurthered,
    questionAccepted,
    decided,
    decisionExplained,
    decisionConfirmed,
    decisionCorrected,
    dissented,
    heard,
    commented,
  ],
  begin: startNote,
  finish: (builder: NoteBuilder, folded, saw): Note => ({
    fields: builder.fields,
    anchors: [...builder.anchors.values()],
    labels: [...builder.labels.values()],
    threatens: [...builder.threatens.values()],
    evidence: [...builder.evidence.values()],
    options: optionsByLetter([...builder.options.values()]),
    questions: [...builder.questions.values()].map(finishQuestion),
    decisions: [...builder.decisions.values()],
    heard: builder.heard,
    comments: builder.comments,
    history: builder.history,
    changedWhileClosing: changedWhileClosing(builder, saw),
    ...folded,
  }),
});

function optionsByLetter(options: OpenOption[]): readonly Option[] {
  const letters = lettersFor(options.map(({ letter }) => letter));
  for (const [at, option] of options.entries()) option.letter = letters[at] ?? option.letter;
  return options.sort(
    (one, other) => one.letter.length - other.letter.length || (one.letter < other.letter ? -1 : 1),
  );
}

const finishQuestion = (question: OpenQuestion): Question => ({ waitsFor: whoseTurn(question), ...question });

/** An edit and the closing of the note that have not seen each other are both shown. */
function changedWhileClosing(builder: NoteBuilder, saw: Saw): boolean {
  const { closed } = builder.fields;
  if (closed.value === null || isContested(closed)) return false;
  const closing = versionsOf(closed)[0]?.event;
  if (closing === undefined) return false;
  const beside = (entry: HistoryEntry) =>
    entry.id !== closing && !saw(closing, entry.id) && !saw(entry.id, closing);
  return builder.history.some(beside);
}
