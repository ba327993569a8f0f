import type { RemoteInfo } from "../../app/ports.ts";
import type { Session } from "../../app/session.ts";
import type { Translate } from "../../base/translate.ts";
import type { Prompts } from "../prompts.ts";

/**
 * Asks, once for each clone, whether notes may be pushed, before the first one is. "left": closed without an answer, which is not a yes, and
 * not a no for good. `again` asks also who has declined before: they now want to sync.
 */
export async function askConsent(
  session: Pick<Session, "consent" | "setConsent">,
  prompts: Prompts,
  translate: Translate,
  { again = false }: { readonly again?: boolean } = {},
): Promise<"agreed" | "declined" | "noRemote" | "left"> {
  const { answer, branch, choices } = await session.consent();
  if (answer === "agreed" || (answer === "declined" && !again)) return answer;
  if (choices.length === 0) return "noRemote";
  const remote = await chooseRemote(choices, prompts, translate);
  if (remote === undefined) return "left";
  const share = translate("Share");
  const keep = translate("Keep notes on this machine");
  const pressed = await prompts.confirm(
    translate("Share notes with everyone who can read this repository?"),
    detail(`${remote.name} (${remote.url})`, branch, translate),
    [share, keep],
  );
  if (pressed === undefined) return "left";
  const given = pressed === share ? "agreed" : "declined";
  await session.setConsent(given, remote);
  return given;
}

function detail(remote: string, branch: string, translate: Translate): string {
  return translate(
    'Sightline will push notes to the branch "{branch}" on {remote}, now and after each change. If the repository is public, so are the notes. Your branches, commits and settings are not touched. A build system that reacts to every branch may need a rule.',
    { branch, remote },
  );
}

async function chooseRemote(
  choices: readonly RemoteInfo[],
  prompts: Prompts,
  translate: Translate,
): Promise<RemoteInfo | undefined> {
  const [only] = choices;
  if (choices.length === 1) return only;
  return await prompts.choose({
    title: translate("Share notes"),
    prompt: translate("Which remote do the notes go to?"),
    choices: choices.map((remote) => ({ label: remote.name, description: remote.url, value: remote })),
  });
}
