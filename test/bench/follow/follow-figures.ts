/** How fast and how well the notes of a repository are found again after many commits. */
export const followFigures = [
  "follow.all",
  "follow.again",
  "follow.first",
  "follow.one",
  "follow.keystroke",
  "follow.memory",
  "follow.right",
  "follow.wrong",
] as const;
