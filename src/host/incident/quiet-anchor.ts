import { makeAnchor } from "../../anchoring/make-anchor.ts";
import { quoteConcerns, withoutQuote } from "../../app/quote-concerns.ts";
import type { Session } from "../../app/session.ts";
import type { Anchor } from "../../domain/anchor.ts";
import { aim } from "../flag/flag-target.ts";
import type { FlagTarget } from "../flag/flag-target.ts";
import { symbolAt } from "../flag/symbol-at.ts";
import type { Workbench } from "../workbench.ts";

/** A place in the code, and the repository it is in. */
export interface FoundPlace {
  readonly session: Session;
  readonly anchor: Anchor;
}

/**
 * The lines that are selected, or the current one, as a place, without asking anything: lines that had better stay here (they look like a
 * secret, or the file is ignored) are left out of it. Undefined where no code is open that could be one.
 */
export async function quietAnchor(bench: Workbench): Promise<FoundPlace | undefined> {
  const aimed = await aim(bench.sessions, undefined);
  return aimed.kind === "aimed" ? await quietlyAt(aimed.target, bench) : undefined;
}

/** The same for known lines. */
export async function quietlyAt(target: FlagTarget, { log }: Pick<Workbench, "log">): Promise<FoundPlace> {
  const { session, user, path, text, startLine, endLine, uri } = target;
  const [head, symbol, tracking] = await Promise.all([
    user.head().catch((error: unknown) => {
      log.failed("asking git for the commit", error);
      return undefined;
    }),
    symbolAt(uri, startLine),
    user.tracking(path),
  ]);
  const anchor = makeAnchor({ path, text, startLine, endLine, commit: head?.commit, symbol });
  const concerns = quoteConcerns(anchor, tracking, text);
  return { session, anchor: concerns.length === 0 ? anchor : withoutQuote(anchor, tracking) };
}
