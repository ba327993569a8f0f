import { concernWords, quoteConcerns, withoutQuote } from "../../app/quote-concerns.ts";
import type { UserRepository } from "../../app/ports.ts";
import type { Wording } from "../../app/wording.ts";
import type { Anchor } from "../../domain/anchor.ts";
import type { Prompts } from "../prompts.ts";

/**
 * A place as it may be shared: with its quoted lines, or without them where they had better stay here, which a person is asked about.
 * Undefined where they left without an answer. `text` is the whole file.
 */
export async function agreedQuote(
  anchor: Anchor,
  text: string | undefined,
  user: Pick<UserRepository, "tracking">,
  prompts: Prompts,
  wording: Wording,
): Promise<Anchor | undefined> {
  if (anchor.quote === undefined) return anchor;
  const tracking = await user.tracking(anchor.path);
  const concerns = quoteConcerns(anchor, tracking, text);
  if (concerns.length === 0) return anchor;
  const without = wording.translate("Share without the lines");
  // Lines that look like a secret are never one key away from being shared.
  const hasSecret = concerns.some(({ kind }) => kind === "secret");
  const buttons = hasSecret ? [without] : [without, wording.translate("Share the lines")];
  const pressed = await prompts.confirm(concernWords(concerns, wording), "", buttons);
  if (pressed === undefined) return undefined;
  return pressed === without ? withoutQuote(anchor, tracking) : anchor;
}
