import { said } from "../../said-values.ts";
import type { BriefAction } from "./brief-action.ts";

/** "Challenge it" or "I have a better idea": for whoever wrote the why, and for the product manager. */
export const challengeBrief: BriefAction<"challengeBrief"> = ({ kind, text }, { pen }) => {
  const words = said(text);
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "briefChallenged", data: { kind, text: words } });
  return undefined;
};
