/** Every command of the manifest, without its prefix `sightline.`. */
export const commandIds = [
  "flagConstraint",
  "startIncident",
  "draftOption",
  "discuss",
  "openPanel",
  "openNote",
  "showInCode",
  "thenAndNow",
  "showWhereItBelongs",
  "markAsDone",
  "undoSharing",
  "sync",
  "shareDraft",
  "discardDraft",
  "copyLink",
  "tellYourPm",
  "setYourRole",
  "seeExample",
  "showLog",
  "groupByStatus",
  "groupByFolder",
  "groupByKind",
  "answer",
  "comment",
] as const;

export type CommandId = (typeof commandIds)[number];
