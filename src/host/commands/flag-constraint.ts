import * as z from "zod/mini";
import { makeAnchor } from "../../anchoring/make-anchor.ts";
import { wholeAnchor } from "../../anchoring/whole-anchor.ts";
import { dayWords } from "../../app/date-words.ts";
import type { UserRepository } from "../../app/ports.ts";
import { NotWritable } from "../../app/private-json.ts";
import type { Draft, NewDraft, Session } from "../../app/session.ts";
import { shortLine } from "../../base/plain-text.ts";
import type { Anchor } from "../../domain/anchor.ts";
import { clickedLine } from "../flag/clicked-line.ts";
import { symbolAt } from "../flag/symbol-at.ts";
import { aim } from "../flag/flag-target.ts";
import { aimAtWhole, clickedResource } from "../flag/whole-target.ts";
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

/**
 * Puts what is in the way on record, in three steps: at some lines, of a file or folder that was chosen in the Explorer, or, where no file is
 * open, without a place. `{"kind": "techDebt"}` as an argument drops the third step.
 */
export const flagConstraint: Command = async (bench, ...given) => {
  const [argument] = given;
  const aimed = await aimAtSomething(bench, given);
  if (aimed.kind !== "aimed") return aimed;
  const { session } = aimed;
  // Asked for now, so that they are there when the words are.
  const anchor = aimed.anchor();
  const flagged = await askWhatIsInTheWay({
    prompts: bench.prompts,
    translate: bench.wording.translate,
    today: bench.clock.today(),
    about: aimed.about,
    kind: Arguments.safeParse(argument).data?.kind,
    lastKind: lastKind(bench),
    dates: session
      .milestoneNames()
      .filter(({ closed }) => !closed)
      .map(({ id, title, day }) => ({ id, title, day: dayWords(day, bench.clock.today(), bench.wording) })),
  });
  if (flagged.title === "" && flagged.impact === "") return left;
  if (flagged.kind !== undefined) bench.memory.rememberKind(flagged.kind);
  const kept = await keep(session, {
    fields: fieldsOf(flagged),
    anchor: await anchor,
    threatens: flagged.threatens === undefined ? undefined : [flagged.threatens],
  });
  if (kept.kind !== "kept") return kept;
  if (flagged.then === "share") return await share(bench, session, kept.draft);
  bench.statusBar.remark(bench.wording.translate("Kept as a draft"));
  return done;
};

/** What a note will be about. */
type AimedAtSomething =
  | {
      readonly kind: "aimed";
      readonly session: Session;
      /** Named in the boxes where it is not the lines that the person sees. */
      readonly about: string | undefined;
      readonly anchor: () => Promise<Anchor | undefined>;
    }
  | typeof left
  | Problem;

async function aimAtSomething(bench: Workbench, given: readonly unknown[]): Promise<AimedAtSomething> {
  const { sessions, wording } = bench;
  const resource = clickedResource(given);
  if (resource !== undefined) {
    const aimed = await aimAtWhole(sessions, resource);
    if (aimed.kind === "top") return withoutPlace(aimed.session, wording);
    if (aimed.kind !== "aimed") return aimed;
    const { session, user, path, whole } = aimed.target;
    const shown = { path: shortLine(path, 60) };
    return {
      kind: "aimed",
      session,
      about:
        whole === "file"
          ? wording.translate("the whole file {path}", shown)
          : wording.translate("the folder {path}", shown),
      anchor: async () => wholeAnchor(whole, path, await commitAt(user, bench)),
    };
  }
  const aimed = await aim(sessions, clickedLine(given[0]));
  if (aimed.kind === "noEditor") return await aimAtNothing(bench);
  if (aimed.kind !== "aimed") return aimed;
  const { session, user, uri, ...region } = aimed.target;
  return {
    kind: "aimed",
    session,
    about: undefined,
    anchor: async () => {
      const [commit, symbol] = await Promise.all([commitAt(user, bench), symbolAt(uri, region.startLine)]);
      return makeAnchor({ ...region, commit, symbol });
    },
  };
}

/** No file is open: the note gets no place. With several repositories a person says which one it belongs to. */
async function aimAtNothing({ sessions, prompts, wording }: Workbench): Promise<AimedAtSomething> {
  const [only, ...others] = await sessions.opened();
  if (only === undefined) return sessions.problem() ?? { kind: "noFolder" };
  if (others.length === 0) return withoutPlace(only, wording);
  const chosen = await prompts.choose({
    title: wording.translate("Flag a Constraint"),
    prompt: wording.translate("Which repository is it about?"),
    choices: [only, ...others].map((session) => ({ label: session.repository.name, value: session })),
  });
  return chosen === undefined ? left : withoutPlace(chosen, wording);
}

const withoutPlace = (session: Session, { translate }: Workbench["wording"]): AimedAtSomething => ({
  kind: "aimed",
  session,
  about: translate("no place in the code"),
  anchor: () => Promise.resolve(undefined),
});

/** The commit that the lines are of. A note does without it where git fails now: what was typed is worth more. */
const commitAt = async (
  user: Pick<UserRepository, "head">,
  { log }: Workbench,
): Promise<string | undefined> => {
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
