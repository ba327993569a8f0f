import type { Translate } from "../base/translate.ts";
import type { NoteBadge, NoteStatus } from "../domain/note-status.ts";
import type { Agreement } from "../domain/milestone/milestone.ts";
import type {
  BeforeItHurt,
  Closing,
  Confidence,
  Decider,
  Firmness,
  Hurt,
  Likelihood,
  MilestoneClosing,
  NoteKind,
  Reversibility,
  WayOut,
} from "../domain/words.ts";

// The words on screen for the closed lists of the record, in one place, for the page, the editor and the command line.

export function kindLabel(kind: NoteKind, translate: Translate): string {
  switch (kind) {
    case "bottleneck":
      return translate("Bottleneck");
    case "techDebt":
      return translate("Tech debt");
    case "constraint":
      return translate("Outside limit");
    case "delay":
      return translate("Date at risk");
    case "enabler":
      return translate("Would speed us up");
    case "problem":
      return translate("Problem");
    case "incident":
      return translate("Incident");
  }
}

export function statusLabel(status: NoteStatus, translate: Translate): string {
  switch (status) {
    case "onRecord":
      return translate("On record");
    case "optionsReady":
      return translate("Options ready");
    case "decided":
      return translate("Decided");
    case "done":
      return translate("Done");
    case "acceptedAsIs":
      return translate("Accepted as it is");
    case "withdrawn":
      return translate("Withdrawn");
    case "putOff":
      return translate("Put off");
  }
}

export const closingLabel = (closing: Closing, translate: Translate): string =>
  statusLabel(closing, translate);

/** An answer to "Was it on record before it hurt?". */
export function beforeItHurtLabel(answer: BeforeItHurt, translate: Translate): string {
  switch (answer) {
    case "yes":
      return translate("Yes");
    case "partly":
      return translate("Partly");
    case "no":
      return translate("No");
    case "neverNeeded":
      return translate("It was never needed");
  }
}

export function badgeLabel(badge: NoteBadge, translate: Translate): string {
  switch (badge) {
    case "openQuestion":
      return translate("Open question");
    case "decidedTwice":
      return translate("Decided twice");
    case "twoVersions":
      return translate("Two versions");
    case "changedWhileClosing":
      return translate("Changed while it was being closed");
    case "newer":
      return translate("Written by a newer Sightline");
    case "unreadable":
      return translate("A line can't be read");
  }
}

export function wayLabel(way: WayOut, translate: Translate): string {
  switch (way) {
    case "rollBack":
      return translate("Roll back");
    case "patch":
      return translate("Patch");
    case "hold":
      return translate("Hold");
  }
}

export function confidenceLabel(confidence: Confidence, translate: Translate): string {
  switch (confidence) {
    case "sure":
      return translate("Sure");
    case "fairlySure":
      return translate("Fairly sure");
    case "guess":
      return translate("A guess");
  }
}

export function reversibilityLabel(reversibility: Reversibility, translate: Translate): string {
  switch (reversibility) {
    case "easily":
      return translate("Easily");
    case "withEffort":
      return translate("With effort");
    case "no":
      return translate("No");
  }
}

export function likelihoodLabel(likelihood: Likelihood, translate: Translate): string {
  switch (likelihood) {
    case "unlikely":
      return translate("unlikely");
    case "possible":
      return translate("possible");
    case "likely":
      return translate("likely");
  }
}

export function hurtLabel(hurt: Hurt, translate: Translate): string {
  switch (hurt) {
    case "little":
      return translate("hurts little");
    case "some":
      return translate("hurts");
    case "aLot":
      return translate("hurts a lot");
  }
}

export function deciderLabel(decider: Decider, translate: Translate): string {
  switch (decider) {
    case "pm":
      return translate("the product manager");
    case "lead":
      return translate("the tech lead");
  }
}

export function firmnessLabel(firmness: Firmness, translate: Translate): string {
  switch (firmness) {
    case "fixed":
      return translate("Fixed");
    case "target":
      return translate("Target");
  }
}

export function agreementLabel(agreement: Agreement, translate: Translate): string {
  switch (agreement) {
    case "agreed":
      return translate("Agreed");
    case "concerns":
      return translate("Agreed, with concerns");
    case "cannot":
      return translate("Engineering can't");
    case "notAsked":
      return translate("Not asked");
  }
}

export function milestoneClosingLabel(closing: MilestoneClosing, translate: Translate): string {
  switch (closing) {
    case "reached":
      return translate("Reached");
    case "dropped":
      return translate("Dropped");
  }
}
