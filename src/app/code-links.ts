import type { Anchor } from "../domain/anchor.ts";
import type { Moment } from "../domain/dates.ts";
import type { RecordId } from "../domain/ids.ts";
import type { CodeHistory } from "./code-history.ts";
import { codeOnHost } from "./git-host-links.ts";
import type { OwnHosts } from "./git-host-links.ts";
import { millisecondsBetween } from "./moments.ts";
import type { Clock, RemoteInfo } from "./ports.ts";

/** Branches that are looked at for one of the remote's. */
const MOST_BRANCHES = 200;

/** After this many milliseconds a commit that nobody else had is looked for again: it may have been pushed. */
const STALE_MILLISECONDS = 60_000;

export interface CodeLinksParts {
  /** The repository that others see; undefined where nobody has agreed to share. */
  readonly remote: () => Promise<RemoteInfo | undefined>;
  readonly history: Pick<CodeHistory, "branchesWith">;
  readonly ownHosts: () => OwnHosts;
  /** The code is not on this machine, so the commit can't be looked for: whoever made the note had it. */
  readonly isElsewhere: boolean;
  readonly clock: Pick<Clock, "now">;
  /** There is a link now for a note. */
  readonly arrived: (note: RecordId) => void;
}

/**
 * Links to code as it was, on the team's git host. A commit that is on no branch of the remote makes none. A page never waits for git: it gets what
 * is known, and word when there is more.
 */
export class CodeLinks {
  readonly #parts: CodeLinksParts;
  /** When a commit was looked for, and whether it was found: it stays where it is then. By commit and remote. */
  readonly #known = new Map<string, { readonly at: Moment; isThere: boolean }>();

  /** Asked of git, so not for each place of each page. */
  #remote: { readonly at: Moment; readonly found: Promise<RemoteInfo | undefined> } | undefined;

  constructor(parts: CodeLinksParts) {
    this.#parts = parts;
  }

  async to(note: RecordId, { commit, path, startLine, endLine, whole }: Anchor): Promise<string | undefined> {
    if (commit === undefined) return undefined;
    const { isElsewhere, ownHosts } = this.#parts;
    const remote = await this.#findRemote();
    if (remote === undefined) return undefined;
    const lines = whole === undefined ? { from: startLine, to: endLine } : undefined;
    const link = codeOnHost(remote.url, { commit, path, lines }, ownHosts());
    return link !== undefined && (isElsewhere || this.#isThere(note, commit, remote.name)) ? link : undefined;
  }

  /** Somebody chose where notes go: what was known of it may be other than before. */
  remoteChanged(): void {
    this.#remote = undefined;
  }

  #findRemote(): Promise<RemoteInfo | undefined> {
    const { clock, remote } = this.#parts;
    const now = clock.now();
    const known = this.#remote;
    if (known !== undefined && Math.abs(millisecondsBetween(known.at, now)) < STALE_MILLISECONDS)
      return known.found;
    this.#remote = { at: now, found: remote() };
    return this.#remote.found;
  }

  #isThere(note: RecordId, commit: string, remote: string): boolean {
    const { clock, history, arrived } = this.#parts;
    const key = `${commit} ${remote}`;
    const known = this.#known.get(key);
    const now = clock.now();
    const isFresh = known !== undefined && Math.abs(millisecondsBetween(known.at, now)) < STALE_MILLISECONDS;
    if (known?.isThere === true || isFresh) return known.isThere;
    const asked = { at: now, isThere: false };
    this.#known.set(key, asked);
    // A history that fails is tolerant here: it knows no branch.
    void history.branchesWith(commit, MOST_BRANCHES).then((branches) => {
      asked.isThere = branches.some((branch) => branch.startsWith(`${remote}/`));
      if (asked.isThere) arrived(note);
    });
    return false;
  }
}
