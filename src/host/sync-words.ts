import type { Translate } from "../base/translate.ts";
import type { SyncState } from "../protocol/panel-state.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How things stand with the others; what is in the way, where something is. `now` in milliseconds of the epoch. */
export function syncWords(sync: SyncState, now: number, translate: Translate): string {
  if (sync.kind === "syncing") return translate("Syncing …");
  const { explanation = "" } = sync;
  if (sync.kind !== "synced" && explanation !== "") return explanation;
  if (sync.kind === "offline") return translate("Offline: saved here");
  if (sync.waiting > 0) return translate("Not shared yet ({count})", { count: sync.waiting });
  if (sync.lastSynced === undefined) return translate("Not synced yet");
  return synced(Math.max(0, now - Date.parse(sync.lastSynced)), translate);
}

/** In the roughest words that still tell something. */
function synced(past: number, translate: Translate): string {
  if (past < MINUTE_MS) return translate("Synced just now");
  if (past < HOUR_MS) return translate("Synced {count} min ago", { count: Math.floor(past / MINUTE_MS) });
  const hours = Math.floor(past / HOUR_MS);
  if (past < DAY_MS)
    return hours === 1
      ? translate("Synced an hour ago")
      : translate("Synced {count} hours ago", { count: hours });
  const days = Math.floor(past / DAY_MS);
  return days === 1 ? translate("Synced yesterday") : translate("Synced {count} days ago", { count: days });
}
