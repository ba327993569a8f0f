const MINUTE_MS = 60_000;

/** Minutes, as the manifest has them: it warns of others, and they come all the same. A timer of over 24 days would fire at once. */
const [SHORTEST, LONGEST, USUAL] = [1, 1440, 5];

/** Milliseconds between two looks at the remote, from what stands in the settings; what is no number counts as not set. */
export const syncInterval = (minutes: unknown): number =>
  MINUTE_MS *
  (typeof minutes === "number" && !Number.isNaN(minutes)
    ? Math.min(Math.max(SHORTEST, minutes), LONGEST)
    : USUAL);
