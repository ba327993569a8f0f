import { plainLine } from "../../base/plain-text.ts";
import type { NotePage } from "../../protocol/panel-state.ts";

export type EvidenceState = NotePage["evidence"][number];

/** What a fact says, with its figure. */
export const evidenceWords = ({ text, figure }: Pick<EvidenceState, "text" | "figure">): string =>
  figure === undefined || plainLine(figure) === ""
    ? plainLine(text)
    : `${plainLine(text).replace(/[.:;,]$/, "")}: ${plainLine(figure)}`;

/** The address and its host, where it is one of the web; anything else is shown as text and opens nothing. */
export function webLink(
  link: string | undefined,
): { readonly href: string; readonly host: string } | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  return url.protocol === "https:" || url.protocol === "http:"
    ? { href: url.href, host: url.host }
    : undefined;
}
