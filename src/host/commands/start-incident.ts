import { preparedWays } from "../../app/incident/prepared-ways.ts";
import type { Session } from "../../app/session.ts";
import { parseSince } from "../../domain/since.ts";
import { quietAnchor } from "../incident/quiet-anchor.ts";
import { askName } from "../share/ask-name.ts";
import type { Workbench } from "../workbench.ts";
import { done, left } from "./command.ts";
import type { Command } from "./command.ts";

/**
 * Puts an incident on record in two lines and opens its page. The code that is open is its place, without a question; whoever is to share is
 * not asked now, either: that can wait until it is over.
 */
export const startIncident: Command = async (bench) => {
  const { prompts, clock, wording, isTrusted } = bench;
  const { translate } = wording;
  if (!isTrusted()) return { kind: "restricted" };
  const title = translate("Start an Incident");
  // Asked for now: what is open then is what the person was looking at.
  const place = quietAnchor(bench);
  place.catch(() => undefined);
  const broken = await prompts.askText({
    title,
    step: { at: 1, of: 2 },
    prompt: translate("What is broken, for whom?"),
    placeholder: translate("Nobody can pay by card, in all shops"),
    refuse: (text) => (text.trim() === "" ? translate("Write a few words first.") : undefined),
  });
  if (!broken.accepted) return left;
  const now = clock.now();
  const when = await prompts.askText({
    title,
    step: { at: 2, of: 2 },
    prompt: translate("Since when?"),
    placeholder: translate("now, 20 min ago, 22:50"),
    refuse: (text) =>
      parseSince(text, now) === undefined
        ? translate(
            "This can't be read as a time. Write it as 20 min ago or 22:50, or leave it empty for now.",
          )
        : undefined,
  });
  // What is broken was said: the incident is on record, also where the second box was left.
  const since = (when.accepted ? parseSince(when.text, now) : undefined) ?? now;
  const found = await place;
  const session = found?.session ?? (await chosenSession(bench));
  if (session === undefined) return bench.sessions.problem() ?? { kind: "noFolder" };
  if (!(await askName(session, prompts, translate))) return left;
  const outcome = await session.perform({
    type: "openNote",
    fields: { kind: "incident", title: broken.text, since },
    anchors: found === undefined ? [] : [found.anchor],
    options: preparedWays(translate),
  });
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal, text: broken.text };
  bench.panel.show({ section: "notes", note: outcome.record });
  return done;
};

/** The repository of the window; where there are several and no code is open, the one that the person picks. */
async function chosenSession({ sessions, prompts, wording }: Workbench): Promise<Session | undefined> {
  const all = await sessions.opened();
  if (all.length < 2) return all[0];
  return await prompts.choose({
    title: wording.translate("Start an Incident"),
    prompt: wording.translate("Where does it belong?"),
    choices: all.map((session) => ({ label: session.repository.name, value: session })),
  });
}
