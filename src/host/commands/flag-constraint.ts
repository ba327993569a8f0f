import * as z from "zod";
import { makeAnchor } from "../../anchoring/make-anchor.ts";
import { NotWritable } from "../../app/private-json.ts";
import type { Draft, NewDraft, Session } from "../../app/session.ts";
import { clickedLine } from "../flag/clicked-line.ts";
import { symbolAt } from "../flag/symbol-at.ts";
import { aim } from "../flag/flag-target.ts";
import type { FlagTarget } from "../flag/flag-target.ts";
import { askWhatIsInTheWay, flagKinds } from "../flag/flag-constraint.ts";
import type { Flagged, FlagKind } from "../flag/flag-constraint.ts";
import type { Problem } from "../problem.ts";
import { writtenIn } from "../share/written-in.ts";
import type { Workbench } from "../workbench.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";
import { share } from "./share.ts";

const Kind = z.enum(flagKinds);
const Arguments = z.object({ kind: Kind });

/** Puts what is in the way at some lines on record, in three steps. `{"kind": "techDebt"}` as an argument drops the third. */
export const flagConstraint: Command = async (bench, argument) => {
  const aimed = await aim(bench.sessions, clickedLine(argument));
  if (aimed.kind !== "aimed") return aimed;
  const { target } = aimed;
  // Asked for now, so that they are there when the words are.
  const head = commitAt(target, bench);
  const symbol = symbolAt(target.uri, target.startLine);
  const flagged = await askWhatIsInTheWay({
    prompts: bench.prompts,
    translate: bench.wording.translate,
    today: bench.clock.today(),
    kind: Arguments.safeParse(argument).data?.kind,
    lastKind: lastKind(bench),
  });
  if (flagged.title === "" && flagged.impact === "") return left;
  if (flagged.kind !== undefined) bench.memory.rememberKind(flagged.kind);
  const { path, text, startLine, endLine } = target;
  const commit = await head;
  const anchor = makeAnchor({ path, text, startLine, endLine, commit, symbol: await symbol });
  const kept = await keep(target.session, { fields: fieldsOf(flagged), anchor });
  if (kept.kind !== "kept") return kept;
  if (flagged.then === "share") return await share(bench, target.session, kept.draft);
  bench.statusBar.remark(bench.wording.translate("Kept as a draft"));
  return done;
};

/** The commit that the lines are of. A note does without it where git fails now: what was typed is worth more. */
const commitAt = async ({ user }: FlagTarget, { log }: Workbench): Promise<string | undefined> => {
  try {
    return (await user.head()).commit;
  } catch (error) {
    log.failed("asking git for the commit", error);
    return undefined;
  }
};

const lastKind = (bench: Workbench): FlagKind | undefined => Kind.safeParse(bench.memory.lastKind()).data;

const fieldsOf = ({ title, impact, kind, neededBy }: Flagged): NewDraft["fields"] => ({
  title,
  ...(impact === "" ? {} : { impact }),
  ...(kind === undefined ? {} : { kind }),
  ...(neededBy === undefined ? {} : { neededBy: { day: neededBy } }),
});

/** The draft, safe on disk. Where this machine can't keep it, the person's words come back with the problem. */
async function keep(
  session: Session,
  draft: NewDraft,
): Promise<{ readonly kind: "kept"; readonly draft: Draft } | Problem> {
  try {
    return { kind: "kept", draft: await session.keepDraft(draft) };
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    return { kind: "notKept", text: writtenIn(draft), detail: error.message };
  }
}
