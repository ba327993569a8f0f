import type { Session } from "../../app/session.ts";
import type { Wording } from "../../app/wording.ts";
import type { Day } from "../../domain/dates.ts";
import type { Frame, SyncState } from "../../protocol/panel-state.ts";
import { explainProblem } from "../explain-problem.ts";
import type { Sessions } from "../sessions.ts";

/** What stands around every view of the panel, over all repositories of the window. */
export async function frameState(
  sessions: Sessions,
  today: Day,
  wording: Wording,
  togetherOpened: boolean,
): Promise<Frame> {
  const all = sessions.all();
  const [first] = all;
  return {
    language: wording.language,
    role: first?.role() ?? null,
    me: (await first?.me()) ?? null,
    today,
    sync: syncTogether(all),
    repositories: all.map(({ repository: { id, name, record } }) => ({
      id,
      name,
      ...(record === undefined ? {} : { recordOf: record.host }),
    })),
    noteCount: all.reduce((count, session) => count + session.notes().size, 0),
    // A retro that somebody opened is there for everybody.
    togetherOpened: togetherOpened || all.some((session) => session.recordsOf("retro").size > 0),
    ...(first === undefined
      ? { blocked: explainProblem(sessions.problem() ?? { kind: "noFolder" }, wording) }
      : {}),
  };
}

/** What needs a person most comes first. */
const urgency: readonly SyncState["kind"][] = [
  "rewritten",
  "stopped",
  "mayNotPush",
  "notAgreed",
  "offline",
  "waiting",
  "syncing",
  "readOnly",
  "noRemote",
  "synced",
];

/** One state for several repositories: the one that needs a person most, and all that waits. */
export function syncTogether(sessions: readonly Pick<Session, "syncState">[]): SyncState {
  const states = sessions.map((session) => session.syncState());
  const [most] = [...states].sort((one, other) => urgency.indexOf(one.kind) - urgency.indexOf(other.kind));
  if (most === undefined) return { kind: "noRemote", waiting: 0 };
  return { ...most, waiting: states.reduce((sum, { waiting }) => sum + waiting, 0) };
}
