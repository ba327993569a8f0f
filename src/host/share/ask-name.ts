import type { Session } from "../../app/session.ts";
import { plainLine } from "../../base/plain-text.ts";
import type { Translate } from "../../base/translate.ts";
import type { Prompts } from "../prompts.ts";

/** Asks for a name where git has none. It is kept in Sightline's own storage; git's configuration is not written. False: left without one. */
export async function askName(
  session: Pick<Session, "me" | "setName">,
  prompts: Prompts,
  translate: Translate,
): Promise<boolean> {
  if ((await session.me()) !== undefined) return true;
  const { accepted, text } = await prompts.askText({
    title: translate("Your name"),
    prompt: translate("How should your name appear?"),
    placeholder: translate("Kept on this machine. git's settings are not changed."),
    refuse: (name) =>
      plainLine(name) === ""
        ? translate("A name is shown beside what you say, so it can't be empty.")
        : undefined,
  });
  if (!accepted) return false;
  await session.setName(text);
  return true;
}
