const PAUSE_MS = 50;

/**
 * Waits until `look` gives something other than undefined, null or false, and gives that. `what` completes "waited in vain for …";
 * `limit` is in milliseconds.
 */
export const until = async <Value>(
  what: string,
  look: () => Promise<Value | undefined | null | false> | Value | undefined | null | false,
  limit = 30_000,
): Promise<Value> => {
  const end = performance.now() + limit;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) return seen;
    if (performance.now() > end) throw new Error(`waited in vain for ${what} (${limit / 1000} s)`);
    await new Promise((settle) => setTimeout(settle, PAUSE_MS));
  }
};
