import type { Note } from "../../domain/note.ts";
import { noteStatus } from "../../domain/note-status.ts";
import type { NoteBadge, NoteStatus } from "../../domain/note-status.ts";
import type { Agreement } from "../../domain/milestone/milestone.ts";
import type { RetroPart } from "../../domain/retro/retro.ts";
import type {
  Confidence,
  Decider,
  Firmness,
  Hurt,
  Likelihood,
  NoteKind,
  Reversibility,
} from "../../domain/words.ts";

// The pages are in English, whoever pushes them: the same events have to give the same bytes. The words are those of the panel.

export const kindWords: Readonly<Record<NoteKind, string>> = {
  bottleneck: "Bottleneck",
  techDebt: "Tech debt",
  constraint: "Outside limit",
  delay: "Date at risk",
  enabler: "Would speed us up",
  problem: "Problem",
  incident: "Incident",
};

const statusWords: Readonly<Record<NoteStatus, string>> = {
  onRecord: "On record",
  optionsReady: "Options ready",
  decided: "Decided",
  done: "Done",
  acceptedAsIs: "Accepted as it is",
  withdrawn: "Withdrawn",
  putOff: "Put off",
};

export const badgeWords: Readonly<Record<NoteBadge, string>> = {
  openQuestion: "Open question",
  decidedTwice: "Decided twice",
  twoVersions: "Two versions",
  changedWhileClosing: "Changed while it was being closed",
  newer: "Written by a newer Sightline",
  unreadable: "A line can't be read",
};

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  sure: "Sure",
  fairlySure: "Fairly sure",
  guess: "A guess",
};

export const reversibilityWords: Readonly<Record<Reversibility, string>> = {
  easily: "Easily",
  withEffort: "With effort",
  no: "No",
};

export const likelihoodWords: Readonly<Record<Likelihood, string>> = {
  unlikely: "unlikely",
  possible: "possible",
  likely: "likely",
};

export const hurtWords: Readonly<Record<Hurt, string>> = {
  little: "hurts little",
  some: "hurts",
  aLot: "hurts a lot",
};

export const firmnessWords: Readonly<Record<Firmness, string>> = { fixed: "Fixed", target: "Target" };

export const agreementWords: Readonly<Record<Agreement, string>> = {
  agreed: "Agreed",
  concerns: "Agreed, with concerns",
  cannot: "Engineering can't",
  notAsked: "Not asked",
};

export const retroPartWords: Readonly<Record<RetroPart, string>> = {
  mine: "Something I did that didn't work",
  inTheWay: "What got in the way",
  helped: "What helped",
};

export const deciderWords: Readonly<Record<Decider, string>> = {
  pm: "the product manager",
  lead: "the tech lead",
};

/** Pages know no day: what was put off until one stays put off, with the day beside it. */
export const pageStatus = (note: Note): NoteStatus => noteStatus(note, "0001-01-01");

export function statusText(note: Note): string {
  const words = statusWords[pageStatus(note)];
  const until = note.fields.closed.value?.until;
  return until === undefined ? words : `${words} until ${until}`;
}
