import { Emitter } from "../../../src/base/emitter.ts";
import type { Change, Session } from "../../../src/app/session.ts";
import type { CodeReader, UserRepository } from "../../../src/app/ports.ts";
import type { FoundRepository } from "../../../src/host/sessions.ts";
import type { SyncState } from "../../../src/protocol/panel-state.ts";

const rethrow = (error: unknown) => {
  throw error;
};

/** A session of which only a repository, changes and an end are known: what is asked of it beyond that fails the test. */
export interface BareSession extends Session {
  readonly changes: Emitter<Change>;
  readonly isDisposed: () => boolean;
}

export function bareSession(top: string, more: Partial<Session> = {}): BareSession {
  const changes = new Emitter<Change>(rethrow);
  let disposed = false;
  const known: Partial<BareSession> = {
    repository: { id: top, name: top.split("/").at(-1) ?? "", top },
    changes,
    onDidChange: (listener) => changes.on(listener),
    onDidChangeSync: () => ({ dispose: () => undefined }),
    syncState: (): SyncState => ({ kind: "synced", waiting: 0 }),
    notes: () => new Map(),
    note: () => undefined,
    role: () => null,
    me: () => Promise.resolve(undefined),
    nowRows: () => [],
    putOffRows: () => [],
    noteRows: () => [],
    unreadRows: () => [],
    glossary: () => ({ words: [], people: [] }),
    drafts: () => [],
    dispose: () => {
      disposed = true;
    },
    isDisposed: () => disposed,
    ...more,
  };
  return known as BareSession;
}

/** A repository that was found, and how often it was opened. */
export function foundRepository(
  top: string,
  session: Session = bareSession(top),
): FoundRepository & { readonly opened: () => number } {
  let opened = 0;
  return {
    top,
    user: { top } as UserRepository,
    code: {} as CodeReader,
    open: () => {
      opened += 1;
      return Promise.resolve(session);
    },
    opened: () => opened,
  };
}
