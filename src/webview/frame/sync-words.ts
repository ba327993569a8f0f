import type { Translate } from "../../base/translate.ts";
import type { SyncState } from "../../protocol/panel-state.ts";
import type { SyncShape } from "../parts/glyph.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in the roughest words that still tell something. */
function synced(state: SyncState, clock: number, translate: Translate): string {
  if (state.lastSynced === undefined) return translate("Synced");
  const past = Math.max(0, clock - Date.parse(state.lastSynced));
  if (past < MINUTE) return translate("Synced just now");
  if (past < HOUR) return translate("Synced {count} min ago", { count: Math.floor(past / MINUTE) });
  if (past < DAY) {
    const hours = Math.floor(past / HOUR);
    return hours === 1
      ? translate("Synced an hour ago")
      : translate("Synced {count} hours ago", { count: hours });
  }
  const days = Math.floor(past / DAY);
  return days === 1 ? translate("Synced yesterday") : translate("Synced {count} days ago", { count: days });
}

/** The state of syncing in a few words; what to do about it stands in its explanation. */
export function syncWords(state: SyncState, clock: number, translate: Translate): string {
  switch (state.kind) {
    case "synced":
      return state.waiting > 0 ? notShared(state.waiting, translate) : synced(state, clock, translate);
    case "syncing":
      return translate("Syncing …");
    case "waiting":
      return notShared(state.waiting, translate);
    case "offline":
      return translate("Offline: saved here");
    case "noRemote":
      return translate("No remote: saved here");
    case "notAgreed":
      return translate("On this machine only");
    case "stopped":
      return translate("Sync stopped: saved here");
    case "rewritten":
      return translate("Sync stopped: look at this");
    case "mayNotPush":
      return state.waiting > 0 ? notShared(state.waiting, translate) : translate("Read only");
    case "readOnly":
      return translate("Read only");
  }
}

const notShared = (count: number, translate: Translate): string =>
  count > 0 ? translate("Not shared yet ({count})", { count }) : translate("Not shared yet");

export function syncShape(state: SyncState): SyncShape {
  switch (state.kind) {
    case "synced":
      return state.waiting > 0 ? "waiting" : "good";
    case "syncing":
      return "moving";
    case "waiting":
      return "waiting";
    case "offline":
    case "noRemote":
    case "notAgreed":
    case "mayNotPush":
    case "readOnly":
      return "off";
    case "stopped":
    case "rewritten":
      return "stopped";
  }
}
