/** What pages are at the top of the branch, or below: all of it goes where the branch is written anew. */
export const PAGE_PATHS: readonly string[] = [
  "README.md",
  "notes",
  "by-month",
  "roadmap.md",
  "whys.md",
  "whys",
  "retros.md",
  "retros",
];
