import { said } from "../../said-values.ts";
import type { RetroAction } from "./retro-action.ts";

/** Any box is open to everybody: who goes first is the order of the page, and no right. */
export const shareInRetro: RetroAction<"shareInRetro"> = ({ part, text }, { pen }) => {
  const words = said(text);
  if (words === undefined) return { kind: "textMissing" };
  pen.write({ type: "retroShared", data: { part, text: words } });
  return undefined;
};
